"""A whole hall that signs up at once, on a real PostgreSQL."""

from datetime import datetime
from functools import partial
from typing import Any

import pytest

from excursions.actions import cancel_signup, make_booklet, plan_excursion, sign_up
from excursions.models import Booklet, Excursion, Place, Signup
from matching.actions import form_couple
from tests.conftest import Cast, signed_up
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PLACES = 20
State = Signup.State


@pytest.fixture
def excursion(cast: Cast) -> Excursion:
    return plan_excursion(
        project=cast.project,
        name="Rondvaart",
        starts_at=datetime.fromisoformat("2027-04-02T13:30:00+02:00"),
        meeting_point="Halte Osdorpplein",
        capacity=PLACES,
        by=cast.coordinator,
    )


@pytest.fixture
def hall(cast: Cast) -> list[tuple[list[Any], Any]]:
    """Thirty people: eight couples of two, two of three, and eight on their own."""
    number = 0

    def somebody(side: str) -> Any:
        nonlocal number
        number += 1
        facts = {"gender": "woman"}
        part = {"max_new": 3} if side == "old" else {}
        return signed_up(cast.project, f"Gast{number}", side, cast.ambassador, facts, part)

    parties: list[tuple[list[Any], Any]] = []
    for size in [2] * 8 + [3] * 2:
        old, *new = [somebody("old"), *(somebody("new") for _one in range(size - 1))]
        couple = form_couple(project=cast.project, old=old, new=new, by=cast.leader)
        parties.append((couple.people, couple))
    parties += [([somebody("old")], None) for _one in range(8)]
    assert sum(len(people) for people, _couple in parties) == 30
    return parties


def check(excursion: Excursion) -> None:
    rows = list(excursion.signups.exclude(state=State.CANCELLED).order_by("pk"))
    going = [row for row in rows if row.state == State.GOING]
    assert len(going) <= PLACES
    states: dict[int, set[str]] = {}
    for row in rows:
        if row.couple_id:
            states.setdefault(row.couple_id, set()).add(row.state)
    assert all(len(found) == 1 for found in states.values())
    waiting = [row for row in rows if row.state == State.WAITING]
    if waiting:
        front = [row for row in waiting if row.couple_id == waiting[0].couple_id] if waiting[0].couple_id else [0]
        assert len(front) > PLACES - len(going)


def test_thirty_people_for_twenty_places_at_once(
    cast: Cast, excursion: Excursion, hall: list[tuple[list[Any], Any]]
) -> None:
    for turn in range(3):
        excursion.signups.all().delete()
        parties = hall[turn:] + hall[:turn]
        deeds = [
            partial(sign_up, excursion=excursion, people=people, couple=couple, by=cast.leader)
            for people, couple in parties
        ]
        assert refusals(at_once(deeds)) == []
        assert excursion.signups.count() == 30
        check(excursion)


def test_cancelling_and_signing_up_at_once_keep_the_places(
    cast: Cast, excursion: Excursion, hall: list[tuple[list[Any], Any]]
) -> None:
    for people, couple in hall[:-4]:
        sign_up(excursion=excursion, people=people, couple=couple, by=cast.leader)
    leaving = [partial(cancel_signup, signup=one, by=cast.leader) for one in excursion.signups.all()[::3]]
    coming = [partial(sign_up, excursion=excursion, people=people, by=cast.leader) for people, _none in hall[-4:]]
    assert refusals(at_once([*leaving, *coming])) == []
    check(excursion)
    assert excursion.signups.filter(state=State.CANCELLED).count() == len(leaving)


def test_one_person_signed_up_by_five_at_once_is_on_the_list_once(cast: Cast, excursion: Excursion) -> None:
    for one in cast.people.values():
        answers = at_once([partial(sign_up, excursion=excursion, people=[one], by=cast.leader)] * 5)
        assert (len(successes(answers)), len(refusals(answers))) == (1, 4)
    assert excursion.signups.count() == len(cast.people)


def test_one_cancellation_sent_twice_moves_one_up(cast: Cast, excursion: Excursion) -> None:
    Excursion.objects.filter(pk=excursion.pk).update(capacity=2)
    for name in ("ans", "willem", "corrie", "joop"):
        sign_up(excursion=excursion, people=[cast.people[name]], by=cast.leader)
    signup = excursion.signups.get(participant=cast.ans)
    moved = successes(at_once([partial(cancel_signup, signup=signup, by=cast.leader)] * 4))
    assert sorted(len(one) for one in moved) == [0, 0, 0, 1]
    assert excursion.signups.going().count() == 2


def test_the_same_excursion_planned_by_two_at_once_is_there_once(cast: Cast) -> None:
    for number in range(5):
        deed = partial(
            plan_excursion,
            project=cast.project,
            name=f"Hortus {number}",
            starts_at=datetime.fromisoformat("2027-04-09T13:30:00+02:00"),
            meeting_point="Halte",
            capacity=12,
            by=cast.leader,
        )
        answers = at_once([deed] * 3)
        assert (len(successes(answers)), len(refusals(answers))) == (1, 2)


def test_editions_of_the_booklet_follow_one_another(cast: Cast) -> None:
    place = Place.objects.create(name="Bad", section="home")
    deed = partial(make_booklet, project=cast.project, places=[place], foreword="", by=cast.leader)
    assert len(successes(at_once([deed] * 5))) == 5
    assert sorted(Booklet.objects.values_list("edition", flat=True)) == [1, 2, 3, 4, 5]
