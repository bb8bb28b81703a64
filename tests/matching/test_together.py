"""Shares of couples that met, and the couple in the middle, from the rows of their outings."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from matching import report_together as told
from matching.actions import end_couple, log_outing
from matching.monthly import met_twice
from matching.overview import couples_together
from matching.together import mean, middle, tried
from tests.conftest import Cast
from tests.matching.conftest import Form

FORMED = date(2027, 3, 12)


@pytest.fixture
def couples(cast: Cast, form: Form, clock: time_machine.Traveller) -> list[Any]:
    """Three couples of 12 March: one met on day 14 and later, one on day 15 alone, one broke off without meeting."""
    made = [form("ans", "samira"), form("joop", "tesfay"), form("corrie", "lale")]
    clock.shift(timedelta(days=40))
    for couple, after, hours in ((made[0], 14, "2"), (made[0], 30, "4"), (made[1], 15, "1.5")):
        day = FORMED + timedelta(days=after)
        log_outing(couple=couple, day=day, hours=Decimal(hours), by=cast.ambassador)
    end_couple(couple=made[2], reason="no_click", by=cast.leader)
    return made


def test_shares_are_of_every_couple_also_one_that_broke_off(cast: Cast, couples: list[Any]) -> None:
    assert (told.met_twice(cast.project), told.met_soon(cast.project)) == (33, 33)
    log_outing(couple=couples[1], day=FORMED, hours=Decimal(1), by=cast.ambassador)
    assert (told.met_twice(cast.project), told.met_soon(cast.project)) == (67, 67)


def test_a_couple_made_by_mistake_and_one_of_a_fortnight_count_for_nothing(
    cast: Cast, couples: list[Any], form: Form, clock: time_machine.Traveller
) -> None:
    fresh = form("willem", "oksana")
    assert fresh not in [one.couple for one in tried(cast.project, fresh.formed_on + timedelta(days=13))]
    assert fresh in [one.couple for one in tried(cast.project, fresh.formed_on + timedelta(days=14))]
    clock.shift(timedelta(days=20))
    assert told.met_twice(cast.project) == 25
    end_couple(couple=fresh, reason="mistake", by=cast.leader)
    assert told.met_twice(cast.project) == 33


def test_nothing_is_a_share_of_no_couples(cast: Cast, form: Form) -> None:
    form("ans", "samira")
    assert told.met_twice(cast.project) is None
    assert told.met_soon(cast.project) is None


def test_the_rows_behind_a_share_add_up_to_it(cast: Cast, couples: list[Any]) -> None:
    rows = [row.text for row in told._rows(cast.project, told._soon)]
    assert [" · ja · " in row for row in rows] == [True, False, False]
    assert "12 mrt 2027" in rows[0]
    assert "26 mrt 2027" in rows[0]
    assert rows[2].endswith("zagen elkaar nog niet")


def test_the_couple_in_the_middle_is_not_the_mean(cast: Cast, couples: list[Any]) -> None:
    assert told.meetings_per_couple(cast.project) == told.meetings_in_the_middle(cast.project) == Decimal("1.5")
    assert told.hours_per_couple(cast.project) == Decimal("3.8")
    assert told.hours_in_the_middle(cast.project) == Decimal("3.8")  # 1.5 and 6, halfway, half up
    for _time in range(4):
        log_outing(couple=couples[0], day=FORMED, hours=Decimal(3), by=cast.ambassador)
    assert told.meetings_per_couple(cast.project) == Decimal("3.5")


@pytest.mark.parametrize(
    ("numbers", "average", "between"),
    [
        ([], "0.0", "0.0"),
        ([3], "3.0", "3.0"),
        ([1, 2, 9], "4.0", "2.0"),
        ([1, 2, 4, 9], "4.0", "3.0"),
        ([Decimal("0.25"), Decimal("0.5")], "0.4", "0.4"),
    ],
)
def test_mean_and_median(numbers: list[Any], average: str, between: str) -> None:
    assert mean(numbers) == Decimal(average)
    assert middle(numbers) == Decimal(between)


def test_the_overview_tells_the_same(cast: Cast, couples: list[Any]) -> None:
    panel = couples_together(cast.project, cast.leader)
    assert panel is not None
    found = {key: panel.context[key] for key in ("tried", "met_twice", "met_soon", "mean", "middle")}
    assert found == {"tried": 3, "met_twice": 1, "met_soon": 1, "mean": Decimal("1.5"), "middle": Decimal("1.5")}


def test_a_month_counts_what_was_known_at_its_end(cast: Cast, couples: list[Any]) -> None:
    log_outing(couple=couples[1], day=date(2027, 4, 3), hours=Decimal(1), by=cast.ambassador)
    months = [date(2027, 3, 31), date(2027, 4, 10), date(2027, 4, 30)]
    assert [met_twice(cast.project, until) for until in months] == [0, 1, 2]
