"""Databases that take long to fill, filled once a run and copied for each application that a test starts."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MANAGE = [sys.executable, "-W", "ignore", str(ROOT / "manage.py")]
DATABASE, MEDIA = "made.sqlite3", "media"


def made_once(factory: pytest.TempPathFactory, name: str, *commands: list[str]) -> Path:
    """A folder with a database, and files, on which ``commands`` were run after migrating.

    All processes of this run of the tests share it; who asks first makes it, the others wait.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made, half = shared / f"{name}-made", shared / f"{name}-half"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            half.mkdir()
            working = half / "working.sqlite3"
            environment = {
                **os.environ,
                "DATABASE_URL": f"sqlite:///{working}",
                "VAR_DIR": str(half / "var"),
                "MEDIA_ROOT": str(half / MEDIA),
            }
            for command in (["migrate", "-v0"], *commands):
                subprocess.run([*MANAGE, *command], check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
            with closing(sqlite3.connect(working)) as source, closing(sqlite3.connect(half / DATABASE)) as target:
                source.backup(target)
            half.rename(made)
    return made


def copy_of(made: Path, folder: Path, database: str) -> None:
    """Put what ``made_once`` gave into ``folder``, the database under the name ``database``."""
    shutil.copy(made / DATABASE, folder / database)
    if (made / MEDIA).exists():
        shutil.copytree(made / MEDIA, folder / MEDIA)
