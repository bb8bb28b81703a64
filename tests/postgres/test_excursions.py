"""A whole hall that signs up at once, on a real PostgreSQL."""

from datetime import datetime
from decimal import Decimal
from functools import partial

import pytest

from excursions.actions import (
    book_costs,
    cancel_signup,
    change_excursion,
    make_booklet,
    note_paid,
    plan_excursion,
    sign_up,
)
from excursions.models import Booklet, Excursion, Place, Signup
from participants.models import Message
from projects.models import BudgetLine, Expense
from tests.conftest import Cast
from tests.excursions.rush import PLACES, RUSHES, Party, faults, parties, rushes, trip
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


State = Signup.State


@pytest.fixture
def excursion(cast: Cast) -> Excursion:
    return trip(cast)


@pytest.fixture
def hall(cast: Cast) -> list[Party]:
    return parties(cast)


def test_thirty_people_for_twenty_places_at_once(cast: Cast, excursion: Excursion, hall: list[Party]) -> None:
    """As often as ``RUSHES``; with MIXEN_RUSHES=100 the acceptance run."""
    assert list(rushes(cast, excursion, hall, RUSHES)) == [[]] * RUSHES


def test_more_places_while_people_sign_up_and_cancel(cast: Cast, excursion: Excursion, hall: list[Party]) -> None:
    """The line moves up once, whoever is first: never more than the new number, nobody split, nobody told twice."""
    for people, couple in hall[:-4]:
        sign_up(excursion=excursion, people=people, couple=couple, by=cast.leader)
    facts = {
        "name": excursion.name,
        "starts_at": excursion.starts_at,
        "meeting_point": excursion.meeting_point,
        "capacity": PLACES + 4,
    }
    wider = partial(change_excursion, excursion=excursion, by=cast.leader, **facts)
    leaving = [partial(cancel_signup, signup=one, by=cast.leader) for one in excursion.signups.all()[::5]]
    coming = [partial(sign_up, excursion=excursion, people=people, by=cast.leader) for people, _none in hall[-4:]]
    assert refusals(at_once([*leaving, wider, *coming])) == []
    assert list(faults(excursion, PLACES + 4)) == []
    told = Message.objects.filter(kind="excursion_moved_up")
    moved = [row for row in excursion.signups.going() if row.history.filter(state=State.WAITING).exists()]
    assert {row.participant_id for row in moved} <= set(told.values_list("participant", flat=True))
    assert told.count() == told.values("participant").distinct().count()


def test_costs_booked_by_five_at_once_stand_in_the_books_once(cast: Cast, excursion: Excursion) -> None:
    signups = sign_up(excursion=excursion, people=[cast.ans, cast.willem], by=cast.leader)
    note_paid(excursion=excursion, amounts={one.pk: Decimal(5) for one in signups}, by=cast.leader)
    line = BudgetLine.objects.get(group__project=cast.project, name__icontains="entree")
    deed = partial(
        book_costs,
        excursion=excursion,
        line=line,
        amount=Decimal(10),
        spent_on=cast.project.starts_on,
        payee="Rederij",
        by=cast.leader,
    )
    answers = at_once([deed] * 5)
    assert (len(successes(answers)), len(refusals(answers))) == (1, 4)
    assert Expense.objects.of_project(cast.project).total() == Decimal(10)


def test_cancelling_and_signing_up_at_once_keep_the_places(
    cast: Cast, excursion: Excursion, hall: list[Party]
) -> None:
    for people, couple in hall[:-4]:
        sign_up(excursion=excursion, people=people, couple=couple, by=cast.leader)
    leaving = [partial(cancel_signup, signup=one, by=cast.leader) for one in excursion.signups.all()[::3]]
    coming = [partial(sign_up, excursion=excursion, people=people, by=cast.leader) for people, _none in hall[-4:]]
    assert refusals(at_once([*leaving, *coming])) == []
    assert list(faults(excursion)) == []
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


def test_one_edition_of_the_booklet_is_made_at_a_time(cast: Cast) -> None:
    place = Place.objects.create(name="Bad", section="home")
    deed = partial(make_booklet, project=cast.project, places=[place], foreword="", by=cast.leader)
    answers = at_once([deed] * 5)
    assert (len(successes(answers)), len(refusals(answers))) == (1, 4)
    assert list(Booklet.objects.values_list("edition", flat=True)) == [1]
