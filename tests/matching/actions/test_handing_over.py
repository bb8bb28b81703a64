"""An ambassador is away: one step gives the list, and who it is about, to another."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage

from matching.actions import hand_over_calls, make_due_check_ins, note_next_appointment, record_call
from matching.actions.couples import end_couple
from matching.models import CheckIn, Couple
from matching.tasks import send_due_call_lists
from mixen.errors import DomainError
from participants.models import Participant
from tests.conftest import NOW, Cast
from tests.matching.conftest import Form

DUE = date(2027, 3, 26)


@pytest.fixture
def due(cast: Cast, couple: Any, form: Form, clock: time_machine.Traveller) -> Cast:
    """Two weeks later: Ans was spoken to, Samira is still to be called, and so are Corrie and Lale by a colleague."""
    form("corrie", "lale", ambassador=cast.colleague)
    clock.shift(timedelta(days=14))
    make_due_check_ins(by=None)
    ans = CheckIn.objects.get(member__participant=cast.ans)
    record_call(check_in=ans, outcome="well", note="", by=cast.ambassador)
    return cast


def callers() -> dict[str, str]:
    rows = CheckIn.objects.with_people()
    return {row.member.participant.person.goes_by: row.ambassador.name for row in rows if row.ambassador}


def test_open_calls_couples_and_people_go_and_what_was_done_stays(due: Cast, mailoutbox: list[EmailMessage]) -> None:
    send_due_call_lists()
    mailoutbox.clear()
    handed = hand_over_calls(project=due.project, of=due.ambassador, to=due.colleague, by=due.ambassador)
    assert handed == (1, 1, 8)
    assert callers() == {"Ans": "Ambassador", "Samira": "Colleague", "Corrie": "Colleague", "Lale": "Colleague"}
    assert set(Couple.objects.values_list("ambassador", flat=True)) == {due.colleague.pk}
    assert not Participant.objects.filter(ambassador=due.ambassador).exists()


def test_who_takes_over_gets_the_list_and_who_is_away_gets_none(
    due: Cast, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    hand_over_calls(project=due.project, of=due.ambassador, to=due.colleague, by=due.ambassador)
    send_due_call_lists()
    (message,) = mailoutbox
    assert message.to == ["colleague@example.org"]
    assert "Samira" in message.body


def test_when_todays_list_is_out_the_calls_are_on_tomorrows(
    due: Cast, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    send_due_call_lists()
    mailoutbox.clear()
    hand_over_calls(project=due.project, of=due.ambassador, to=due.colleague, by=due.ambassador)
    assert send_due_call_lists() == 0
    clock.shift(timedelta(days=1))
    send_due_call_lists()
    assert ["Samira" in message.body for message in mailoutbox] == [True]


def test_only_the_calls(due: Cast) -> None:
    handed = hand_over_calls(
        project=due.project, of=due.ambassador, to=due.leader, people_too=False, by=due.coordinator
    )
    assert handed == (1, 0, 0)
    assert Couple.objects.filter(ambassador=due.ambassador).count() == 1


def test_another_project_and_what_is_over_stay(due: Cast, couple: Any) -> None:
    end_couple(couple=couple, reason="no_click", by=due.leader)
    handed = hand_over_calls(project=due.project, of=due.ambassador, to=due.colleague, by=due.leader)
    assert handed[:2] == (0, 0)
    assert Couple.objects.get(pk=couple.pk).ambassador == due.ambassador


@pytest.mark.parametrize(
    ("of", "to", "field"),
    [
        ("ambassador", "ambassador", "to"),
        ("ambassador", "foreign_ambassador", "to"),
        ("ambassador", "official", "to"),
        ("leader", "colleague", "of"),
    ],
)
def test_what_cannot_be(due: Cast, of: str, to: str, field: str) -> None:
    before = callers()
    with pytest.raises(DomainError) as refused:
        hand_over_calls(project=due.project, of=getattr(due, of), to=getattr(due, to), by=due.leader)
    assert refused.value.field == field
    assert callers() == before


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_next_appointment_lies_ahead_and_within_a_year(cast: Cast, couple: Any, days: int) -> None:
    with pytest.raises(DomainError) as refused:
        note_next_appointment(couple=couple, at=NOW + timedelta(days=days), place="", by=cast.ambassador)
    assert refused.value.field == "day"


def test_a_couple_that_stopped_has_no_next_appointment(cast: Cast, couple: Any) -> None:
    end_couple(couple=couple, reason="no_click", by=cast.leader)
    with pytest.raises(DomainError, match="gestopt"):
        note_next_appointment(couple=couple, at=NOW + timedelta(days=1), place="", by=cast.ambassador)
