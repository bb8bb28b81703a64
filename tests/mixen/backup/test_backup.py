"""A copy of everything, put back on an empty machine; what is damaged, of another time or in the way is refused."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from mixen.backup import databases, lists, making, restoring
from mixen.backup.archive import examine
from mixen.backup.sealing import new_key, read_key
from participants import actions
from participants.actions.erasing import erase_person
from participants.models import Participant, Person
from participants.registration import keys
from participants.registration.sealed import open_sealed
from projects.models import EndReport
from tests.conftest import Cast
from tests.mixen.backup.machines import KEY, copy_database, files_of, machine
from tests.participants.registration.sealing import answers, body, seal

REPORT = b"%PDF-1.7 een verslag"


class Gone:
    """A list of numbers of people that must not come back; says what it was given."""

    name = "gone"

    def __init__(self) -> None:
        self.here, self.given = b"", [b"never"]

    def read(self) -> bytes:
        return self.here

    def replay(self, texts: Sequence[bytes]) -> str:
        self.given = list(texts)
        numbers = {int(number) for text in texts for number in text.split()}
        found = Person.objects.filter(pk__in=numbers).update(name="Verwijderd")
        return f"{found} erased again."


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> Gone:
    found = Gone()
    lists.all_lists()  # each registers once, and must not do so in the place of this one
    monkeypatch.setattr(lists, "_lists", [found])
    return found


@pytest.fixture(autouse=True)
def own_key(settings: Any) -> None:
    settings.BACKUP_KEYS = [KEY]


@pytest.fixture
def source(cast: Cast, settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A machine with the cast, a final report, a file nobody names and a key; the tests begin on it."""
    folder = tmp_path / "source"
    folder.mkdir()
    EndReport.objects.create(
        project=cast.project, status="final", figures=[], pdf="reports/v1.pdf", finalised_at=cast.project.created_at,
        sha256=hashlib.sha256(REPORT).hexdigest(),
    )  # fmt: skip
    copy_database(folder / "db.sqlite3")
    with machine(folder, settings):
        keys.make_key()
        default_storage.save("reports/v1.pdf", ContentFile(REPORT))
        default_storage.save("places/een molen.jpg", ContentFile(b"x" * 200_000))
        default_storage.save("leeg.txt", ContentFile(b""))
        yield folder


@pytest.fixture
def target(settings: Any, tmp_path: Path) -> Callable[..., Any]:
    """An empty machine, as a context; the same one each time, unless it gets another name."""
    return lambda name="target": machine(tmp_path / name, settings)


def run(command: str, *arguments: Any, **options: Any) -> str:
    said = StringIO()
    call_command(command, *map(str, arguments), stdout=said, **options)
    return said.getvalue()


def rows_of_everything() -> dict[str, list[Any]]:
    with connection.cursor() as cursor:
        found = {}
        for table in databases.tables_now():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def test_all_comes_back_as_it_was(source: Path, target: Callable[..., Any], tmp_path: Path) -> None:
    sealed = body(seal(answers(), keys.public_key()))
    before = rows_of_everything()
    said = run("backup", tmp_path / "copy")
    assert f"{sum(map(len, before.values()))} rows, 3 files" in said
    assert b"Samira" not in (tmp_path / "copy").read_bytes()
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    with target() as folder:
        said = run("restore", tmp_path / "copy")
        assert f"in {len(before)} tables, as they were" in said
        assert rows_of_everything() == before
        report = EndReport.objects.get()
        with report.pdf.open() as file:
            assert hashlib.sha256(file.read()).hexdigest() == report.sha256
        assert files_of(folder / "media") == files_of(source / "media")
        assert files_of(folder / "keys") == files_of(source / "keys")
        assert open_sealed(sealed).answers == answers(), "what a tablet still holds can be read"
        assert not list((folder / "var").iterdir()), "nothing of it is left about unsealed"
    assert not list((source / "var").iterdir())


