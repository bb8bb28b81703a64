"""Which appointment of a couple comes next, and the same as a file for somebody's calendar."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from matching.models import Couple

LASTS = timedelta(hours=2)
LONGEST_LINE = 74  # octets; RFC 5545 has 75 with the space that continues a line


class Appointment(NamedTuple):
    """When and where; ``is_first`` for the one that was made on the afternoon itself."""

    at: datetime
    place: str
    is_first: bool


def coming(couple: Couple, now: datetime | None = None) -> Appointment | None:
    """The first appointment of ``couple`` that is still to come."""
    made = [
        Appointment(couple.first_appointment_at, couple.first_appointment_place, is_first=True)
        if couple.first_appointment_at
        else None,
        Appointment(couple.next_appointment_at, couple.next_appointment_place, is_first=False)
        if couple.next_appointment_at
        else None,
    ]
    later = [one for one in made if one and one.at > (now or timezone.now())]
    return min(later, key=lambda one: one.at, default=None)


def calendar_file(couple: Couple, appointment: Appointment, title: str) -> bytes:
    """``appointment`` as iCalendar. It keeps its number when it moves, so that a calendar moves it too."""
    number = f"{'eerste' if appointment.is_first else 'volgende'}-{couple.pk}"
    host = settings.SITE_URL.partition("//")[2]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Mixen in Mokum//NL",
        "BEGIN:VEVENT",
        f"UID:{number}@{host}",
        f"DTSTAMP:{_utc(timezone.now())}",
        f"DTSTART:{_utc(appointment.at)}",
        f"DTEND:{_utc(appointment.at + LASTS)}",
        f"SUMMARY:{_text(title)}",
        f"LOCATION:{_text(appointment.place)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    for character in "\\;,":
        value = value.replace(character, f"\\{character}")
    return " ".join(value.split())


def _folded(line: str) -> str:
    """``line`` broken where it would be too long, never within a character."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LONGEST_LINE:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)
