"""A database as one file, and back: VACUUM INTO for SQLite, pg_dump and pg_restore for PostgreSQL."""

import os
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

Counts = dict[str, int]
NOBODYS = ("--no-owner", "--no-privileges")  # whoever restores it owns it


class Failed(Exception):
    """The database's own tool said no; the text says what it said, and it names no row."""


def dump(target: Path) -> Counts:
    """Write the database to ``target`` as it is at one moment; how many rows each table has there.

    Raises Failed. Must not be called inside a transaction.
    """
    return {"sqlite": _dump_sqlite, "postgresql": _dump_postgres}[_vendor()](target)


def load(source: Path) -> None:
    """Make the empty database what ``source`` holds. Raises Failed; then nothing was loaded."""
    {"sqlite": _load_sqlite, "postgresql": _load_postgres}[_vendor()](source)


def _vendor() -> str:
    if connection.vendor not in {"sqlite", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL names {connection.vendor}; only PostgreSQL and SQLite can be copied."
        )
    return connection.vendor


def count(run: Callable[[str], Any], tables: Sequence[str]) -> Counts:
    """How many rows each of ``tables`` has; ``run`` gives the one value a query answers."""
    found = {}
    for table in sorted(tables):
        name = connection.ops.quote_name(table)
        # 2026-11-28: the database itself gave the name
        found[table] = run(f"SELECT count(*) FROM {name}")  # noqa: S608  # nosec B608
    return found


def counts_now() -> Counts:
    """How many rows each table has at this moment."""
    return count(_value, tables_now())


def tables_now() -> list[str]:
    """The names of all tables; none of an empty database."""
    return connection.introspection.table_names()


def migrations_now() -> list[list[str]]:
    """App and name of each migration that was done."""
    done = MigrationRecorder(connection).applied_migrations()
    return sorted([app, name] for app, name in done)


def _value(query: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


# SQLite -------------------------------------------------------------------------------------------------------------
def _dump_sqlite(target: Path) -> Counts:
    with connection.cursor() as cursor:
        # Written anew row by row, so that what was deleted is not in it, as it is in the pages of the file itself.
        cursor.execute("VACUUM INTO %s", [str(target)])
    with closing(sqlite3.connect(f"file:{target}?mode=ro", uri=True)) as copy:
        return count(lambda query: copy.execute(query).fetchone()[0], tables_now())


def _load_sqlite(source: Path) -> None:
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
        if (said := copy.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise Failed(f"the SQLite file is not whole: {said}")
    connection.ensure_connection()
    with closing(sqlite3.connect(source)) as copy:
        copy.backup(connection.connection)


# PostgreSQL ---------------------------------------------------------------------------------------------------------
def _dump_postgres(target: Path) -> Counts:
    with transaction.atomic(durable=True):
        # What is counted and what is written are the same moment, however busy the site is.
        _do("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        snapshot = _value("SELECT pg_export_snapshot()")
        counts = counts_now()
        _run(
            [
                "pg_dump",
                "--format=custom",
                *NOBODYS,
                f"--snapshot={snapshot}",
                f"--file={target}",
            ]
        )
    return counts


def _load_postgres(source: Path) -> None:
    name = connection.settings_dict["NAME"]
    options = [*NOBODYS, "--exit-on-error", "--single-transaction"]
    _run(["pg_restore", *options, f"--dbname={name}", str(source)])


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise Failed(
            f"{command[0]} is not on this machine; Debian, Ubuntu: apt-get install postgresql-client"
        ) from error
    if done.returncode:
        raise Failed(f"{command[0]} said: {_without_rows(done.stderr)}")


def _without_rows(text: str) -> str:
    """The complaints only: lines of detail quote what stood in a row."""
    lines = [line for line in text.splitlines() if "error:" in line or "mismatch" in line]
    return " ".join(lines)[:400] or "nothing"


def _environment() -> dict[str, str]:
    """Where the database is and the password, as its programs read them; on a command line others could see it."""
    known = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {name: str(known[key]) for name, key in names.items() if known.get(key)}
    options = {"PGSSLMODE": "sslmode", "PGSSLROOTCERT": "sslrootcert"}
    given |= {name: str(known["OPTIONS"][key]) for name, key in options.items() if known.get("OPTIONS", {}).get(key)}
    return {**os.environ, **given}
