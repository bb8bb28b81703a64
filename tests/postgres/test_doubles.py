"""One list confirmed by two hands, and two people merged by two hands, at once on a real PostgreSQL."""

from functools import partial
from uuid import uuid4

import pytest

from mixen.errors import DomainError
from participants.actions import add_class_list, merge_people
from participants.actions.class_list import NewRow
from participants.models import ErasedRegistration, Participant, Person
from tests.conftest import Cast, registered
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def a_list(number: int = 10) -> list[NewRow]:
    return [NewRow(uuid4(), {"name": f"Naam {chr(97 + n)}", "languages": []}, {}) for n in range(number)]


def test_a_list_that_is_confirmed_five_times_at_once_is_there_once(cast: Cast) -> None:
    rows, before = a_list(), Participant.objects.count()
    deed = partial(add_class_list, project=cast.project, side="new", part={}, rows=rows, by=cast.ambassador)
    results = at_once([deed] * 5)
    assert sorted(len(one) for one in successes(results)) == [0, 0, 0, 0, 10]
    assert Participant.objects.count() == before + 10


def test_the_same_people_from_two_files_at_once_are_there_once(cast: Cast) -> None:
    before = Participant.objects.count()
    deeds = [
        partial(add_class_list, project=cast.project, side="new", part={}, rows=a_list(), by=cast.ambassador)
        for _file in range(4)
    ]
    results = at_once(deeds)
    assert (len(successes(results)), len(refusals(results))) == (1, 3)
    assert all(isinstance(one, DomainError) for one in refusals(results))
    assert Participant.objects.count() == before + 10


def test_two_people_who_are_merged_by_many_hands_become_one(cast: Cast) -> None:
    first, second = (registered(cast.project, "Noor", "new", cast.ambassador, {}, {}) for _one in range(2))
    before = Person.objects.count()
    there = partial(merge_people, keep=first.person, other=second.person, values={}, by=cast.coordinator)
    back = partial(merge_people, keep=second.person, other=first.person, values={}, by=cast.leader)
    results = at_once([there, back] * 3)
    assert (len(successes(results)), len(refusals(results))) == (1, 5)
    assert Person.objects.count() == before - 1
    assert ErasedRegistration.objects.count() == 1
