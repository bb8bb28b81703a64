"""Building the cast takes seven hundred queries; thousands of tests need the same one. It is built once and put back.

What is put back are the rows themselves, with their numbers, inside the transaction of the test: nothing is shared
between tests, and nothing is there for a test that does not ask for it.
"""

import pickle
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

Rows = dict[str, list[tuple[Any, ...]]]


class Kept:
    """The rows that ``build`` made, and what it gave; ``again()`` gives both once more.

    Only on SQLite, whose numbers go back with a transaction, and only over the very rows it was built on.
    """

    def __init__(self, build: Callable[[], Any]) -> None:
        self._build = build
        self._given: bytes | None = None
        self._before: dict[str, Any] = {}
        self._inserts: list[tuple[str, list[tuple[Any, ...]]]] = []

    def again(self) -> Any:
        """What ``build`` gives, from what was kept where that is the same."""
        if connection.vendor != "sqlite":
            return self._build()
        if self._given is None:
            return self._first()
        if _signature(self._before) != self._before:
            return self._build()
        for sql, rows in self._inserts:
            connection.connection.executemany(sql, rows)
        return pickle.loads(self._given)

    def _first(self) -> Any:
        before = _all_rows()
        signature = _signature(before)
        given = self._build()
        after = _all_rows()
        if all(set(rows) <= set(after[table]) for table, rows in before.items()):
            self._inserts = list(_inserts(before, after))
            self._before = signature
            self._given = pickle.dumps(given)
        return given


def _all_rows() -> Rows:
    return {table: _rows(table) for table in connection.introspection.table_names()}


def _columns(table: str) -> list[str]:
    return [column[1] for column in connection.connection.execute(f'PRAGMA table_info("{table}")')]


def _rows(table: str) -> list[tuple[Any, ...]]:
    """As they are stored: a plus before its name keeps SQLite from reading a column as something else."""
    columns = ", ".join(f'+"{name}"' for name in _columns(table))
    return list(connection.connection.execute(f'SELECT {columns} FROM "{table}"'))


def _inserts(before: Rows, after: Rows) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    for table, rows in after.items():
        there = set(before[table])
        new = [row for row in rows if row not in there]
        if new:
            names = ", ".join(f'"{name}"' for name in _columns(table))
            yield f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(new[0]))})', new


def _signature(tables: dict[str, Any]) -> dict[str, Any]:
    """Of each table how many rows it has, and the number of the last."""
    parts = [f"SELECT '{table}', count(*), max(rowid) FROM \"{table}\"" for table in tables]
    found: dict[str, Any] = {}
    for start in range(0, len(parts), 100):  # SQLite joins at most five hundred
        rows = connection.connection.execute(" UNION ALL ".join(parts[start : start + 100]))
        found |= {table: (count, last) for table, count, last in rows}
    return found
