"""The cast on PostgreSQL: built once in a run, and put back row by row for every test after that."""

from copy import deepcopy
from functools import cache
from typing import Any

from django.db import connection, transaction

from tests.conftest import Cast, build_cast

Row = tuple[Any, ...]
Table = tuple[list[str], list[Row]]


def _tables() -> dict[str, Table]:
    """Every row there is, as the database writes it."""
    found: dict[str, Table] = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.django_table_names(only_existing=True)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            found[name] = ([column[0] for column in cursor.description], cursor.fetchall())
    return found


@cache
def _taken() -> tuple[Cast, dict[str, Table]]:
    """The cast as it was just after it was built, and the rows that this added."""
    before = _tables()
    cast = build_cast()
    added: dict[str, Table] = {}
    for name, (columns, rows) in _tables().items():
        known = {repr(row) for row in before[name][1]}
        if new := [row for row in rows if repr(row) not in known]:
            added[name] = (columns, new)
    return deepcopy(cast), added


def put_back() -> Cast:
    """The cast: built the first time, after that restored from the photograph."""
    first = _taken.cache_info().currsize == 0
    cast, added = _taken()
    if not first:
        with transaction.atomic(), connection.cursor() as cursor:
            for name, (columns, rows) in added.items():
                names = ", ".join(connection.ops.quote_name(column) for column in columns)
                marks = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {connection.ops.quote_name(name)} ({names}) VALUES ({marks})", rows)
    return deepcopy(cast)
