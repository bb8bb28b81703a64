"""The embedded default as it runs on a laptop: SQLite in a file, the queue in a folder, real processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.queue.house import ROOT, House


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with every table."""
    folder = tmp_path_factory.mktemp("migrated")
    file = folder / "empty.sqlite3"
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{file}", "VAR_DIR": str(folder)}
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
        check=True,
        timeout=240,
    )
    return file


@pytest.fixture
def house(migrated: Path, tmp_path: Path) -> Iterator[House]:
    """A folder with a database, a queue and files of its own; every process started in it is ended."""
    shutil.copy(migrated, tmp_path / "house.sqlite3")
    made = House(tmp_path)
    yield made
    made.end_all()


@pytest.fixture(autouse=True)
def quiet_places() -> Any:
    """Nothing of Django is used in the process of these tests."""
    return None
