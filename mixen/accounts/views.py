"""Pages about access itself that no library has in our words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords for one account; the page says how long to wait."""
    return render(request, "account/locked.html", status=429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that stood open too long or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)
