"""A copy of a PostgreSQL in use, put back in an empty one with pg_restore."""

import hashlib
from collections.abc import Iterator
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
from participants.models import Participant
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
