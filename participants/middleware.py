"""A tablet in registration mode can register and do nothing else, whoever holds it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from participants.models import Tablet

COOKIE = "mixen_tablet"
OPEN_PATHS = ("/tablet/", "/static/", "/healthz/", "/privacy/")  # who registers may read what becomes of it


def tablet_of(request: HttpRequest) -> Tablet | None:
    """The tablet this request comes from, in registration mode or not; None for a machine that never was in it."""
    token = request.COOKIES.get(COOKIE, "")
    return Tablet.objects.of_token(token) if token else None


class TabletMiddleware:
    """Sends a tablet in registration mode back to the form, also when somebody types another address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.COOKIES.get(COOKIE) and not request.path.startswith(OPEN_PATHS):
            return redirect("participants:tablet")
        return self.get_response(request)
