"""The mails with the calls of the day: each goes out once, whatever happens to queue and mail server."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage

from matching.actions import end_couple, record_call
from matching.models import CallList, CheckIn
from matching.tasks import make_due_check_ins, send_due_call_lists
from tests.conftest import Cast
from tests.matching.conftest import Form

DUE = date(2027, 3, 26)


@contextmanager
def no_mail_server(error: Exception) -> Iterator[None]:
    """Every mail fails with ``error``."""

    def fail(message: EmailMessage) -> None:
        raise error

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(EmailMessage, "send", fail)
        yield


@pytest.fixture
def due(couple: Any, clock: time_machine.Traveller) -> CallList:
    """The list of Ans and Samira, two weeks later."""
    clock.shift(timedelta(days=14))
    assert make_due_check_ins() == 2
    return CallList.objects.get()


def test_the_mail_lists_the_people_and_no_numbers(cast: Cast, due: CallList, mailoutbox: list[EmailMessage]) -> None:
    assert send_due_call_lists() == 1
    (message,) = mailoutbox
    assert message.to == ["ambassador@example.org"]
    assert " 2 " in message.subject
    for words in ("Dag Ambassador", "Ans (in het begin)", "Samira (in het begin)", "/belronde/", cast.project.name):
        assert words in message.body
    everything = message.subject + message.body
    for private in ("612345678", "06", "Proefpersoon", "1069"):
        assert private not in everything


def test_only_own_people_who_are_still_to_be_called_are_listed(
    cast: Cast, form: Form, couple: Any, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    form("corrie", "lale", ambassador=cast.colleague)
    clock.shift(timedelta(days=14))
    make_due_check_ins()
    ans = CheckIn.objects.get(member__participant=cast.ans)
    record_call(check_in=ans, outcome="well", note="", by=cast.ambassador)
    assert send_due_call_lists() == 2
    bodies = {message.to[0]: message.body for message in mailoutbox}
    for mine, listed in (("ambassador@example.org", {"Samira"}), ("colleague@example.org", {"Corrie", "Lale"})):
        names = {name for name in ("Ans", "Samira", "Corrie", "Lale") if name in bodies[mine]}
        assert names == listed


def test_one_person_is_counted_as_one(cast: Cast, due: CallList, mailoutbox: list[EmailMessage]) -> None:
    ans = CheckIn.objects.get(member__participant=cast.ans)
    record_call(check_in=ans, outcome="well", note="", by=cast.ambassador)
    send_due_call_lists()
    assert " 1 " in mailoutbox[0].subject
    assert "Ans" not in mailoutbox[0].body


def test_a_list_is_sent_once(due: CallList, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]) -> None:
    assert [send_due_call_lists(), send_due_call_lists()] == [1, 0]
    clock.shift(timedelta(days=3))
    make_due_check_ins()
    assert send_due_call_lists() == 0
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("error", [SMTPServerDisconnected("gone"), ConnectionRefusedError(), TimeoutError()])
def test_a_mail_that_failed_is_tried_again_after_ten_minutes(
    due: CallList, clock: time_machine.Traveller, mailoutbox: list[EmailMessage], error: Exception
) -> None:
    with no_mail_server(error):
        assert send_due_call_lists() == 0
    clock.shift(timedelta(minutes=9, seconds=59))
    assert send_due_call_lists() == 0
    clock.shift(timedelta(seconds=2))
    assert send_due_call_lists() == 1
    kept = CallList.objects.get()
    assert (len(mailoutbox), kept.failures, kept.sent_at is not None) == (1, 1, True)


def test_a_mail_server_that_is_down_for_a_day_loses_nothing(
    due: CallList, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    with no_mail_server(ConnectionRefusedError()):
        for _quarter in range(4 * 24):
            send_due_call_lists()
            clock.shift(timedelta(minutes=15))
    assert CallList.objects.get().failures > 20  # no more than about once an hour
    clock.shift(timedelta(hours=1))
    assert send_due_call_lists() == 1
    assert "Samira" in mailoutbox[0].body


def test_one_that_fails_does_not_hold_up_the_others(
    cast: Cast, form: Form, couple: Any, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    form("corrie", "lale", ambassador=cast.colleague)
    clock.shift(timedelta(days=14))
    make_due_check_ins()
    send, sent = EmailMessage.send, []

    def choosy(message: EmailMessage) -> int:
        if message.to == ["ambassador@example.org"]:
            raise SMTPServerDisconnected
        sent.append(message.to)
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", choosy)
    assert send_due_call_lists() == 1
    assert sent == [["colleague@example.org"]]


def test_one_that_another_worker_holds_is_left_alone(
    due: CallList, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    CallList.objects.update(claimed_at=datetime.fromisoformat("2027-03-26T13:55:00+01:00"))
    assert send_due_call_lists() == 0
    clock.shift(timedelta(minutes=6))
    assert send_due_call_lists() == 1
    assert len(mailoutbox) == 1


def test_the_ten_minutes_are_real_ones_when_the_clock_goes_back(
    form: Form, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    form("ans", "samira", on=date(2027, 10, 17))
    clock.move_to(datetime.fromisoformat("2027-10-31T02:55:00+02:00"))
    make_due_check_ins()
    with no_mail_server(ConnectionRefusedError()):
        send_due_call_lists()
    clock.move_to(datetime.fromisoformat("2027-10-31T02:04:00+01:00"))
    assert send_due_call_lists() == 0
    clock.move_to(datetime.fromisoformat("2027-10-31T02:06:00+01:00"))
    assert send_due_call_lists() == 1


def test_a_call_that_comes_up_after_the_mail_of_that_day_is_mailed_too(
    cast: Cast, form: Form, due: CallList, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    """A couple of three weeks ago is entered an hour after the list of the day went out."""
    send_due_call_lists()
    clock.shift(timedelta(hours=1))
    form("corrie", "lale", on=DUE - timedelta(days=21))
    for _day in range(3):
        make_due_check_ins()
        send_due_call_lists()
        clock.shift(timedelta(days=1))
    assert any("Corrie" in message.body and "Lale" in message.body for message in mailoutbox)


def test_with_nobody_left_to_call_no_mail_is_sent(
    cast: Cast, couple: Any, due: CallList, mailoutbox: list[EmailMessage]
) -> None:
    end_couple(couple=couple, reason="no_click", by=cast.leader)
    send_due_call_lists()
    assert mailoutbox == []
