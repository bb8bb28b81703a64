"""A copy of a PostgreSQL in use, put back in an empty one with pg_restore."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from mixen.backup import databases
from participants import actions
from participants.actions.erasing import erase_person
from participants.models import Participant, Person
from participants.registration import keys
from participants.registration.sealed import open_sealed
from projects.models import EndReport
from tests.conftest import Cast
from tests.mixen.backup.machines import KEY, files_of, machine
from tests.participants.registration.sealing import answers, body, seal

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
REPORT = b"%PDF-1.7 een verslag"


@pytest.fixture
def empty(cast: Cast) -> Iterator[str]:
    """The name of a database with nothing in it."""
    name = "restored"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    yield name
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(command: str, *arguments: Any, **options: Any) -> str:
    said = StringIO()
    call_command(command, *map(str, arguments), stdout=said, **options)
    return said.getvalue()


def test_all_comes_back_as_it_was(cast: Cast, empty: str, settings: Any, tmp_path: Path) -> None:
    settings.BACKUP_KEYS = [KEY]
    here = connection.settings_dict["NAME"]
    with machine(tmp_path / "source", settings, NAME=here):
        keys.make_key()
        sealed = body(seal(answers(), keys.public_key()))
        default_storage.save("reports/v1.pdf", ContentFile(REPORT))
        EndReport.objects.create(
            project=cast.project, status="final", figures=[], pdf="reports/v1.pdf",
            finalised_at=cast.project.created_at, sha256=hashlib.sha256(REPORT).hexdigest(),
        )  # fmt: skip
        before = databases.counts_now()
        run("backup", tmp_path / "copy")
    with machine(tmp_path / "target", settings, NAME=empty):
        assert "as they were" in run("restore", tmp_path / "copy")
        assert databases.counts_now() == before
        report = EndReport.objects.get()
        with report.pdf.open() as file:
            assert hashlib.sha256(file.read()).hexdigest() == report.sha256
        assert open_sealed(sealed).answers == answers()
        assert files_of(tmp_path / "target" / "media") == files_of(tmp_path / "source" / "media")
        project = Participant.objects.earliest("pk").project
        person = {"name": "Nieuw Proefpersoon", "phone": "+31612345679"}
        made = actions.register(project=project, side="new", person=person, part={}, by=None)
        assert made.pk > 8, "numbers go on where they were"
        with pytest.raises(CommandError, match="database is not empty"):
            run("restore", tmp_path / "copy")


def named(call_name: str) -> Any:
    return Person.objects.filter(call_name=call_name)


def people_of_today(cast: Cast, folder: Path) -> databases.Counts:
    """Samira was erased before the copy, Lale after it; how many rows each table has then."""
    erase_person(person=named("Samira").get(), by=None)
    run("backup", folder / "copy")
    erase_person(person=named("Lale").get(), by=None)
    return without_signs_of_life(databases.counts_now())


def without_signs_of_life(counts: databases.Counts) -> databases.Counts:
    """That a copy was made is noted once it is there, and so is not in it."""
    return {table: number for table, number in counts.items() if table != "mixen_heartbeat"}


@pytest.mark.faults
def test_on_an_empty_machine_all_rows_are_there_and_nobody_who_was_erased(
    cast: Cast, empty: str, settings: Any, tmp_path: Path, noted: Callable[..., None]
) -> None:
    settings.BACKUP_KEYS = [KEY]
    with machine(tmp_path / "source", settings, NAME=connection.settings_dict["NAME"]) as source:
        wanted = people_of_today(cast, tmp_path)
        newest = (source / "erasures.jsonl").read_bytes()
    with machine(tmp_path / "target", settings, NAME=empty) as target:
        (target / "erasures.jsonl").write_bytes(newest)
        run("restore", tmp_path / "copy")
        found = without_signs_of_life(databases.counts_now())
        back = Person.objects.filter(call_name__in=["Samira", "Lale"]).count()
    noted(
        "a copy put back on an empty machine",
        killed="the whole machine",
        times=1,
        sent=sum(wanted.values()),
        lost=sum((Counter(wanted) - Counter(found)).values()),
        doubled=back + sum((Counter(found) - Counter(wanted)).values()),
    )


@pytest.mark.faults
def test_without_the_list_that_is_kept_apart_somebody_would_come_back(
    cast: Cast, empty: str, settings: Any, tmp_path: Path, noted: Callable[..., None]
) -> None:
    """The control: the copy alone does not know who was erased after it."""
    settings.BACKUP_KEYS = [KEY]
    with machine(tmp_path / "source", settings, NAME=connection.settings_dict["NAME"]):
        wanted = people_of_today(cast, tmp_path)
    with machine(tmp_path / "target", settings, NAME=empty):
        run("restore", tmp_path / "copy")
        back = Person.objects.filter(call_name__in=["Samira", "Lale"]).count()
    noted("control: no list of who was erased", sent=sum(wanted.values()), doubled=back, control=True)


def test_a_copy_is_of_one_moment(cast: Cast, empty: str, settings: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """What somebody registers between counting and copying is in neither."""
    settings.BACKUP_KEYS = [KEY]
    counts_now = databases.counts_now

    def somebody_comes() -> None:
        person = {"name": "Laat Proefpersoon", "phone": "+31612345679"}
        actions.register(project=cast.project, side="new", person=person, part={}, by=None)
        connection.close()

    def counts_and_then() -> databases.Counts:
        counted = counts_now()
        thread = Thread(target=somebody_comes)
        thread.start()
        thread.join()
        return counted

    here = connection.settings_dict["NAME"]
    with machine(tmp_path / "source", settings, NAME=here):
        monkeypatch.setattr(databases, "counts_now", counts_and_then)
        run("backup", tmp_path / "copy")
        monkeypatch.undo()
        assert Participant.objects.count() == 9
    with machine(tmp_path / "target", settings, NAME=empty):
        run("restore", tmp_path / "copy")
        assert Participant.objects.count() == 8


def test_it_says_what_the_tool_says_and_no_row(cast: Cast, settings: Any, tmp_path: Path, monkeypatch: Any) -> None:
    settings.BACKUP_KEYS = [KEY]
    here = connection.settings_dict["NAME"]
    with machine(tmp_path / "source", settings, NAME=here):
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(CommandError, match=r"pg_dump is not on this machine.*postgresql-client"):
            run("backup", tmp_path / "copy")
        monkeypatch.undo()
        run("backup", tmp_path / "copy")
        (tmp_path / "dump").write_bytes(b"no dump at all")
        with pytest.raises(databases.Failed, match=r"pg_restore said: .*error: input file"):
            databases.load(tmp_path / "dump")
    assert databases._without_rows("pg_restore: error: x\nDETAIL: Key (name)=(Samira)\n") == "pg_restore: error: x"
