"""The figures about couples add up to the rows they count."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine

from matching import report, report_together
from matching.actions import end_couple, join_couple, log_outing, make_due_check_ins, record_call
from matching.models import CheckIn
from tests.conftest import Cast
from tests.matching.conftest import Form


@pytest.fixture
def season(cast: Cast, form: Form, clock: time_machine.Traveller) -> Cast:
    """One of three that goes on, one of two that completed, and one broken off; six outings, of which five count."""
    three = form("joop", "tesfay")
    two = form("ans", "samira")
    broken = form("corrie", "oksana")
    clock.shift(timedelta(days=10))
    join_couple(couple=three, participant=cast.lale, by=cast.ambassador)
    outings = [(three, "2"), (three, "1.5"), (two, "3"), (two, "0.5"), (two, "0.25"), (broken, "24")]
    for number, (couple, hours) in enumerate(outings):
        day = date(2027, 3, 12) + timedelta(days=number)
        log_outing(couple=couple, day=day, hours=Decimal(hours), by=cast.ambassador)
    end_couple(couple=two, reason="completed", on=date(2027, 6, 12), by=cast.leader)
    end_couple(couple=broken, reason="no_click", by=cast.leader)
    return cast


def test_couples_and_their_sizes(season: Cast) -> None:
    assert report.couples(season.project) == 2
    assert report.couples_of_three(season.project) == 1
    assert report.couples_of_four(season.project) is None


def test_meetings_and_hours_of_couples_that_were_not_broken_off(season: Cast) -> None:
    assert report_together.meetings_total(season.project) == 5
    assert report_together.meetings_per_couple(season.project) == Decimal("2.5")
    assert report_together.hours_per_couple(season.project) == Decimal("3.6")  # 7.25 over 2, half up


def test_couples_formed_per_day(season: Cast, form: Form) -> None:
    form("corrie", "oksana", again=True)
    table = report.couples_formed(season.project)
    assert table is not None
    assert [row[1:] for row in table["rows"]] == [[2, 5], [1, 2]]
    assert [str(row[0])[:2] for row in table["rows"]] == ["12", "22"]


def test_a_couple_of_four(cast: Cast, form: Form) -> None:
    form("corrie", "samira", "lale", "oksana")
    assert report.couples(cast.project) == 1
    assert report.couples_of_three(cast.project) == 0
    assert report.couples_of_four(cast.project) == 1


def test_who_was_spoken_counts_once(cast: Cast, form: Form) -> None:
    form("ans", "samira")
    form("corrie", "lale")
    make_due_check_ins(by=None, on=date(2027, 6, 1))
    outcomes = {cast.ans: "well", cast.samira: "help", cast.corrie: "no_answer", cast.lale: "stopped"}
    for who, outcome in outcomes.items():
        for check_in in CheckIn.objects.filter(member__participant=who):
            record_call(check_in=check_in, outcome=outcome, note="", by=cast.ambassador)
    assert report.calls_answered(cast.project) == 3


def test_a_project_without_couples_has_no_averages(season: Cast) -> None:
    empty = season.foreign
    assert (report.couples(empty), report_together.meetings_total(empty)) == (0, 0)
    assert report_together.meetings_per_couple(empty) == report_together.hours_per_couple(empty) == Decimal("0.0")
    assert report.couples_formed(empty) is None
    assert report.calls_answered(empty) is None
