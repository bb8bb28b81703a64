"""How long somebody stays logged in: until they were away too long, and never longer than a working day.

Who works for a district sits at a shared PC, and who logs in on a tablet of the project says so: those sessions end
after half an hour away, and with the browser.
"""

import time
from typing import Any, NamedTuple

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils import timezone

from mixen.accounts.models import User

WRITTEN_EVERY = 60  # not at every request: most pages write nothing else
SEEN_AT, BEGAN_AT, SHARED = "seen_at", "began_at", "shared_device"


class Limit(NamedTuple):
    """After how many seconds away a session ends, after how many at most, and whether it ends with the browser."""

    idle: int
    longest: int
    with_browser: bool = False


DAY = 12 * 60 * 60
SHORT = Limit(30 * 60, DAY, with_browser=True)
# Whoever leads sees everybody's data: a lunch break away, but not a night.
LEADING = Limit(4 * 60 * 60, DAY)
# An ambassador on an own phone or tablet, through a whole afternoon.
OTHERS = Limit(6 * 60 * 60, DAY)


def limit_of(user: User, *, shared: bool) -> Limit:
    """The limit for ``user``; ``shared`` is what was said at the log-in about the device."""
    if shared or (user.needs_second_factor and not user.is_coordinator):  # the mark of an official
        return SHORT
    return LEADING if user.is_coordinator or user.leads_projects else OTHERS


def begin(request: HttpRequest, user: User) -> None:
    """Count from now for who just logged in."""
    request.session[BEGAN_AT] = request.session[SEEN_AT] = time.time()
    if limit_of(user, shared=bool(request.session.get(SHARED))).with_browser:
        request.session.set_expiry(0)


def is_over(request: HttpRequest, user: Any) -> bool:
    """Whether a session was left alone too long or has lasted too long; if not, it is seen now."""
    now, session = time.time(), request.session
    seen, began = session.get(SEEN_AT), session.get(BEGAN_AT)
    limit = limit_of(user, shared=bool(session.get(SHARED)))
    if seen is None or began is None or now - seen > limit.idle or now - began > limit.longest:
        return True
    if now - seen >= WRITTEN_EVERY:
        session[SEEN_AT] = now
        UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=timezone.now())
    return False
