"""A folder for what must not stay: the database as plain text, for the moment between the database and a sealed copy.

It goes when it was used. Of somebody who was killed meanwhile it stays, and ``sweep`` takes it away: before each copy
and each restore, and every night.
"""

import fcntl
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from django.conf import settings

logger = logging.getLogger(__name__)
KINDS = ("copy-", "restore-")
MOST_SECONDS = 24 * 60 * 60
"""After which a folder goes whose owner cannot be asked."""


@contextmanager
def scratch(kind: str) -> Iterator[Path]:
    """An empty folder in ``VAR_DIR`` that only this account can read, named after ``kind``, one of KINDS."""
    while True:
        folder = Path(mkdtemp(dir=settings.VAR_DIR, prefix=kind))
        # The lock says that its owner lives: it ends with the process, however that ends. A number of a process would
        # say nothing, as containers that share this folder each count their own.
        lock = os.open(folder, os.O_RDONLY)
        _is_free(lock, wait=True)
        if folder.exists():  # nobody swept it between its making and its lock
            break
        os.close(lock)
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)
        os.close(lock)


def sweep() -> list[str]:
    """Remove what somebody left who was killed; the names of what went. Never takes what is in use."""
    found = [path for kind in KINDS for path in Path(settings.VAR_DIR).glob(f"{kind}*") if path.is_dir()]
    return [path.name for path in sorted(found) if _sweep(path)]


def _sweep(folder: Path) -> bool:
    try:
        lock = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return False  # done with meanwhile
    except PermissionError:
        logger.error("%s holds a plain copy and belongs to another account; remove it", folder)
        return False
    try:
        if not _is_left(lock, folder):
            return False
        rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)
    if folder.exists():
        logger.error("%s holds a plain copy and cannot be removed", folder)
    return not folder.exists()


def _is_left(lock: int, folder: Path) -> bool:
    """Whether nobody lives who uses it; by its age where the disk cannot say so."""
    free = _is_free(lock)
    return time.time() - folder.stat().st_mtime > MOST_SECONDS if free is None else free


def _is_free(lock: int, *, wait: bool = False) -> bool | None:
    """Take the lock; whether that went, and None on a disk that knows no locks."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
