"""Erasing somebody while others work with them, on a real PostgreSQL."""

from functools import partial

import pytest

from matching.actions import form_couple
from matching.models import CoupleMember
from mixen.errors import DomainError
from participants.actions import change_person, erase_person
from participants.forgetting import FORGOTTEN
from participants.models import Participant, Person
from tests.access.marking import places_of
from tests.conftest import Cast, signed_up
from tests.postgres.threads import at_once, refusals

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

ROUNDS = 8


def test_erased_twice_while_coupled_and_changed(cast: Cast) -> None:
    """However it falls: nothing is left of them, or they came into a couple just then and a second try does it."""
    for number in range(ROUNDS):
        mark = f"Ronde{number}naam"
        somebody = signed_up(cast.project, mark, "old", cast.leader, {"gender": "man"}, {})
        other = signed_up(cast.project, f"Ander{number}", "new", cast.leader, {"gender": "man"}, {})
        mine = Participant.objects.select_related("person").get(pk=somebody.pk)
        answers = at_once(
            [
                partial(erase_person, person=Person.objects.get(pk=somebody.person_id), by=cast.coordinator),
                partial(form_couple, project=cast.project, old=somebody, new=[other], why=mark, by=cast.leader),
                partial(erase_person, person=Person.objects.get(pk=somebody.person_id), by=cast.coordinator),
                partial(change_person, participant=mine, person={"street": mark}, part={}, by=cast.leader),
            ]
        )
        refusals(answers)
        if Person.objects.get(pk=somebody.person_id).forgotten_on is None:
            assert isinstance(answers[0], DomainError)
            assert isinstance(answers[2], DomainError)
            erase_person(person=Person.objects.get(pk=somebody.person_id), by=cast.coordinator)
        assert Person.objects.get(pk=somebody.person_id).name == FORGOTTEN
        assert not CoupleMember.objects.filter(participant=somebody, left_on__isnull=True).exists()
        assert places_of(mark) == []
