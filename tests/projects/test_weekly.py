"""Monday's mail: once a week to who runs projects, in numbers, whatever happens to machine and mail server."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.core.mail import EmailMessage

from matching.actions import form_couple, log_outing, make_due_check_ins, record_call
from matching.models import CheckIn
from participants.actions import note_attendance
from projects.actions import make_weekly_summaries
from projects.models import Meeting, Project, WeeklySummary
from projects.tasks import make_weekly_summaries as make
from projects.tasks import send_weekly_summaries as send
from projects.weekly import readers, week_of, week_to_tell
from tests.conftest import Cast

MONDAY = date(2027, 3, 15)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "week"),
    [
        ("2027-03-15T07:29:00+01:00", None),
        ("2027-03-15T07:30:00+01:00", MONDAY),
        ("2027-03-18T23:00:00+01:00", MONDAY),
        ("2027-03-21T23:59:00+01:00", MONDAY),
        ("2027-03-29T05:29:00+00:00", None),  # half past seven in summer time is an hour earlier on the world's clock
        ("2027-03-29T05:30:00+00:00", date(2027, 3, 29)),
        ("2027-11-01T06:29:00+00:00", None),
        ("2027-11-01T06:30:00+00:00", date(2027, 11, 1)),
    ],
)
def test_it_is_due_from_half_past_seven_in_amsterdam(now: str, week: date | None) -> None:
    assert week_to_tell(at(now)) == week


@pytest.fixture
def monday(cast: Cast, clock: time_machine.Traveller) -> Cast:
    clock.move_to(at("2027-03-15T07:31:00+01:00"))
    return cast


def test_coordinators_and_project_leaders_get_one(cast: Cast) -> None:
    assert [user.name for user in readers(MONDAY)] == ["Coordinator", "Leader"]
    cast.leader.is_active = False
    cast.leader.save()
    assert [user.name for user in readers(MONDAY)] == ["Coordinator"]
    assert [user.name for user in readers(date(2028, 1, 3))] == ["Coordinator"]


def test_once_a_week_however_often_the_tasks_run(
    monday: Cast, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    assert [make(), make()] == [2, 0]
    assert [send(), send()] == [2, 0]
    for _day in range(6):
        clock.shift(timedelta(days=1))
        make()
        send()
    assert sorted(message.to[0] for message in mailoutbox) == ["coordinator@example.org", "leader@example.org"]
    clock.shift(timedelta(days=1))
    make()
    send()
    assert len(mailoutbox) == 4


def test_a_machine_that_was_off_makes_up_for_it(cast: Cast, clock: time_machine.Traveller) -> None:
    clock.move_to(at("2027-03-17T20:00:00+01:00"))
    assert {row.week for row in make_weekly_summaries(by=None)} == {MONDAY}


def test_a_mail_server_that_is_down_delays_it_and_an_old_one_is_not_sent_any_more(
    monday: Cast, clock: time_machine.Traveller, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    make()
    with monkeypatch.context() as patched:

        def fail(message: EmailMessage) -> None:
            raise SMTPServerDisconnected

        patched.setattr(EmailMessage, "send", fail)
        assert send() == 0
    WeeklySummary.objects.filter(user=monday.coordinator).update(claimed_at=None)
    assert (send(), len(mailoutbox)) == (1, 1)
    clock.shift(timedelta(days=7))
    assert send() == 0
    assert not WeeklySummary.objects.filter(sent_at__isnull=True, given_up="").exists()


def test_it_tells_the_week_in_numbers_and_names_nobody(
    cast: Cast, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=None, on=date(2027, 2, 20))
    form_couple(project=cast.project, old=cast.corrie, new=[cast.lale], by=None, on=date(2027, 2, 20))
    log_outing(couple=couple, day=date(2027, 3, 10), hours=Decimal(2), by=None)
    make_due_check_ins(by=None, on=date(2027, 3, 12))
    calls = CheckIn.objects.order_by("pk")
    record_call(check_in=calls[0], outcome="help", note="", by=cast.ambassador)
    record_call(check_in=calls[1], outcome="no_answer", note="", by=cast.ambassador)
    mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
    note_attendance(meeting=mix, participant=cast.oksana, present=True, by=None)
    clock.move_to(at("2027-03-15T07:31:00+01:00"))
    make()
    send()
    body = next(message.body for message in mailoutbox if message.to == ["leader@example.org"])
    for words in (
        "Dag Leader,",
        "1 deelnemer vraagt om hulp, neemt niet op of stopt",
        "1 koppel heeft elkaar langer dan 14 dagen niet gezien",
        "1 deelnemer wacht nog op een mixmaatje",
        "1 ontmoeting van een koppel",
        "1 koppel zag elkaar sinds ma 8 maart 2027, 1 niet",
        "belronde: 1 gesproken, 1 keer geen gehoor",
        "1 bijeenkomst\n",
    ):
        assert words in body, words
    for name in (*cast.people, "Proefpersoon", "Noord 2027"):
        assert name.lower() not in body.lower(), name


def test_a_quiet_week_says_so(monday: Cast, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch) -> None:
    Project.objects.update(ends_on=date(2027, 3, 14), starts_on=date(2027, 1, 1))
    make()
    send()
    (message,) = mailoutbox
    assert "Het is rustig" in message.body
    assert "Er loopt nu geen project." in message.body


def test_as_many_questions_for_many_projects_as_for_one(monday: Cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.mixen.test_query_counts import couples, projects

    couples(monday, 2)
    projects(monday, 2)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            week_of(monday.coordinator, MONDAY, MONDAY)
        return len(captured)

    few = asked()
    couples(monday, 10)
    projects(monday, 18)
    assert asked() == few
