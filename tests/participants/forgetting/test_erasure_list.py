"""The list of who was erased, beside the database: what a restore needs to keep them erased."""

import json
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from participants import erasure_list
from participants.actions import erase_person, merge_people, register
from participants.actions.erasing import Replayed, replay
from participants.actions.receiving import Erased, park
from participants.erasure_list import Entry
from participants.forgetting import FORGOTTEN, remove_discarded_files
from participants.models import DiscardedFile, ErasedRegistration, Participant, Person
from tests.conftest import Cast, registered


def erase(participant: Participant, cast: Cast, capture: Any) -> None:
    with capture(execute=True):
        erase_person(person=participant.person, by=cast.coordinator)


def test_who_is_erased_is_on_the_list_by_key_alone(
    cast: Cast, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """A line a key, and nothing that says who it was."""
    key = cast.joop.registration_key
    erase(cast.joop, cast, django_capture_on_commit_callbacks)
    (line,) = Path(settings.ERASURE_LIST).read_text().splitlines()
    assert json.loads(line) == {"key": str(key), "why": "asked", "on": "2027-03-12"}
    assert erasure_list.read() == [Entry(key, "asked", timezone.localdate())]
    assert erasure_list.save() == 0


def test_an_older_copy_that_is_put_back_loses_them_again(cast: Cast) -> None:
    """As after a restore: the people are there, the list is not; twice does nothing more."""
    keys = [cast.joop.registration_key, cast.lale.registration_key, uuid4()]
    entries = [Entry(key, "asked", timezone.localdate()) for key in keys]
    assert replay(entries=entries, by=None) == Replayed(erased=2, known=0, unknown=1)
    assert Person.objects.get(pk=cast.joop.person_id).name == FORGOTTEN
    assert Person.objects.get(pk=cast.ans.person_id).name == "Ans Proefpersoon"
    assert set(ErasedRegistration.objects.values_list("key", flat=True)) == set(keys)
    assert replay(entries=entries, by=None) == Replayed(erased=0, known=3, unknown=0)


def test_somebody_else_with_the_same_number_is_left_alone(cast: Cast) -> None:
    """An older copy gives numbers out again; the key is what counts."""
    erase_person(person=cast.joop.person, by=cast.coordinator)
    Participant.objects.filter(pk=cast.joop.pk).update(forgotten_on=None)
    Person.objects.filter(pk=cast.joop.person_id).update(name="Iemand Anders", forgotten_on=None)
    replay(entries=erasure_list.known(), by=None)
    assert Person.objects.get(pk=cast.joop.person_id).name == "Iemand Anders"


def test_the_double_that_was_merged_is_on_the_list_too(cast: Cast) -> None:
    """In a copy from before the merge there are two people, and both were this one."""
    double = registered(cast.project, "Joop", "old", cast.leader, {}, {})
    keys = {cast.joop.registration_key, double.registration_key}
    merge_people(keep=cast.joop.person, other=double.person, values={}, by=cast.coordinator)
    assert erasure_list.known() == []
    erase_person(person=cast.joop.person, by=cast.coordinator)
    assert {entry.key for entry in erasure_list.known()} == keys
    assert not Person.history.filter(name__contains="Joop").exists()


def test_what_a_tablet_sends_again_is_refused_for_good(cast: Cast) -> None:
    """Nothing of it is kept, not even to look at; who comes back registers anew."""
    key = cast.joop.registration_key
    erase_person(person=cast.joop.person, by=cast.coordinator)
    with pytest.raises(Erased):
        park(project=cast.project, key=key, digest="x", answers={"name": ["Joop"]}, why="fields", faults={}, by=None)
    again = register(project=cast.project, side="old", person={"name": "Joop Proefpersoon"}, by=cast.leader)
    assert again.pk != cast.joop.pk


def test_a_line_that_was_cut_off_is_written_again(cast: Cast, tmp_path: Path) -> None:
    """Killed while writing: the next time the whole line comes, and the list can be read in between."""
    erase_person(person=cast.joop.person, by=cast.coordinator)
    erase_person(person=cast.lale.person, by=cast.coordinator)
    path = tmp_path / "lijst.jsonl"
    assert erasure_list.save(path) == 2
    whole = path.read_text()
    for length in range(len(whole)):
        path.write_text(whole[:length])
        assert len(erasure_list.read(path)) <= 2
        erasure_list.save(path)
        assert erasure_list.read(path) == erasure_list.known(), length


@pytest.mark.parametrize(
    "broken", ["geen json\n", '{"key": "x"}\n', "[]\n", "7\n", '{"key": 3, "why": "", "on": ""}\n']
)
def test_a_broken_line_is_not_passed_over(tmp_path: Path, broken: str, db: None) -> None:
    """Better no restore than one that brings somebody back unseen."""
    path = tmp_path / "lijst.jsonl"
    path.write_text(broken)
    with pytest.raises(ValueError, match="line 1"):
        erasure_list.read(path)
    with pytest.raises(CommandError, match="line 1"):
        call_command("replay_erasures", "--from", str(path))


def test_the_commands(cast: Cast, tmp_path: Path) -> None:
    """Write it, erase again from it, and say how many."""
    erase_person(person=cast.joop.person, by=cast.coordinator)
    path, out = tmp_path / "lijst.jsonl", StringIO()
    call_command("erasure_list", "--to", str(path), stdout=out)
    call_command("replay_erasures", "--from", str(path), stdout=out)
    call_command("replay_erasures", stdout=out)
    assert out.getvalue().splitlines() == [
        "1 added",
        "0 erased again, 1 were erased already, 0 not here",
        "0 erased again, 0 were erased already, 0 not here",
    ]
    with pytest.raises(CommandError, match="does not exist"):
        call_command("replay_erasures", "--from", str(tmp_path / "weg.jsonl"))


def test_a_file_that_outlived_a_kill_goes_with_the_next_run(cast: Cast, clock: Any, settings: Any) -> None:
    """Between the transaction and the file something died: the row knows, and the run makes up for it."""
    place = Path(settings.MEDIA_ROOT) / "photos"
    place.mkdir(parents=True)
    (place / "ans.jpg").write_bytes(b"foto")
    DiscardedFile.objects.create(name="photos/ans.jpg")
    DiscardedFile.objects.create(name="photos/al-weg.jpg")
    assert remove_discarded_files() == 0  # it may be of a deed that goes on right now
    clock.shift(700)
    assert remove_discarded_files() == 2
    assert not (place / "ans.jpg").exists()
    assert not DiscardedFile.objects.exists()
