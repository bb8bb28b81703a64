"""The heart of forgetting: whatever stood in whatever row about somebody, afterwards it stands nowhere."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from matching.models import Board, Couple, Draft
from participants.actions import erase_person, forget_words
from participants.forgetting import numbers_of
from participants.held import holdings
from participants.models import AmbassadorWish, CertificateBatch, Dish, Parked, Participant, Person
from tests.access.conftest import World
from tests.access.marking import MARK, mark_rows, places_of
from tests.access.walking import path_of
from tests.pictures import photo_in_report

STAYS = {
    "matching_board.plan": "numbers of rounds and tables, written by the planner alone",
    "participants_certificate.number": "drawn by lot; on paper on a wall, and checking it tells no name",
    "participants_historicalcertificate.number": "as above",
}

PAGES_WITH_PEOPLE = [
    "home",
    "projects:overview",
    "projects:meeting",
    "projects:report",
    "participants:list",
    "participants:export_csv",
    "participants:detail",
    "participants:doubles",
    "participants:recruitment",
    "participants:claims",
    "participants:certificates",
    "participants:photos",
    "participants:concerns",
    "participants:concern",
    "participants:evaluations",
    "participants:attendance",
    "matching:list",
    "matching:couple",
    "matching:mix_present",
    "matching:mix_couples",
    "matching:calls",
    "excursions:programme",
    "excursions:excursion",
    "excursions:visits",
]


def add_what_the_world_lacks(participant: Participant) -> None:
    """A photo with somebody on it, a registration that a tablet sent, and a wish: not everybody has those."""
    photo_in_report(participant.project, "iets", by=None).people.add(participant)
    Parked.objects.create(
        project=participant.project,
        participant=participant,
        key=uuid4(),
        digest="x",
        answers={"name": ["x"]},
        why="fields",
    )
    Dish.objects.create(meeting=participant.project.meetings.first(), what="soep", participant=participant)
    if not participant.ambassador_wishes.exists():
        AmbassadorWish.objects.create(participant=participant, answer="yes", answered_at=timezone.now())


def mark_all_of(participant: Participant) -> int:
    """Write the mark wherever something stands about ``participant``; in how many places."""
    add_what_the_world_lacks(participant)
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


@pytest.mark.parametrize("who", ["old_1", "new_1", "old_2", "old_3", "absent"])
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


def test_every_table_was_really_filled(world: World) -> None:
    """The proof is whole: of each table in the list there is a row of one of the people who are erased above."""
    people = [world.own[who] for who in ("old_1", "new_1", "old_2", "old_3", "absent")]
    add_what_the_world_lacks(people[0])
    numbers = numbers_of(people)
    assert [held.model._meta.label for held in holdings if not held.numbers(numbers)] == []


def test_the_pages_of_forgotten_people_still_open(world: World, visitor: Callable[..., Any], no_paper: None) -> None:
    """A project of which everybody is gone is still a project: no page of it fails."""
    for person in Person.objects.filter(participations__project=world.own.project).distinct():
        erase_person(person=person, by=world.cast.coordinator)
    forget_words(project=world.own.project, by=None)
    Couple.history.all().delete()
    ask, failed = visitor(world.roles["coordinator"]), []
    for name in PAGES_WITH_PEOPLE:
        status = ask("GET", path_of(name, world)).status_code
        failed += [f"{name}: {status}"] if status != 200 else []
    assert failed == []
