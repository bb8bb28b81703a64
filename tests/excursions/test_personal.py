"""Excursions on somebody's own page: what is full is said beforehand, alone or together, and taking it back."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from excursions.actions import sign_up
from excursions.models import Signup
from matching.actions import form_couple
from participants.models import Participant, PersonalLink
from tests.conftest import Cast

State = Signup.State


@pytest.fixture(autouse=True)
def empty_cache() -> Any:
    cache.clear()
    yield
    cache.clear()


def address_of(somebody: Participant) -> str:
    return f"/mijn/{PersonalLink.objects.get(participant=somebody).token}/"


def states(excursion: Any) -> dict[str, str]:
    rows = excursion.signups.select_related("participant__person").order_by("pk")
    return {row.participant.person.call_name: row.state for row in rows}


@pytest.fixture
def pair(cast: Cast) -> Any:
    return form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.ambassador)


def test_alone_and_off_again_and_twice_is_once(cast: Cast, plan: Any) -> None:
    trip, own = plan(2), address_of(cast.ans)
    assert "Vrije plekken: 2" in Client().get(own).content.decode()
    for _time in range(2):
        assert Client().post(f"{own}excursie/{trip.pk}/mee/").url == f"{own}?klaar=mee"
    assert states(trip) == {"Ans": State.GOING}
    for _time in range(2):
        assert Client().post(f"{own}excursie/{trip.pk}/afzeggen/").url == f"{own}?klaar=afgezegd"
    assert states(trip) == {"Ans": State.CANCELLED}


def test_together(cast: Cast, plan: Any, pair: Any) -> None:
    trip, own = plan(2), address_of(cast.ans)
    assert "Wij gaan samen" in Client().get(own).content.decode()
    assert Client().post(f"{own}excursie/{trip.pk}/mee/", {"together": "1"}).url == f"{own}?klaar=samen-mee"
    assert states(trip) == {"Ans": State.GOING, "Samira": State.GOING}
    assert set(trip.signups.values_list("couple", flat=True)) == {pair.pk}
    html = Client().get(address_of(cast.samira)).content.decode()
    assert "Je gaat mee" in html
    assert "Wij gaan samen" not in html


def test_what_is_full_is_said_before_and_after(cast: Cast, plan: Any, pair: Any) -> None:
    trip, own = plan(2), address_of(cast.ans)
    sign_up(excursion=trip, people=[cast.lale], by=None)
    assert "Zet ons op de wachtlijst" in Client().get(own).content.decode()
    answer = Client().post(f"{own}excursie/{trip.pk}/mee/", {"together": "1"})
    assert answer.url == f"{own}?klaar=wachtlijst"  # one place for two
    html = Client().get(address_of(cast.oksana)).content.decode()
    assert "Vol. Je komt op de wachtlijst." in html  # the place that is left is theirs
    assert "Je staat op de wachtlijst" in Client().get(own).content.decode()
    Client().post(f"{address_of(cast.lale)}excursie/{trip.pk}/afzeggen/")
    assert states(trip) == {"Lale": State.CANCELLED, "Ans": State.GOING, "Samira": State.GOING}


def test_a_refusal_is_told_on_a_page(cast: Cast, plan: Any, pair: Any) -> None:
    trip = plan(5)
    sign_up(excursion=trip, people=[cast.samira], by=None)
    answer = Client().post(f"{address_of(cast.ans)}excursie/{trip.pk}/mee/", {"together": "1"})
    assert answer.status_code == 422
    assert "Samira staat al op de lijst." in answer.content.decode()


def test_another_projects_excursion_and_one_that_was_do_not_exist(cast: Cast, plan: Any, clock: Any) -> None:
    own, foreign = address_of(cast.ans), plan(5, project=cast.foreign, name="Elders")
    assert Client().post(f"{own}excursie/{foreign.pk}/mee/").status_code == 404
    trip = plan(5)
    clock.move_to("2027-04-03T12:00:00+02:00")
    for deed in ("mee", "afzeggen"):
        assert Client().post(f"{own}excursie/{trip.pk}/{deed}/").status_code == 404
    assert not Signup.objects.exists()


def test_the_page_asks_as_often_for_many_excursions(cast: Cast, plan: Any, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    own = address_of(cast.ans)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(own).status_code == 200
        return len(captured)

    for number in range(2):
        sign_up(excursion=plan(5, name=f"Tocht {number}"), people=[cast.lale], by=None)
    few = asked()
    for number in range(2, 9):
        sign_up(excursion=plan(5, name=f"Tocht {number}"), people=[cast.oksana], by=None)
    assert asked() == few
