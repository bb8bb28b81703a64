"""What is sent once: claimed, tried again after growing pauses, given up with a reason, never twice."""

import logging
import smtplib
from datetime import timedelta
from typing import Any

import pytest

from mixen.errors import DomainError
from mixen.outbox import NoAnswer, NotNeeded, Refused, deliver, deliver_all, is_final, pause, why
from participants.models import CopyMail
from tests.conftest import NOW, Cast


@pytest.fixture
def rows(cast: Cast) -> Any:
    """Five things to send."""
    for name in ("ans", "willem", "corrie", "joop", "samira"):
        CopyMail.objects.create(participant=cast.people[name])
    return CopyMail.objects.all()


def failing(error: Exception) -> Any:
    def send(_row: Any) -> bool:
        raise error

    return send


def unknown(code: int = 550) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({"ans@example.org": (code, b"ans@example.org unknown")})


FINAL = [
    (Refused("nee"), "nee"),
    (unknown(), "de mailserver zegt 550"),
    (smtplib.SMTPDataError(554, b"spam"), "de mailserver zegt 554"),
]
FOR_NOW = [
    (unknown(450), "de mailserver zegt 450"),
    (smtplib.SMTPDataError(451, b"busy"), "de mailserver zegt 451"),
    (smtplib.SMTPAuthenticationError(535, b"our password"), "de mailserver zegt 535"),
    (smtplib.SMTPSenderRefused(550, b"who are you", "us@example.org"), "de mailserver zegt 550"),
    (smtplib.SMTPServerDisconnected(), "de mailserver antwoordt niet"),
    (ConnectionRefusedError(), "de mailserver antwoordt niet"),
    (TimeoutError(), "de mailserver antwoordt niet"),
    (NoAnswer("de sms-dienst zegt 500"), "de sms-dienst zegt 500"),
    (DomainError("Pango ontbreekt."), "Pango ontbreekt."),
    (ZeroDivisionError("ans@example.org"), "het bericht kon niet worden gemaakt"),
]


@pytest.mark.parametrize(("error", "reason"), FINAL)
def test_what_is_refused_for_good_is_given_up_at_once(rows: Any, error: Exception, reason: str) -> None:
    told = []
    assert not deliver(rows, rows[0].pk, failing(error), on_giving_up=told.append)
    kept = CopyMail.objects.get(pk=rows[0].pk)
    assert (kept.failures, kept.given_up, kept.sent_at, told) == (1, reason, None, [kept])


@pytest.mark.parametrize(("error", "reason"), FOR_NOW)
def test_what_is_refused_for_now_is_tried_again(rows: Any, clock: Any, error: Exception, reason: str) -> None:
    pk = rows[0].pk
    assert not is_final(error)
    assert why(error) == reason
    assert not deliver(rows, pk, failing(error))
    clock.shift(timedelta(minutes=9, seconds=59))
    assert not deliver(rows, pk, lambda row: True)
    clock.shift(timedelta(seconds=2))
    assert deliver(rows, pk, lambda row: True)
    assert CopyMail.objects.get(pk=pk).sent_at is not None


def test_the_pauses_grow_to_an_hour() -> None:
    assert [pause(number) / timedelta(minutes=1) for number in (1, 2, 3, 4, 5, 40)] == [10, 20, 40, 60, 60, 60]


def test_after_so_many_failures_it_is_given_up_with_the_last_reason(rows: Any, clock: Any) -> None:
    pk = rows[0].pk
    for _time in range(8):
        deliver(rows, pk, failing(TimeoutError()), most_failures=3)
        clock.shift(timedelta(hours=2))
    kept = CopyMail.objects.get(pk=pk)
    assert (kept.failures, kept.given_up) == (3, "de mailserver antwoordt niet")


@pytest.mark.parametrize("send", [lambda row: False, failing(NotNeeded("dit hoeft niet meer"))])
def test_what_is_not_needed_any_more_is_no_failure(rows: Any, send: Any) -> None:
    pk = rows[0].pk
    assert not deliver(rows, pk, send)
    kept = CopyMail.objects.get(pk=pk)
    assert (kept.failures, kept.given_up, kept.sent_at) == (0, "dit hoeft niet meer", None)
    assert not deliver(rows, pk, lambda row: True)


def test_a_claim_is_of_one_worker_until_that_was_silent_for_ten_minutes(rows: Any, clock: Any) -> None:
    pk = rows[0].pk

    def other_worker_too(row: Any) -> bool:
        assert not deliver(rows, row.pk, lambda row: True)
        return True

    assert deliver(rows, pk, other_worker_too)
    CopyMail.objects.filter(pk=pk).update(sent_at=None, claimed_at=NOW)  # killed while it was sending
    clock.shift(timedelta(minutes=10, seconds=1))
    assert deliver_all(rows.filter(pk=pk), lambda row: True) == 1


def test_a_server_that_never_answers_holds_a_round_up_three_times_and_the_others_get_their_turn(
    rows: Any, clock: Any
) -> None:
    tried: list[int] = []

    def hang(row: Any) -> bool:
        tried.append(row.pk)
        raise TimeoutError

    assert deliver_all(rows, hang) == 0
    first = sorted(row.pk for row in rows)[:3]
    assert tried == first
    assert deliver_all(rows, hang) == 0
    assert sorted(tried) == sorted(row.pk for row in rows)
    clock.shift(timedelta(minutes=11))
    assert deliver_all(rows, lambda row: True) == 5


def test_a_server_that_answers_is_asked_about_everybody(rows: Any) -> None:
    tried = []

    def refuse(row: Any) -> bool:
        tried.append(row.pk)
        raise unknown()

    assert deliver_all(rows, refuse) == 0
    assert len(tried) == 5


@pytest.mark.parametrize("error", [unknown(), ZeroDivisionError("ans@example.org"), OSError("ans@example.org")])
def test_no_address_gets_into_the_log(rows: Any, caplog: pytest.LogCaptureFixture, error: Exception) -> None:
    with caplog.at_level(logging.DEBUG):
        deliver(rows, rows[0].pk, failing(error))
    assert type(error).__name__ in caplog.text
    assert "@" not in caplog.text.replace("@action", "")
