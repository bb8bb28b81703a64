"""Couples that lost sight of each other; an excursion both attended counts as seeing each other."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from excursions.actions import note_attendance, sign_up
from excursions.models import Signup
from matching.actions import end_couple, form_couple, log_outing
from matching.attention import couples_not_seen
from matching.models import Couple
from matching.seen import last_seen, seen_on
from tests.conftest import Cast
from tests.excursions.conftest import Plan, Turn

TODAY = date(2027, 3, 12)


def unseen(cast: Cast, days: int) -> dict[str, str]:
    """Which couples are shown so many days after they formed, each with its mark."""
    items = list(couples_not_seen([cast.project, cast.foreign], TODAY + timedelta(days=days)))
    titles = [couple.title for couple in Couple.objects.active().with_members()]
    assert all(item.mark in item.title for item in items)
    return {title: item.mark for item in items for title in titles if item.title.startswith(f"{title} ")}


Been = Callable[..., None]


@pytest.fixture
def been(cast: Cast, plan: Plan, afterwards: Turn) -> Been:
    """An excursion on 26 March to which these came, but for ``absent``."""

    def go(people: list[Any], absent: str = "") -> None:
        excursion = plan(12, starts_at=datetime.fromisoformat("2027-03-26T13:30:00+01:00"))
        signups = sign_up(excursion=excursion, people=people, by=cast.ambassador)
        afterwards()
        for signup in signups:
            came = signup.participant.person.goes_by != absent
            note_attendance(signup=signup, attended=came, by=cast.ambassador)

    return go


@pytest.mark.parametrize(("days", "shown"), [(14, set()), (15, {"Ans en Samira", "Joop, Tesfay en Lale"})])
def test_a_new_couple_has_two_weeks(cast: Cast, couples: list[Any], days: int, shown: set[str]) -> None:
    end_couple(couple=couples[2], reason="no_click", by=cast.leader)
    assert set(unseen(cast, days)) == shown


def test_an_outing_starts_the_days_anew(cast: Cast, couples: list[Any], clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=5))
    log_outing(couple=couples[0], day=TODAY + timedelta(days=5), hours=Decimal(2), by=cast.ambassador)
    assert "Ans en Samira" not in unseen(cast, 19)
    assert unseen(cast, 20)["Ans en Samira"] == "15"


def test_an_excursion_everybody_of_the_couple_attended_counts(cast: Cast, couples: list[Any], been: Been) -> None:
    been([*couples[0].people, *couples[1].people])
    assert unseen(cast, 28) == {"Corrie en Oksana": "28"}
    assert unseen(cast, 29)["Joop, Tesfay en Lale"] == "15"


def test_an_excursion_one_of_them_missed_does_not(cast: Cast, couples: list[Any], been: Been) -> None:
    been([*couples[0].people, *couples[1].people], absent="Lale")
    assert set(unseen(cast, 15)) == {"Joop, Tesfay en Lale", "Corrie en Oksana"}


def test_each_couple_somebody_was_in_has_its_own_last_day(
    cast: Cast, couples: list[Any], been: Been, as_user: Any
) -> None:
    been(couples[0].people)
    end_couple(couple=couples[0], reason="no_click", by=cast.leader)
    form_couple(project=cast.project, old=cast.ans, new=[cast.samira], again=True, by=cast.leader)
    rows = Couple.objects.with_members().filter(members__participant=cast.ans).order_by("pk")
    assert [seen_on(rows).get(row.pk) for row in rows] == [date(2027, 3, 26), None]
    page = as_user(cast.leader).get(f"{cast.project.get_absolute_url()}koppels/?q=Ans")
    assert [row["seen"] for row in page.context["rows"]] == [date(2027, 3, 26), None]
    assert "26 mrt 2027" in as_user(cast.leader).get(couples[0].get_absolute_url()).content.decode()


def test_the_last_day_is_told(cast: Cast, couples: list[Any], been: Been) -> None:
    been(couples[0].people)
    item = next(iter(couples_not_seen([cast.project], TODAY + timedelta(days=40))))
    assert item.title.startswith("Ans en Samira ")
    assert "26 dagen" in item.title
    assert "26" in item.reason.removeprefix(str(cast.project))
    assert item.url.endswith(f"/{couples[0].pk}/")


def test_both_going_on_different_trips_have_not_seen_each_other(
    cast: Cast, couples: list[Any], plan: Plan, afterwards: Turn
) -> None:
    for name, one in zip(("Hortus", "Molen"), couples[0].people, strict=True):
        excursion = plan(12, name=name, starts_at=datetime.fromisoformat("2027-03-26T13:30:00+01:00"))
        sign_up(excursion=excursion, people=[one], by=cast.ambassador)
    afterwards()
    for signup in Signup.objects.all():
        note_attendance(signup=signup, attended=True, by=cast.ambassador)
    active = list(Couple.objects.active().with_members())
    assert last_seen(active)[couples[0].pk] == TODAY
