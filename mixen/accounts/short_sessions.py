"""Who works for a district sits in an office at a shared PC: the session ends soon, and with the browser."""

import time
from typing import Any

from django.http import HttpRequest

from mixen.accounts.models import User

IDLE_SECONDS = 30 * 60
WRITTEN_EVERY = 60  # not at every request: a page of an official writes nothing else
SEEN_AT = "seen_at"


def is_short(user: Any) -> bool:
    """True for an official, whom this app knows by the mark that ``projects`` put on the account."""
    return isinstance(user, User) and user.needs_second_factor and not user.is_coordinator


def begin(request: HttpRequest, user: User) -> None:
    """Let the session of who just logged in end with the browser, and count from now."""
    if is_short(user):
        request.session.set_expiry(0)
        request.session[SEEN_AT] = time.time()


def is_over(request: HttpRequest) -> bool:
    """Whether a short session was left alone too long; if not, it is seen now."""
    now, seen = time.time(), request.session.get(SEEN_AT)
    if seen is None or now - seen > IDLE_SECONDS:
        return True
    if now - seen >= WRITTEN_EVERY:
        request.session[SEEN_AT] = now
    return False
