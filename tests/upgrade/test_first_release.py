"""The database of the first release, with its demo data, becomes today's: nobody is lost and every page opens.

``first_release/`` holds the tables of commit 559c1e6 (0.1.0), with invented people, as SQL. Going through all steps
since then takes minutes, so this runs with ``make upgrade`` and not with ``make test``.
"""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.checkers import ROOT
from tests.servers import Postgres, postgres_folder

pytestmark = pytest.mark.upgrade
DUMPS = Path(__file__).parent / "first_release"
# Counted on the day the copies were made.
PEOPLE = {"participants_person": 76, "participants_participant": 76, "matching_couple": 28, "projects_project": 3}
# What a table of money looks like has changed since; the amounts in it have not.
OTHER_SHAPE = {"projects.budget_table", "projects.budget_differences", "projects.settlement"}


def sql(name: str) -> str:
    return gzip.decompress((DUMPS / f"{name}.sql.gz").read_bytes()).decode()


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("upgrade") / "db.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(sql("sqlite"))
    return f"sqlite:///{path}"


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    folder = postgres_folder()
    assert folder, "PostgreSQL is missing"
    server = Postgres(folder)
    server.start()
    try:
        load = ["psql", "--quiet", "--set", "ON_ERROR_STOP=1", server.url.replace("postgres:", "postgresql:")]
        # What a newer pg_dump writes for its own kind is not known to an older psql.
        lines = [line for line in sql("postgres").splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]
        subprocess.run(load, input="\n".join(lines), text=True, check=True, stdout=subprocess.DEVNULL)
        yield server.url
    finally:
        server.stop()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the site of today finds in it after ``migrate``."""
    folder = tmp_path_factory.mktemp("house")
    variables = {
        **{name: value for name, value in os.environ.items() if name not in {"MIXEN_TEST_DATABASE", "REDIS_URL"}},
        "DATABASE_URL": request.getfixturevalue(request.param),
        "VAR_DIR": str(folder / "var"),
        "MEDIA_ROOT": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": "mixen.settings",
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0", "--skip-checks"]
    subprocess.run(migrate, cwd=ROOT, env=variables, check=True, timeout=900)
    probe = [sys.executable, "-m", "tests.upgrade.probe"]
    done = subprocess.run(probe, cwd=ROOT, env=variables, check=True, timeout=300, stdout=subprocess.PIPE)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_nobody_is_lost(found: dict[str, Any]) -> None:
    assert {table: found["counts"][table] for table in PEOPLE} == PEOPLE


def test_every_page_opens(found: dict[str, Any]) -> None:
    assert {page: status for page, status in found["pages"].items() if status != 200} == {}
    assert len(found["pages"]) > 30


def test_the_report_of_osdorp_says_what_it_said(found: dict[str, Any]) -> None:
    """The frozen one by its hash, and the same figures worked out today."""
    report = found["report"]
    assert len(report["sha256"]) == 64
    assert len(report["frozen"]) > 20
    different = {key for key, value in report["frozen"].items() if report["now"].get(key) != value}
    assert different <= OTHER_SHAPE
    assert amounts(report["frozen"]["projects.settlement"]) <= amounts(report["now"]["projects.settlement"])


def amounts(table: dict[str, Any]) -> set[str]:
    """Every amount in a table of money."""
    return {cell for row in table["rows"] for cell in row if cell.removeprefix("-").replace(".", "").isdigit()}
