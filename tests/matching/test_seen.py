"""When couples lose sight of each other, and what a pause changes about that."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from matching.actions import log_outing
from matching.filters import CoupleFilter
from matching.models import Couple, Pause
from matching.seen import last_seen, lost_sight
from tests.conftest import Cast
from tests.matching.conftest import Form

TODAY = date(2027, 3, 12)
DAY = timedelta(days=1)


def lost(days: int) -> dict[str, date]:
    found = lost_sight(Couple.objects.active(), TODAY + days * DAY)
    return {Couple.objects.get(pk=couple).title: last for couple, last in found.items()}


def pause(couple: Couple, since: int, until: int | None) -> None:
    last = None if until is None else TODAY + until * DAY
    Pause.objects.create(couple=couple, since=TODAY + since * DAY, until=last, reason="vakantie")


def test_two_weeks_are_for_who_just_began(cast: Cast, couple: Any) -> None:
    assert lost(14) == {}
    assert lost(15) == {"Ans en Samira": TODAY}


@pytest.mark.parametrize(
    ("since", "until", "on", "told"),
    [
        (5, None, 40, False),  # nobody knows yet until when
        (5, 30, 30, False),
        (5, 30, 44, False),  # two weeks from the last day of the pause
        (5, 30, 45, True),
        (41, None, 40, True),  # a pause that is still to come
    ],
)
def test_a_pause_is_no_losing_sight(
    cast: Cast, couple: Any, since: int, until: int | None, on: int, told: bool
) -> None:
    pause(couple, since, until)
    assert lost(on) == ({"Ans en Samira": TODAY} if told else {})


def test_a_pause_of_another_couple_changes_nothing(cast: Cast, form: Form, couple: Any) -> None:
    pause(form("corrie", "lale"), 5, None)
    assert list(lost(20)) == ["Ans en Samira"]


def test_the_newest_meeting_counts_in_whatever_order_they_were_noted(cast: Cast, form: Form, clock: Any) -> None:
    couple = form("ans", "samira", on=TODAY - 30 * DAY)
    for days in (3, 9, 20):
        log_outing(couple=couple, day=TODAY - days * DAY, hours=Decimal(2), by=cast.ambassador)
    assert last_seen(Couple.objects.with_members()) == {couple.pk: TODAY - 3 * DAY}


def test_the_list_of_couples_shows_those(cast: Cast, form: Form, couple: Any, clock: Any) -> None:
    other = form("corrie", "lale")
    clock.shift(timedelta(days=16))
    log_outing(couple=other, day=TODAY + 10 * DAY, hours=Decimal(2), by=cast.ambassador)
    rows = cast.project.couples.with_members().with_outings()
    assert [one.title for one in CoupleFilter(cast.project, {"state": "unseen"}, rows).qs] == ["Ans en Samira"]
