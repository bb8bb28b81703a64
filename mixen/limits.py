"""A brake on public addresses: so many requests from one place in so long a time. No puzzle for anybody."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

View = Callable[..., HttpResponse]


def _place(request: HttpRequest) -> str:
    """A mark of where a request comes from; the address itself is kept nowhere.

    Behind a proxy every request comes from the proxy: then it is the last address that the proxy itself wrote down,
    which no visitor can choose.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or address
    return hashlib.sha256(address.encode()).hexdigest()[:20]


def at_most(number: int, *, seconds: int, methods: tuple[str, ...] = ("POST",)) -> Callable[[View], View]:
    """Let through ``number`` requests from one place in ``seconds``; answer 429 beyond that.

    Forty people in a hall share one address, so ``number`` must be generous: this stops machines, not a class.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if ("GET" if request.method == "HEAD" else request.method) in methods:
                key = f"limit:{view.__module__}.{view.__name__}:{_place(request)}"
                cache.add(key, 0, timeout=seconds)
                if _count(key, seconds) > number:
                    response = render(request, "too_many.html", status=429)
                    response.headers["Retry-After"] = str(seconds)
                    return response
            return view(request, *args, **kwargs)

        wrapped.brakes = frozenset(methods)  # type: ignore[attr-defined]
        return wrapped

    return decorate


def _count(key: str, seconds: int) -> int:
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two calls
        cache.set(key, 1, timeout=seconds)
        return 1
