"""No request gets further with a null byte in it: no column of text can hold one, and nobody types it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NULL = "\x00"


class NullByteMiddleware:
    """An address with a null byte is refused with 400; a cookie with one is none of ours, and is not looked at.

    Stands before what reads the session. What is typed in a form is refused at its field, by the field.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if NULL in name + value]:
            del request.COOKIES[name]
        if NULL in request.path or any(NULL in name + "".join(told) for name, told in request.GET.lists()):
            raise BadRequest("a null byte in the address")
        return self.get_response(request)
