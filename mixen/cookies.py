"""Cookies that nobody of ours gave out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NULL = "\x00"


class CookieMiddleware:
    """A cookie with a null byte is none of ours, and is not looked at: PostgreSQL cannot even look for it.

    Stands before what reads the session. What is typed in a form or an address is refused where it is read.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if NULL in name + value]:
            del request.COOKIES[name]
        return self.get_response(request)
