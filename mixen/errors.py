"""What an action says when the rules of the programme do not allow it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class DomainError(Exception):
    """A refusal in plain Dutch, meant for the person at the screen.

    ``field`` names the form field the message belongs to; without it the message stands above the form.
    """

    def __init__(self, message: Any, *, field: str | None = None) -> None:
        super().__init__(str(message))
        self.message = str(message)
        self.field = field


class DomainErrorMiddleware:
    """A refusal that no page caught is told on a page of its own, never as a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DomainError):
            return render(request, "refused.html", {"message": exception.message}, status=409)
        return None
