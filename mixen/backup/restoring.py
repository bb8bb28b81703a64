"""Putting a copy back on an empty machine."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from mixen.backup import databases
from mixen.backup.archive import DATABASE, FILES, KEYS, LISTS, Hashing, Manifest, examine, members
from mixen.backup.lists import all_lists
from mixen.backup.making import secret_mark, stored
from mixen.backup.scratch import scratch, sweep

Say = Callable[[str], object]


CHANGED_KEY = (
    "SECRET_KEY is another one than that of the copy: links in people's hands do not open any more, and nobody's "
    "second step can be checked. With the copy's key in SECRET_KEY_FALLBACKS both go on: then run 'manage.py "
    "reseal_second_factors'. Is that key lost? Then run 'manage.py wipe_second_factor ADDRESS' for a coordinator, "
    "who does it for the others."
)


class Refused(Exception):
    """This copy cannot be put back here; the text says why and what to do."""


def restore(source: Path, say: Say) -> Manifest:
    """Put the copy at ``source`` back: keys, files, and the database last, so that a database means a whole restore.

    Broken off in the middle it can be done again. Everybody is logged out, and who was erased stays erased: by what
    the copy knows of that and by what this machine knows. Raises Unreadable, Refused, databases.Failed.
    """
    sweep()
    manifest = examine(source, settings.BACKUP_KEYS)
    refuse_other_version(manifest)
    refuse_what_is_full(manifest)
    say(f"The copy of {manifest.made_at} is whole: {len(manifest.members)} members, as they were.")
    with scratch("restore-") as folder:
        lists = _unpack(source, folder, manifest)
        databases.load(folder / DATABASE)
    _compare(manifest)
    say(f"{sum(manifest.counts.values())} rows in {len(manifest.counts)} tables, as they were.")
    say(f"{len(manifest.names(FILES))} files and {len(manifest.names(KEYS))} registration keys, as they were.")
    _log_everybody_out()
    for item in all_lists():
        say(item.replay([text for text in (lists.get(item.name, b""), item.read()) if text]))
    if manifest.secret != secret_mark():
        say(CHANGED_KEY)
    return manifest


def refuse_other_version(manifest: Manifest) -> None:
    """Raises Refused unless this code's tables are the copy's tables, on the same kind of database."""
    if manifest.vendor != connection.vendor:
        raise Refused(
            f"It is of {manifest.vendor} and DATABASE_URL names {connection.vendor}: point it at the same kind."
        )
    known = MigrationLoader(None, ignore_no_migrations=True)
    done = {(app, name) for app, name in manifest.migrations}
    missing = set(known.graph.leaf_nodes()) - done
    unknown = done - set(known.disk_migrations)
    if missing or unknown:
        what = f"it lacks {'.'.join(min(missing))}" if missing else f"this code lacks {'.'.join(min(unknown))}"
        raise Refused(
            f"It was made by release {manifest.release}, commit {manifest.revision or 'unknown'}, with other tables: "
            f"{what}. Restore it with the code of that commit, then update."
        )


def refuse_what_is_full(manifest: Manifest) -> None:
    """Raises Refused when there is a table, or a file that is not the copy's own."""
    if tables := databases.tables_now():
        raise Refused(
            f"The database is not empty (it has the table {tables[0]}): DATABASE_URL must name an empty one."
        )
    for name in stored(default_storage):
        if _stored_hash(name) != manifest.members.get(f"{FILES}/{name}"):
            raise Refused(f"Where the files go is not empty: {name} is there, and is not of this copy.")


def _unpack(source: Path, folder: Path, manifest: Manifest) -> dict[str, bytes]:
    """Put keys and files in their place and the database in ``folder``; what the lists say."""
    lists: dict[str, bytes] = {}
    for name, content in members(source, settings.BACKUP_KEYS):
        kind, _slash, rest = name.partition("/")
        if kind == DATABASE:
            with (folder / DATABASE).open("wb") as target:
                copyfileobj(content, target)
        elif kind == FILES:
            _store(rest, content, manifest.members[name])
        elif kind == KEYS:
            _keep_key(rest, content.read())
        elif kind == LISTS:
            lists[rest] = content.read()
    return lists


def _store(name: str, content: Hashing, sha256: str) -> None:
    """Put the file where rows expect it; one that is there already is the same, as was looked at before."""
    if not default_storage.exists(name):
        with _rewindable(content) as file:
            name = default_storage.save(name, File(file, name))
    if _stored_hash(name) != sha256:
        raise Refused(f"{name} was written and reads back otherwise: look at the disk or the store.")


def _rewindable(content: Hashing) -> Any:
    """The content as a file a store can measure; small ones stay in memory."""
    file = tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024, dir=str(settings.VAR_DIR))  # noqa: SIM115
    copyfileobj(content, file)
    file.seek(0)
    return file


def _stored_hash(name: str) -> str:
    with default_storage.open(name) as file:
        hashing = Hashing(file)
        while hashing.read(1024 * 1024):
            pass
    return hashing.sha256


def _keep_key(name: str, content: bytes) -> None:
    folder = Path(settings.REGISTRATION_KEYS_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / Path(name).name
    path.touch(mode=0o600)
    path.write_bytes(content)


def _compare(manifest: Manifest) -> None:
    """Raises Refused when a table has another number of rows than the copy says."""
    now = databases.counts_now()
    if different := sorted({table for table, _rows in set(manifest.counts.items()) ^ set(now.items())}):
        table = different[0]
        raise Refused(
            f"After loading, {table} has {now.get(table, 'no')} rows and had {manifest.counts.get(table, 'none')}: "
            "empty the database and begin again."
        )


def _log_everybody_out() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session")
