"""Registrations that arrive at the same moment, on a real PostgreSQL: each is stored once, and nobody waits long."""

import subprocess
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from participants.models import Parked, Participant, Person, Signature, Status
from participants.registration.receiving import Answer, receive
from participants.registration.sealed import Opened
from tests.conftest import Cast
from tests.participants.registration.loading import Stack, sealed, send_all
from tests.participants.registration.sealing import answers
from tests.participants.registration.test_load import EACH, TABLETS, faults
from tests.postgres.threads import at_once, successes

pytestmark = pytest.mark.postgres
in_database = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ROUNDS, TIMES = 100, 5


def sending(cast: Cast, key: UUID, **changes: Any) -> partial[Answer]:
    return partial(receive, cast.project, Opened(key, answers(**changes)), by=None)


def wide(cast: Cast) -> None:
    cast.project.max_new = cast.project.max_old = 5000
    cast.project.save()


@pytest.mark.faults
@in_database
def test_the_same_registration_five_times_at_once_a_hundred_times_over_is_a_hundred_rows(
    cast: Cast, noted: Callable[..., None]
) -> None:
    wide(cast)
    before = Participant.objects.count(), Person.objects.count()
    for number in range(ROUNDS):
        given = successes(at_once([sending(cast, uuid4(), name=f"Noor {number}a")] * TIMES))
        assert sorted(given) == [Answer.ALREADY_STORED] * (TIMES - 1) + [Answer.STORED]
    assert (Participant.objects.count(), Person.objects.count()) == (before[0] + ROUNDS, before[1] + ROUNDS)
    assert Signature.objects.filter(participant__person__name__startswith="Noor ").count() == ROUNDS
    assert not Parked.objects.exists()
    too_many = Participant.objects.count() - before[0] - ROUNDS
    noted(
        "the same registration 5 times at once, 100 times",
        sent=ROUNDS * TIMES,
        lost=max(0, -too_many),
        doubled=max(0, too_many),
    )


def unique_by_key() -> list[str]:
    """The names of the constraints by which a key stands once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = 'participants_participant'::regclass"
            " AND pg_get_constraintdef(oid) = 'UNIQUE (registration_key)'"
        )
        return [name for (name,) in cursor.fetchall()]


def alter(changes: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for change in changes:
            cursor.execute(f"ALTER TABLE participants_participant {change}")


@pytest.mark.faults
@in_database
def test_without_the_unique_key_there_would_be_more(
    cast: Cast, noted: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with the key neither unique nor looked up, the same five at once are more than one."""
    monkeypatch.setattr("participants.actions.registration._registered", lambda project, key: None)
    monkeypatch.setattr("participants.registration.receiving._is_here", lambda *_facts: False)
    wide(cast)
    before, rounds = Participant.objects.count(), 10
    held = unique_by_key()
    assert held
    alter(f"DROP CONSTRAINT {name}" for name in held)
    try:
        for number in range(rounds):
            at_once([sending(cast, uuid4(), name=f"Noor {number}a")] * TIMES)
        rows = Participant.objects.count() - before
    finally:
        Participant.objects.filter(person__name__startswith="Noor ").delete()
        alter(f"ADD CONSTRAINT {name} UNIQUE (registration_key)" for name in held)
    noted("control: no unique key", sent=rounds * TIMES, doubled=rows - rounds, control=True)


@in_database
def test_it_is_the_key_that_makes_it_one(cast: Cast) -> None:
    """The control: with a key of its own each time, five times the same are five rows."""
    wide(cast)
    before = Participant.objects.count()
    for number in range(3):
        successes(at_once([sending(cast, uuid4(), name=f"Noor {number}a") for _time in range(TIMES)]))
    assert Participant.objects.count() == before + 3 * TIMES


@in_database
def test_what_is_wrong_is_parked_once_however_often_it_comes_at_once(cast: Cast) -> None:
    for _round in range(10):
        assert set(successes(at_once([sending(cast, uuid4(), name="")] * TIMES))) == {Answer.PARKED}
    assert Parked.objects.count() == 10


@in_database
def test_of_two_contents_under_one_key_one_is_stored_and_one_parked(cast: Cast) -> None:
    wide(cast)
    for number in range(10):
        key = uuid4()
        deeds = [sending(cast, key, name=f"Noor {number}a"), sending(cast, key, name=f"Els {number}a")]
        assert sorted(successes(at_once(deeds))) == [Answer.STORED, Answer.PARKED]
        assert Participant.objects.filter(registration_key=key).count() == 1
    assert Parked.objects.count() == 10


@in_database
def test_the_last_place_is_given_once(cast: Cast) -> None:
    """Twenty at once for three places: three take part, the others wait, and none is refused or held up."""
    project = cast.project
    project.min_new = project.target_new = project.max_new = 7
    project.save()
    successes(at_once([sending(cast, uuid4(), name=f"Noor {letter}") for letter in "abcdefghijklmnopqrst"]))
    rows = project.participants.filter(person__name__startswith="Noor ")
    assert rows.filter(status=Status.SIGNED_UP).count() == 3
    assert rows.filter(status=Status.WAITING).count() == 17


@in_database
@pytest.mark.parametrize("bad", ["\x00", "\ud800", "x\udfff\x00"], ids=ascii)
def test_what_postgresql_cannot_hold_is_parked(cast: Cast, bad: str) -> None:
    assert sending(cast, uuid4(), name=bad, hopes=bad)() == Answer.PARKED
    assert receive(cast.project, Opened(uuid4(), {**answers(name=""), bad: [bad]}), by=None) == Answer.PARKED
    assert Parked.objects.count() == 2


def test_a_hall_of_tablets_loses_nothing_on_postgresql(tmp_path: Path) -> None:
    from tests.servers import server

    command = [server.programs / "createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "mixen", "drukte"]
    subprocess.run(command, check=True, capture_output=True)
    stack = Stack(tmp_path, server.url.removesuffix("mixen") + "drukte", tablets=TABLETS)
    try:
        assert faults(stack, send_all(stack, "/tablet/ontvangen/", sealed(stack.made, EACH))) == []
    finally:
        stack.stop()
