"""The heart of forgetting: whatever stood in whatever row about somebody, afterwards it stands nowhere."""

from typing import Any

import pytest

from matching.models import Board, Draft
from participants.actions import erase_person
from participants.forgetting import numbers_of
from participants.held import holdings
from participants.models import CertificateBatch, Participant, Person
from tests.access.conftest import World
from tests.access.marking import MARK, mark_rows, places_of

STAYS = {
    "matching_board.plan": "numbers of rounds and tables, written by the planner alone",
    "participants_certificate.number": "drawn by lot; on paper on a wall, and checking it tells no name",
    "participants_historicalcertificate.number": "as above",
}


def mark_all_of(participant: Participant) -> int:
    """Write the mark wherever something stands about ``participant``; in how many places."""
    numbers = numbers_of([participant])
    found = [(held.model, held.numbers(numbers)) for held in holdings]
    found += [(Person, {participant.person_id})]
    # What has everybody's name in it: the proposal of the afternoon and its last change, the print of certificates.
    boards = Board.objects.filter(presences__participant=participant)
    found += [(Board, set(boards.values_list("pk", flat=True)))]
    found += [(Draft, set(Draft.objects.filter(board__in=boards).values_list("pk", flat=True)))]
    if hasattr(participant, "certificate"):
        batches = CertificateBatch.objects.filter(project=participant.project_id)
        found += [(CertificateBatch, set(batches.values_list("pk", flat=True)))]
    return sum(mark_rows(model, rows) for model, rows in found)


@pytest.mark.parametrize("who", ["old_1", "new_1", "old_2", "new_2", "old_3", "interested", "absent"])
def test_nothing_that_was_held_is_anywhere_afterwards(
    world: World, who: str, django_capture_on_commit_callbacks: Any
) -> None:
    """A word in every text, list and file about somebody: in no column of any table, and in no file."""
    participant = world.own[who]
    assert mark_all_of(participant) > 20
    assert len(places_of(MARK)) > 20
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person=participant.person, by=world.cast.coordinator)
    assert set(places_of(MARK)) <= set(STAYS)
