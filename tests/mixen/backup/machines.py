"""Machines to copy from and to restore on: each a folder with its own database, files and keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

from mixen.backup.sealing import new_key, read_key

KEY = read_key(new_key())


def copy_database(target: Path) -> None:
    """Write what this test did to its database to a file, the transaction of the test included."""
    connection.ensure_connection()
    target.write_bytes(connection.connection.serialize())


@contextmanager
def machine(folder: Path, settings: Any, **database: Any) -> Iterator[Path]:
    """Inside, everything happens on the machine that ``folder`` is; its database is a file in it, unless named."""
    before = connections["default"]
    there = connections.create_connection("default")
    there.settings_dict = {**before.settings_dict, "NAME": str(folder / "db.sqlite3"), **database}
    names = ("MEDIA_ROOT", "VAR_DIR", "REGISTRATION_KEYS_DIR", "ERASURE_LIST")
    kept = {name: getattr(settings, name) for name in names}
    connections["default"] = there
    (folder / "var").mkdir(parents=True, exist_ok=True)
    settings.MEDIA_ROOT = folder / "media"
    settings.VAR_DIR, settings.REGISTRATION_KEYS_DIR = folder / "var", folder / "keys"
    settings.ERASURE_LIST = folder / "erasures.jsonl"
    try:
        yield folder
    finally:
        there.close()
        connections["default"] = before
        for name, value in kept.items():
            setattr(settings, name, value)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
