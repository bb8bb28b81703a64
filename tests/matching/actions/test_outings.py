"""Noting what couples did."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from matching.actions import end_couple, log_outing, remove_outing
from matching.models import Couple, Outing
from mixen.errors import DomainError
from tests.conftest import Cast

TODAY = date(2027, 3, 12)


@pytest.fixture
def later(couple: Any, clock: time_machine.Traveller) -> date:
    """A week after the couple formed."""
    clock.shift(timedelta(days=7))
    return TODAY + timedelta(days=7)


def test_an_outing_counts_from_the_first_day_up_to_today(cast: Cast, couple: Any, later: date) -> None:
    for day in (TODAY, later):
        log_outing(couple=couple, day=day, hours=Decimal("2.25"), what="Sloterplas", by=cast.ambassador)
    found = Couple.objects.with_outings().get(pk=couple.pk)
    assert (found.meetings, found.hours, found.last_outing) == (2, Decimal("4.50"), later)


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "voor de dag waarop het koppel begon"), (8, "moet nog komen")], ids=["before", "to-come"]
)
def test_a_day_outside_the_time_of_the_couple_is_refused(
    cast: Cast, couple: Any, later: date, days: int, words: str
) -> None:
    with pytest.raises(DomainError, match=words) as refusal:
        log_outing(couple=couple, day=TODAY + timedelta(days=days), hours=Decimal(2), by=cast.ambassador)
    assert refusal.value.field == "day"
    assert not Outing.objects.exists()


def test_after_the_end_only_days_before_it_are_noted(
    cast: Cast, couple: Any, later: date, clock: time_machine.Traveller
) -> None:
    couple = end_couple(couple=couple, reason="no_time", by=cast.leader)
    clock.shift(timedelta(days=3))
    log_outing(couple=couple, day=later, hours=Decimal(2), by=cast.ambassador)
    with pytest.raises(DomainError, match="na de dag waarop het koppel stopte"):
        log_outing(couple=couple, day=later + timedelta(days=1), hours=Decimal(2), by=cast.ambassador)
    assert Outing.objects.get().day == later


def test_a_page_opened_before_the_end_notes_nothing_after_it(
    cast: Cast, couple: Any, later: date, clock: time_machine.Traveller
) -> None:
    page = Couple.objects.get(pk=couple.pk)
    end_couple(couple=couple, reason="no_click", by=cast.leader)
    clock.shift(timedelta(days=1))
    with pytest.raises(DomainError, match="na de dag waarop het koppel stopte"):
        log_outing(couple=page, day=later + timedelta(days=1), hours=Decimal(2), by=cast.ambassador)


@pytest.mark.parametrize("hours", ["0.25", "24"])
def test_from_a_quarter_of_an_hour_to_a_whole_day(cast: Cast, couple: Any, hours: str) -> None:
    assert log_outing(couple=couple, day=TODAY, hours=Decimal(hours), by=cast.ambassador).hours == Decimal(hours)


@pytest.mark.parametrize("hours", ["0", "-1", "24.25"])
def test_other_hours_are_not_kept(cast: Cast, couple: Any, hours: str) -> None:
    with pytest.raises((DomainError, IntegrityError)), transaction.atomic():
        log_outing(couple=couple, day=TODAY, hours=Decimal(hours), by=cast.ambassador)
    assert not Outing.objects.exists()


def test_one_taken_back_leaves_its_history(cast: Cast, couple: Any) -> None:
    outing = log_outing(couple=couple, day=TODAY, hours=Decimal(2), what="vergist", by=cast.ambassador)
    remove_outing(outing=outing, by=cast.colleague)
    assert not Outing.objects.exists()
    last = Outing.history.latest("history_date", "history_id")
    assert (last.history_type, last.history_user, last.what) == ("-", cast.colleague, "vergist")
    assert Couple.objects.with_outings().get(pk=couple.pk).meetings == 0


def test_outings_between_two_days_count_both_days(cast: Cast, couple: Any, later: date) -> None:
    for number in range(8):
        log_outing(couple=couple, day=TODAY + timedelta(days=number), hours=Decimal(1), by=cast.ambassador)
    first, last = TODAY + timedelta(days=2), TODAY + timedelta(days=4)
    assert Outing.objects.between(first, last).count() == 3
