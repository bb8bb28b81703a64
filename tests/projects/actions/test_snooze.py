"""A line of the attention list may wait: how long, why, and that it is back by itself."""

from datetime import date, timedelta

import pytest
import time_machine

from mixen.errors import DomainError
from projects.actions import finish_step, snooze, wake
from projects.models import PlanStep, Snooze
from projects.watching import look_at
from tests.conftest import NOW, Cast

TODAY = NOW.date()
DAY = timedelta(days=1)
KEY = "late_steps"


def put_off(cast: Cast, until: date = TODAY + DAY, key: str = KEY, reason: str = "vakantie") -> Snooze:
    return snooze(project=cast.project, key=key, until=until, reason=reason, by=cast.leader)


def keys(cast: Cast, on: date = TODAY) -> tuple[set[str], set[str]]:
    """What shows and what waits of the cast's project."""
    found = look_at([cast.project], on)
    return {item.key for item in found.items}, {item.key for item, _snooze in found.put_off}


def test_it_is_gone_up_to_and_including_the_day_and_then_back(cast: Cast) -> None:
    assert KEY in keys(cast)[0]
    put_off(cast, until=TODAY + 3 * DAY)
    assert [KEY in keys(cast, TODAY + days * DAY)[0] for days in (0, 3, 4)] == [False, False, True]
    assert [KEY in keys(cast, TODAY + days * DAY)[1] for days in (0, 3, 4)] == [True, True, False]


def test_another_project_keeps_its_own_line(cast: Cast) -> None:
    put_off(cast)
    assert KEY in {item.key for item in look_at([cast.foreign, cast.project], TODAY).items}


def test_what_was_solved_is_not_listed_as_waiting(cast: Cast) -> None:
    put_off(cast)
    for step in PlanStep.objects.filter(project=cast.project):
        finish_step(step=step, by=cast.leader)
    assert keys(cast)[1] == set()


@pytest.mark.parametrize(
    ("key", "days", "allowed"),
    [
        (KEY, -1, False),
        (KEY, 0, True),
        (KEY, 30, True),
        (KEY, 31, False),
        ("concern_open:4", 3, True),
        ("concern_open:4", 4, False),
    ],
)
def test_how_long_it_may_wait(cast: Cast, key: str, days: int, allowed: bool) -> None:
    if allowed:
        assert put_off(cast, until=TODAY + days * DAY, key=key).until == TODAY + days * DAY
        return
    with pytest.raises(DomainError) as refused:
        put_off(cast, until=TODAY + days * DAY, key=key)
    assert refused.value.field == "until"
    assert not Snooze.objects.exists()


def test_put_off_again_the_newest_counts_and_the_history_keeps_both(cast: Cast, clock: time_machine.Traveller) -> None:
    put_off(cast, reason="eerst dit")
    clock.shift(timedelta(days=5))
    found = put_off(cast, until=TODAY + 9 * DAY, reason="toen dat")
    assert Snooze.objects.get() == found
    assert (found.reason, found.snoozed_by) == ("toen dat", cast.leader)
    assert [row.reason for row in Snooze.history.order_by("history_date")] == ["eerst dit", "toen dat"]


def test_undone_it_is_back_at_once(cast: Cast) -> None:
    wake(snooze=put_off(cast), by=cast.leader)
    assert KEY in keys(cast)[0]
    assert Snooze.history.filter(history_type="-").count() == 1
