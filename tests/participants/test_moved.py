"""A meeting moves: who knew the old time hears the new one once, in their language; undoing it tells no more."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from participants import actions
from participants.invitations import send_invitations
from participants.inviting import MOVED
from participants.messages import send_messages
from participants.models import Invitation, Message
from participants.papers.letters import letters_pdf
from projects.actions import change_meeting, undo_move
from projects.models import Meeting, MeetingMove
from tests.conftest import Cast
from tests.participants.invited import ADDRESS, invite_all, reachable_by_all_ways
from tests.participants.telling import CLOSING
from tests.participants.test_invitations import event_of

DAY = timedelta(days=1)


@pytest.fixture
def told(cast: Cast, closing: Meeting, settings: Any, mailoutbox: list[EmailMessage]) -> dict[str, Invitation]:
    """The closing meeting was announced, everybody was invited, and Joop's letter was posted."""
    settings.SMS_BACKEND = "file"
    Meeting.objects.filter(pk=closing.pk).update(announced_on=timezone.localdate())
    closing.refresh_from_db()
    reachable_by_all_ways(cast)
    rows = invite_all(closing, cast.coordinator)
    send_invitations()
    actions.note_posted(meeting=closing, invitations=[rows["joop"].pk], by=None)
    mailoutbox.clear()
    return rows


def move(closing: Meeting, begin: datetime, by: Any = None) -> MeetingMove:
    meeting = Meeting.objects.get(pk=closing.pk)
    change_meeting(meeting=meeting, starts_at=begin, ends_at=begin + 2 * timedelta(hours=1), reason="De zaal", by=by)
    return meeting.moves.first()


def sent() -> int:
    return Message.objects.filter(kind=MOVED, sent_at__isnull=False).count()


def test_everybody_who_was_told_hears_it_once(
    told: dict[str, Invitation], closing: Meeting, mailoutbox: list[EmailMessage]
) -> None:
    move(closing, CLOSING + DAY)
    assert [send_messages(), send_messages()] == [7, 0]
    letters = {one.to[0]: one for one in mailoutbox}
    assert set(letters) == {"ans@example.org", "samira@example.org"}
    body = letters["ans@example.org"].body
    for words in ("Let op: Slotbijeenkomst is op een andere dag", "zondag 13 juni 2027", "Eerst was het", "12 juni"):
        assert words in body or words.replace("zondag", "zo").replace("juni", "jun") in body
    assert "انتبه: اللقاء الختامي" in letters["samira@example.org"].body
    assert "De zaal" not in body


def test_the_calendar_takes_the_new_one_for_the_same_meeting(
    cast: Cast, closing: Meeting, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    reachable_by_all_ways(cast)
    actions.invite(meeting=closing, people=[cast.ans], by=None)
    send_invitations()
    move(closing, CLOSING + DAY)
    send_messages()
    first, second = (event_of(one) for one in mailoutbox)
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]
    assert second.decoded("dtstart") == CLOSING + DAY


def test_undone_before_it_was_told_nobody_hears_anything(told: dict[str, Invitation], closing: Meeting) -> None:
    undo_move(move=move(closing, CLOSING + DAY), by=None)
    assert send_messages() == 0
    assert Message.objects.filter(kind=MOVED, given_up="").count() == 0


def test_undone_afterwards_everybody_hears_it_again(
    told: dict[str, Invitation], closing: Meeting, mailoutbox: list[EmailMessage]
) -> None:
    moved = move(closing, CLOSING + DAY)
    send_messages()
    undo_move(move=moved, by=None)
    mailoutbox.clear()
    assert [send_messages(), send_messages()] == [7, 0]
    assert {event_of(one).decoded("dtstart") for one in mailoutbox} == {CLOSING}
    move(closing, CLOSING + DAY)  # and once more to the day that was told of before
    assert [send_messages(), send_messages()] == [7, 0]


def test_undone_halfway_only_who_heard_it_hears_that(told: dict[str, Invitation], closing: Meeting) -> None:
    moved = move(closing, CLOSING + DAY)
    Message.objects.filter(kind=MOVED, participant=told["ans"].participant).update(sent_at=timezone.now())
    undo_move(move=moved, by=None)
    assert send_messages() == 1
    again = Message.objects.filter(kind=MOVED, sent_at__isnull=False).values_list(
        "participant__person__call_name", flat=True
    )
    assert list(again) == ["Ans", "Ans"]


def test_moved_twice_before_it_was_told_only_the_last_is(told: dict[str, Invitation], closing: Meeting) -> None:
    move(closing, CLOSING + DAY)
    move(closing, CLOSING + 2 * DAY)
    assert (send_messages(), sent()) == (7, 7)
    assert {message.begins_at for message in Message.objects.filter(sent_at__isnull=False)} == {CLOSING + 2 * DAY}


def test_an_invitation_that_waits_tells_the_new_time_itself(
    cast: Cast, closing: Meeting, mailoutbox: list[EmailMessage]
) -> None:
    reachable_by_all_ways(cast)
    actions.invite(meeting=closing, people=[cast.ans], by=None)
    move(closing, CLOSING + DAY)
    assert (send_invitations(), send_messages()) == (1, 0)
    assert event_of(mailoutbox[0]).decoded("dtstart") == CLOSING + DAY


def test_who_got_a_letter_gets_another_one(told: dict[str, Invitation], closing: Meeting, cast: Cast) -> None:
    assert not closing.invitations.letters(closing).exists()
    move(closing, CLOSING + DAY)
    now = Meeting.objects.get(pk=closing.pk)
    rows = list(now.invitations.letters(now).with_people())
    assert [row.participant for row in rows] == [cast.joop]
    assert letters_pdf(now, rows).startswith(b"%PDF")
    actions.note_posted(meeting=now, invitations=[rows[0].pk], by=None)
    assert not now.invitations.letters(now).exists()


def test_who_stopped_or_was_not_invited_hears_nothing(
    told: dict[str, Invitation], closing: Meeting, cast: Cast
) -> None:
    Invitation.objects.filter(pk=told["willem"].pk).delete()
    actions.withdraw(participant=cast.ans, reason="x", by=None)
    move(closing, CLOSING + DAY)
    assert send_messages() == 5


def test_the_page_says_who_does_not_know_yet(
    told: dict[str, Invitation], closing: Meeting, cast: Cast, as_user: Any
) -> None:
    client, page = as_user(cast.leader), f"{ADDRESS}{closing.pk}/"
    assert "nieuwe datum nog niet" not in client.get(page).content.decode()
    moved = move(closing, CLOSING + DAY)
    text = client.get(page).content.decode()
    assert "8 mensen kennen de nieuwe datum nog niet" in text
    assert "Omdat: De zaal" in text
    assert f"/{moved.pk}/terug/" in text
    send_messages()
    assert "1 mens kent de nieuwe datum nog niet" in client.get(page).content.decode()  # Joop, by letter
