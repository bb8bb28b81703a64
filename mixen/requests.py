"""Every request gets a number, is timed, counted, and written down in one line that names nobody."""

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from mixen.logs import pattern_of, request_id
from mixen.metrics import count_request

logger = logging.getLogger("mixen.requests")
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
HEADER = "X-Request-ID"
GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestMiddleware:
    """Stands before all others, so that what they refuse is counted too."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # It stays until the next request of this thread: Django writes of a refusal after all middleware is done.
        request_id.set(number_of(request))
        began = time.monotonic()
        response = self.get_response(request)
        response[HEADER] = request_id.get()
        note(request, response.status_code, time.monotonic() - began)
        return response


def number_of(request: HttpRequest) -> str:
    """The number the proxy gave, where we believe it and it looks like one; else a new one."""
    given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
    return given if GIVEN.fullmatch(given) else uuid4().hex


def note(request: HttpRequest, status: int, seconds: float) -> None:
    """Count the request, and write down what it was about: an address's pattern, never what stood in it."""
    match = request.resolver_match
    count_request(match.view_name if match else "", request.method or "", status, seconds)
    facts = {"route": pattern_of(request), "method": request.method, "status": status, "ms": round(seconds * 1000)}
    logger.info("request", extra=facts)
