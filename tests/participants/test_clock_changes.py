"""The clock goes forward on 28 March 2027 and back on 31 October: each reminder once, at its usual time of day."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from participants.messages import make_messages, send_messages
from participants.models import Message
from tests.conftest import Cast
from tests.participants.telling import mail

pytestmark = pytest.mark.faults
USUAL = date(2027, 6, 13)
CHANGES = [date(2027, 3, 28), date(2027, 10, 31)]
SWEEP = timedelta(hours=1)  # what is due at ten is sent at ten, and an hour's mistake is seen


@pytest.fixture
def told_on(cast: Cast, clock: Any, mailoutbox: list[EmailMessage]) -> Callable[[date], list[tuple[str, str]]]:
    """``told_on(day)``: who was told what, and when by the clock, around a meeting on that Sunday at half past one."""
    for name in ("ans", "samira", "tesfay"):
        mail(cast.people[name], f"{name}@example.org")

    def around(day: date) -> list[tuple[str, str]]:
        begin = timezone.make_aware(datetime(day.year, day.month, day.day, 13, 30))
        Message.objects.all().delete()
        mailoutbox.clear()
        cast.foreign.meetings.all().delete()
        cast.project.meetings.exclude(kind="closing").delete()
        cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
        told = []
        cast.project.participants.update(stays_since=day)  # who has no buddy yet is asked that at another time
        clock.move_to(timezone.make_aware(datetime(day.year, day.month, day.day, 7) - timedelta(days=1)))
        while timezone.now() < begin:
            make_messages()
            known = len(mailoutbox)
            send_messages()
            now = timezone.localtime()
            told += [
                (message.to[0], f"{(now.date() - day).days} {now:%H:%M} {message.subject[:12]}")
                for message in mailoutbox[known:]
            ]
            clock.shift(SWEEP)
        return told

    return around


def test_each_reminder_comes_once_at_the_time_it_always_comes(
    told_on: Callable[[date], list[tuple[str, str]]], noted: Callable[..., None]
) -> None:
    usual = Counter(told_on(USUAL))
    assert {moment[:8] for _address, moment in usual} == {"-1 10:00"}
    assert len(usual) == 3
    changed = [Counter(told_on(day)) for day in CHANGES]
    noted(
        "clock change, 28 March and 31 October 2027",
        sent=sum(one.total() for one in changed),
        lost=sum((usual - one).total() for one in changed),
        doubled=sum((one - usual).total() for one in changed),
    )


def test_counting_hours_instead_would_be_wrong(
    told_on: Callable[[date], list[tuple[str, str]]], noted: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: who counts back twenty-seven and a half hours is right all year, and wrong on these two days."""
    usual = Counter(told_on(USUAL))
    counted = timedelta(hours=27, minutes=31)
    monkeypatch.setattr("participants.reminders._end_of_what_is_told", lambda now: now + counted)
    assert Counter(told_on(USUAL)) == usual
    wrong = [(usual - Counter(told_on(day))).total() for day in CHANGES]
    assert all(wrong)
    noted("control: hours counted back", sent=usual.total() * len(CHANGES), lost=sum(wrong), control=True)
