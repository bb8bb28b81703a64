"""The team and the guests hear by mail that an announced meeting was moved: once, and not when it was undone first."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone
from icalendar import Calendar

from projects.actions import add_guest, change_meeting, undo_move
from projects.models import Meeting, MeetingMove, MoveNotice
from projects.telling import send_move_notices
from tests.conftest import Cast

TEAM = ["ambassador@example.org", "colleague@example.org", "leader@example.org"]


@pytest.fixture
def closing(cast: Cast) -> Meeting:
    """Announced, with a guest who was invited and can be mailed, and two of whom one of that is not so."""
    meeting = cast.project.meetings.get(kind="closing")
    today = timezone.localdate()
    change_meeting(meeting=meeting, place="Het Mozeshuis", announced_on=today, by=None)
    add_guest(meeting=meeting, name="Wethouder", email="gast@example.org", invited_on=today, by=None)
    add_guest(meeting=meeting, name="Zonder adres", invited_on=today, by=None)
    add_guest(meeting=meeting, name="Nog niet gevraagd", email="later@example.org", by=None)
    add_guest(meeting=meeting, name="Zegt nee", email="nee@example.org", invited_on=today, answer="no", by=None)
    return meeting


def move(closing: Meeting, days: int, by: Any = None) -> MeetingMove:
    meeting = Meeting.objects.get(pk=closing.pk)
    step = timedelta(days=days)
    change_meeting(
        meeting=meeting,
        starts_at=meeting.starts_at + step,
        ends_at=meeting.ends_at + step,
        reason="De zaal is dicht.",
        by=by,
    )
    return meeting.moves.first()


def to(mailoutbox: list[EmailMessage]) -> list[str]:
    return sorted(one.to[0] for one in mailoutbox)


def test_once_to_the_team_and_the_invited_guests(cast: Cast, closing: Meeting, mailoutbox: list[EmailMessage]) -> None:
    move(closing, 1, by=cast.coordinator)
    assert [send_move_notices(), send_move_notices()] == [4, 0]
    assert to(mailoutbox) == sorted([*TEAM, "gast@example.org"])
    mails = {one.to[0]: one for one in mailoutbox}
    assert "Waarom: De zaal is dicht." in mails["leader@example.org"].body
    assert "De zaal is dicht." not in mails["gast@example.org"].body
    assert f"/bijeenkomsten/{closing.pk}/" in mails["leader@example.org"].body
    ((_name, content, _kind),) = mails["gast@example.org"].attachments
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert entry["uid"].startswith(f"meeting-{closing.pk}@")
    assert entry.decoded("dtstart") == closing.starts_at + timedelta(days=1)


def test_who_moved_it_knows(cast: Cast, closing: Meeting, mailoutbox: list[EmailMessage]) -> None:
    moved = move(closing, 1, by=cast.leader)
    send_move_notices()
    assert "leader@example.org" not in to(mailoutbox)
    mailoutbox.clear()
    undo_move(move=moved, by=cast.ambassador)  # and is told when somebody else undoes it
    send_move_notices()
    assert to(mailoutbox) == ["colleague@example.org", "gast@example.org", "leader@example.org"]


def test_undone_first_nobody_hears_anything(cast: Cast, closing: Meeting, mailoutbox: list[EmailMessage]) -> None:
    undo_move(move=move(closing, 1), by=None)
    assert (send_move_notices(), mailoutbox) == (0, [])
    assert not MoveNotice.objects.filter(given_up="").exists()


def test_undone_afterwards_all_hear_it_once_more(cast: Cast, closing: Meeting, mailoutbox: list[EmailMessage]) -> None:
    moved = move(closing, 1)
    send_move_notices()
    undo_move(move=moved, by=None)
    mailoutbox.clear()
    assert [send_move_notices(), send_move_notices()] == [4, 0]
    assert "Waarom" not in mailoutbox[0].body


def test_a_date_nobody_knew_yet_and_a_practice_project_tell_nobody(cast: Cast, closing: Meeting) -> None:
    Meeting.objects.update(announced_on=None)
    move(closing, 1)
    Meeting.objects.update(announced_on=timezone.localdate())
    type(cast.project).objects.update(is_practice=True)
    move(closing, 1)
    assert not MoveNotice.objects.exists()
