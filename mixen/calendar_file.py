"""The one door to calendar files (.ics): one event, as every calendar on a phone reads it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar
from icalendar import Event as Entry

TYPE = "text/calendar"
FILE_NAME = "mixen-in-mokum.ics"


@dataclass(frozen=True)
class Event:
    """What goes into a calendar; ``title`` and ``place`` are what its owner may know, in their language.

    ``key`` names the thing itself (``meeting-12``): with the same key a calendar replaces what it has, if ``version``
    is higher. Without ``ends_at`` nobody knows how long it takes.
    """

    key: str
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    link: str = ""
    version: int = 0


def calendar_file(event: Event) -> bytes:
    """The file. Times are in UTC, so they are right on both sides of a change of the clock."""
    entry = Entry()
    entry.add("uid", f"{event.key}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("sequence", event.version)
    entry.add("dtstamp", timezone.now().astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(UTC))
    if event.ends_at:
        entry.add("dtend", event.ends_at.astimezone(UTC))
    entry.add("summary", event.title)
    if event.place:
        entry.add("location", event.place)
    if event.link:
        entry.add("description", event.link)
    calendar = Calendar()
    calendar.add("prodid", "-//Mixen in Mokum//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return calendar.to_ical()
