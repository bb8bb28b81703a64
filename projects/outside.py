"""Pages for somebody outside, behind a link of their own: no account, no cookie, nothing kept by a browser."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from mixen.limits import at_most
from projects.permissions import open_to_all

HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
View = Callable[..., HttpResponse]


def outside_view(view: View) -> View:
    """For a page whose secret address is the key; a guess is a page that does not exist.

    It asks for no CSRF token: what gives access is the secret and no cookie, so nobody who does not know it can have
    a form sent; and with ``no-referrer`` a browser says ``Origin: null``, which Django would refuse.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = view(request, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    braked = at_most(100, seconds=600, methods=("GET", "POST"))(open_to_all(wrapped))
    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(braked))