def test_who_was_erased_stays_erased(source: Path, target: Callable[..., Any], tmp_path: Path, gone: Gone) -> None:
    """What the copy knew, and what only this machine knows because it came after the copy."""
    first, second, third = Person.objects.order_by("pk")[:3]
    gone.here = f"{first.pk}".encode()
    run("backup", tmp_path / "copy")
    gone.here = f"{first.pk} {second.pk}".encode()
    with target():
        assert "2 erased again" in run("restore", tmp_path / "copy")
        assert gone.given == [f"{first.pk}".encode(), f"{first.pk} {second.pk}".encode()]
        assert set(Person.objects.filter(name="Verwijderd")) == {first, second}
        assert Person.objects.get(pk=third.pk).name == third.name


def test_the_list_of_erasures_is_played_back(source: Path, target: Callable[..., Any], tmp_path: Path) -> None:
    """Samira was erased before the copy, Lale after it: the copy has her, this machine's list knows better."""

    def named(call_name: str) -> Any:
        return Person.objects.filter(call_name=call_name)

    erase_person(person=named("Samira").get(), by=None)
    run("backup", tmp_path / "copy")
    erase_person(person=named("Lale").get(), by=None)
    newest = (source / "erasures.jsonl").read_bytes()
    assert newest.count(b"\n") == 2
    with target() as folder:
        (folder / "erasures.jsonl").write_bytes(newest)
        assert "1 people erased again; 1 others of the list stay erased" in run("restore", tmp_path / "copy")
        assert not named("Samira").exists()
        assert not named("Lale").exists()
        assert named("Oksana").exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM participants_historicalperson WHERE call_name = 'Lale'")
            assert cursor.fetchone() == (0,)
        assert (folder / "erasures.jsonl").read_bytes() == newest
    with target("without a list of its own") as folder:
        run("restore", tmp_path / "copy")
        assert named("Lale").exists(), "that is why the list is kept apart from the copies"
        assert (folder / "erasures.jsonl").read_bytes().count(b"\n") == 1


def test_everybody_logs_in_again(source: Path, target: Callable[..., Any], tmp_path: Path, as_user: Any) -> None:
    from django.contrib.sessions.models import Session

    from mixen.accounts.models import User

    as_user(User.objects.get(email="coordinator@example.org"))
    assert Session.objects.exists()
    run("backup", tmp_path / "copy")
    with target():
        run("restore", tmp_path / "copy")
        assert not Session.objects.exists()


