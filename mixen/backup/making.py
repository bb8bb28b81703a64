"""Making a copy."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, default_storage
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from mixen.backup import databases
from mixen.backup.archive import DATABASE, FILES, KEYS, LISTS, Manifest, Packer, examine
from mixen.backup.lists import all_lists
from mixen.backup.scratch import scratch, sweep
from mixen.version import release, revision

UNFINISHED = ".unfinished"


def make(target: Path) -> Manifest:
    """Write a copy of everything to ``target``, read it back, and say what is in it.

    First the database and then the files, so that every file a row names is there. What is under way stands beside
    ``target`` under another name, so that ``target`` is whole or not there. Raises databases.Failed and OSError.
    """
    sweep()
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    key = settings.BACKUP_KEYS[0]
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            _pack(Packer(file, key))
            file.flush()
            os.fsync(file.fileno())
        manifest = examine(unfinished, [key])
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _pack(packer: Packer) -> None:
    manifest = _pack_database(packer)
    _pack_files(packer, default_storage)
    for path in sorted(Path(settings.REGISTRATION_KEYS_DIR).glob("*.pem")):
        packer.add_path(f"{KEYS}/{path.name}", path)
    for item in all_lists():
        packer.add_bytes(f"{LISTS}/{item.name}", item.read())
    packer.finish(manifest)


def _pack_database(packer: Packer) -> Manifest:
    """The database goes through a file that only this account can read and that is gone a moment later."""
    with scratch("copy-") as folder:
        path = folder / DATABASE
        counts = databases.dump(path)
        manifest = Manifest(
            made_at=timezone.now().isoformat(timespec="seconds"),
            release=release(),
            revision=revision(),
            vendor=connection.vendor,
            secret=secret_mark(),
            migrations=databases.migrations_now(),
            counts=counts,
        )
        packer.add_path(DATABASE, path)
    return manifest


def _pack_files(packer: Packer, storage: Storage) -> None:
    for name in stored(storage):
        try:
            file = storage.open(name)
        except FileNotFoundError:
            continue  # removed since it was listed: no row of the copy's moment needs it for long
        with file:
            packer.add(f"{FILES}/{name}", file, file.size)


def stored(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files in ``storage``, below ``folder``."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return  # nothing was ever stored
    for name in sorted(files):
        yield f"{folder}{name}"
    for name in sorted(folders):
        yield from stored(storage, f"{folder}{name}/")


def secret_mark() -> str:
    """By which a restore sees whether ``SECRET_KEY`` is still the same; tells nothing about it."""
    return salted_hmac("mixen.backup", "secret").hexdigest()[:16]
