"""Where somebody is logged in, in words: what a browser says of itself, without a library of all browsers."""

from collections.abc import Iterator
from typing import NamedTuple

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from mixen.accounts.models import User

# The first that fits: others call themselves after these too.
BROWSERS = (("Edg", "Edge"), ("SamsungBrowser", "Samsung"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
            ("OPR", "Opera"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"))  # fmt: skip
SYSTEMS = (("iPad", "iPad"), ("iPhone", "iPhone"), ("Android", "Android"), ("Windows", "Windows"),
           ("Macintosh", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"))  # fmt: skip


class Device(NamedTuple):
    """One place where somebody is logged in."""

    session: UserSession
    name: str
    is_this: bool


def name_of(user_agent: str) -> str:
    """Such as "Chrome op Android"; "Onbekend apparaat" when nothing in it is known."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s op %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Onbekend apparaat")


def devices_of(user: User, *, here: str | None) -> Iterator[Device]:
    """Where ``user`` is logged in, this place first; ``here`` is the key of the session that asks.

    Sessions that ended meanwhile are dropped on the way.
    """
    rows = UserSession.objects.purge_and_list(user)
    for row in sorted(rows, key=lambda one: (one.session_key != here, -one.last_seen_at.timestamp())):
        yield Device(row, name_of(row.user_agent), row.session_key == here)