def test_what_was_deleted_is_in_no_copy(source: Path, tmp_path: Path) -> None:
    """SQLite keeps what was deleted in its own file until it is written over."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE scrap (text)")
        cursor.execute("INSERT INTO scrap VALUES (%s)", ["KENMERK" * 1000])
        cursor.execute("DELETE FROM scrap")
    databases.dump(tmp_path / "dump")
    assert b"KENMERK" not in (tmp_path / "dump").read_bytes()


def test_a_machine_that_is_not_empty_is_left_alone(source: Path, target: Callable[..., Any], tmp_path: Path) -> None:
    run("backup", tmp_path / "copy")
    before = rows_of_everything(), files_of(source / "media")
    with pytest.raises(CommandError, match="database is not empty"):
        run("restore", tmp_path / "copy")
    assert (rows_of_everything(), files_of(source / "media")) == before
    with target() as folder:
        default_storage.save("reports/v1.pdf", ContentFile(b"iets anders"))
        with pytest.raises(CommandError, match=r"files go is not empty: reports/v1\.pdf"):
            run("restore", tmp_path / "copy")
        assert not databases.tables_now()
        assert files_of(folder / "media") == {"reports/v1.pdf": b"iets anders"}


def test_one_that_was_broken_off_can_be_done_again(
    source: Path, target: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", tmp_path / "copy")
    with target():
        with monkeypatch.context() as broken:
            broken.setattr(databases, "load", lambda path: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                run("restore", tmp_path / "copy")
        assert default_storage.exists("reports/v1.pdf")
        assert "Restored" in run("restore", tmp_path / "copy")
        assert Participant.objects.count() == 8


def test_a_damaged_copy_writes_nothing(source: Path, target: Callable[..., Any], tmp_path: Path) -> None:
    run("backup", tmp_path / "copy")
    content = (tmp_path / "copy").read_bytes()
    changed = bytearray(content)
    changed[len(content) // 2] ^= 1
    for wrong in (bytes(changed), content[:-1], content[: len(content) // 2], b"iets anders", b""):
        (tmp_path / "copy").write_bytes(wrong)
        with target(), pytest.raises(CommandError, match=r"cannot be read.*Nothing was written"):
            run("restore", tmp_path / "copy")
        with target() as folder:
            assert not databases.tables_now()
            assert not files_of(folder / "media")
            assert not files_of(folder / "keys")
    (tmp_path / "copy").write_bytes(content)
    assert "is whole" in run("restore", tmp_path / "copy", "--verify")


def test_a_copy_of_another_time_is_refused(source: Path, target: Callable[..., Any], tmp_path: Path) -> None:
    run("backup", tmp_path / "copy")
    manifest = examine(tmp_path / "copy", [KEY])
    newest = list(MigrationLoader(None).graph.leaf_nodes("projects")[0])
    older = replace(manifest, migrations=[step for step in manifest.migrations if step != newest])
    newer = replace(manifest, migrations=[*manifest.migrations, ["projects", "9999_from_later"]])
    for wrong, said in ((older, f"lacks projects.{newest[1]}"), (newer, "this code lacks projects.9999_from_later")):
        with pytest.raises(restoring.Refused, match=said):
            restoring.refuse_other_version(wrong)
    with pytest.raises(restoring.Refused, match="of postgresql"):
        restoring.refuse_other_version(replace(manifest, vendor="postgresql"))
    restoring.refuse_other_version(manifest)


def test_rows_that_are_missing_afterwards_are_noticed(
    source: Path, target: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", tmp_path / "copy")
    load = databases.load

    def loses_one(path: Path) -> None:
        load(path)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM participants_consent WHERE id = (SELECT min(id) FROM participants_consent)")

    monkeypatch.setattr(databases, "load", loses_one)
    with target(), pytest.raises(CommandError, match="participants_consent has 7 rows and had 8"):
        run("restore", tmp_path / "copy")


def test_a_copy_that_fails_leaves_nothing(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "_pack_files", full)
    with pytest.raises(CommandError, match="No space left"):
        run("backup", tmp_path / "copy")
    assert not list(tmp_path.glob("copy*"))
    assert not list((source / "var").iterdir())


def test_in_a_folder_it_is_named_after_the_time_and_old_ones_go(source: Path, tmp_path: Path, clock: Any) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "van iemand anders.txt").write_text("x")
    for _night in range(3):
        said = run("backup", folder, "--keep", 2)
        clock.shift(24 * 3600)
    assert "mixen-20270314-140000.backup" in said
    assert "Removed mixen-20270312-140000.backup" in said
    assert sorted(files_of(folder)) == [
        "mixen-20270313-140000.backup", "mixen-20270314-140000.backup", "van iemand anders.txt",
    ]  # fmt: skip


def test_a_copy_goes_by_its_age_too(source: Path, tmp_path: Path, clock: Any) -> None:
    """After nights without one, what is left is older than was promised; a new whole one takes its place."""
    folder = tmp_path / "copies"
    folder.mkdir()
    run("backup", folder, "--keep", 5)
    for name in ("mixen-20270310-020000.backup", "mixen-20270311-020000.backup.unfinished", "mixen-eigen.backup"):
        (folder / name).write_text("x")
    clock.shift(5 * 24 * 3600 - 1)
    assert "Removed mixen-20270310-020000.backup" in run("backup", folder, "--keep", 5)
    assert sorted(files_of(folder)) == [
        "mixen-20270312-140000.backup", "mixen-20270317-135959.backup", "mixen-eigen.backup",
    ]  # fmt: skip
    clock.shift(1)
    run("backup", folder, "--keep", 5)
    assert "mixen-20270312-140000.backup" not in files_of(folder)


def test_without_a_new_copy_none_goes(
    source: Path, tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However old: an old copy is better than none."""
    folder = tmp_path / "copies"
    folder.mkdir()
    run("backup", folder, "--keep", 1)
    clock.shift(9 * 24 * 3600)
    monkeypatch.setattr(making, "_pack_files", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("backup", folder, "--keep", 1)
    assert list(files_of(folder)) == ["mixen-20270312-140000.backup"]


def test_it_says_what_it_needs(source: Path, tmp_path: Path, settings: Any) -> None:
    (tmp_path / "there").write_text("x")
    for arguments, said in (
        ((tmp_path / "there",), "is there already"),
        ((tmp_path / "new", "--keep", 3), "goes with a folder"),
        ((tmp_path, "--keep", 0), "at least 1"),
        ((tmp_path / "nowhere" / "copy",), "No such file"),
    ):
        with pytest.raises(CommandError, match=said):
            run("backup", *arguments)
    assert (tmp_path / "there").read_text() == "x"
    with pytest.raises(CommandError, match="No such file"):
        run("restore", tmp_path / "nothing")
    settings.BACKUP_KEYS = []
    for command in ("backup", "restore"):
        with pytest.raises(CommandError, match="Set BACKUP_KEY"):
            run(command, tmp_path / "new")


def test_a_copy_without_a_commit_is_complained_about(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made all the same: a copy that is hard to put back is better than none."""
    for number, (commit, complains) in enumerate((("a1b2c3", False), ("", True))):
        monkeypatch.setattr(making, "revision", lambda commit=commit: commit)
        complaint = StringIO()
        run("backup", tmp_path / str(number), stderr=complaint)
        assert ("set MIXEN_REVISION" in complaint.getvalue()) is complains
        assert f"commit {commit or 'unknown'}." in run("restore", tmp_path / str(number), "--verify")


def test_a_new_key_seals_and_the_old_one_still_opens(
    source: Path, target: Callable[..., Any], tmp_path: Path, settings: Any
) -> None:
    run("backup", tmp_path / "old")
    settings.BACKUP_KEYS = [read_key(run("new_backup_key").strip()), KEY]
    run("backup", tmp_path / "new")
    for name in ("old", "new"):
        with target(name + " machine"):
            assert "Restored" in run("restore", tmp_path / name)
    settings.BACKUP_KEYS = [read_key(new_key())]
    with pytest.raises(CommandError, match="not in BACKUP_KEY"):
        run("restore", tmp_path / "new", "--verify")


def test_another_secret_is_said(source: Path, target: Callable[..., Any], tmp_path: Path, settings: Any) -> None:
    run("backup", tmp_path / "copy")
    with target():
        settings.SECRET_KEY = "een heel ander geheim van voldoende lengte"
        said = run("restore", tmp_path / "copy")
        assert "SECRET_KEY is another one" in said
        assert "manage.py wipe_second_factor ADDRESS" in said


def test_the_restored_machine_works(source: Path, target: Callable[..., Any], tmp_path: Path) -> None:
    """Rows can be added again, so numbers go on where they were."""
    run("backup", tmp_path / "copy")
    with target():
        run("restore", tmp_path / "copy")
        project = Participant.objects.first().project
        person = {"name": "Nieuw Proefpersoon", "phone": "+31612345679"}
        made = actions.register(project=project, side="new", person=person, part={}, by=None)
        assert Participant.objects.count() == 9
        assert made.pk > 8
