"""Calendar files: the right moment in both halves of the year, and the same thing again when it moves."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from mixen.calendar_file import Event, calendar_file

SUMMER = datetime.fromisoformat("2027-06-12T14:00:00+02:00")
WINTER = datetime.fromisoformat("2027-11-13T14:00:00+01:00")


def read(event: Event) -> Any:
    (entry,) = Calendar.from_ical(calendar_file(event)).walk("VEVENT")
    return entry


@pytest.mark.parametrize(("moment", "written"), [(SUMMER, "20270612T120000Z"), (WINTER, "20271113T130000Z")])
def test_the_moment_is_right_on_both_sides_of_the_change_of_the_clock(moment: datetime, written: str) -> None:
    file = calendar_file(Event("meeting-1", "Mix", moment, moment + timedelta(hours=2))).decode()
    assert f"DTSTART:{written}\r\n" in file
    assert read(Event("meeting-1", "Mix", moment)).decoded("dtstart") == moment


def test_it_is_known_again_when_it_moved(settings: Any) -> None:
    settings.SITE_URL = "https://mixen.example:8443"
    first = read(Event("meeting-1", "Mix", SUMMER, version=0))
    later = read(Event("meeting-1", "Mix", SUMMER + timedelta(days=1), version=1))
    other = read(Event("meeting-2", "Mix", SUMMER))
    assert first["uid"] == later["uid"] == "meeting-1@mixen.example"
    assert other["uid"] != first["uid"]
    assert first["sequence"] < later["sequence"]


def test_what_was_typed_cannot_add_a_line() -> None:
    hostile = "Plein\r\nATTENDEE:mailto:x@example.org\nBEGIN:VALARM"
    file = calendar_file(Event("meeting-1", hostile, SUMMER, place=hostile, link="https://example.org/a,b;c"))
    lines = file.decode().split("\r\n")
    assert not [line for line in lines if line.startswith(("ATTENDEE", "BEGIN:VALARM"))]
    (entry,) = Calendar.from_ical(file).walk("VEVENT")
    assert entry["description"] == "https://example.org/a,b;c"


def test_every_script_and_a_long_place_survive() -> None:
    place = "ሰላም، مرحبا, Plein '40-'45 " * 12
    entry = read(Event("meeting-1", "Встреча", SUMMER, place=place.strip()))
    assert (entry["summary"], entry["location"]) == ("Встреча", place.strip())


def test_without_an_end_none_is_made_up() -> None:
    assert "DTEND" not in calendar_file(Event("appointment-1", "Ans", SUMMER)).decode()
