"""From a rounds document to a checked case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matching.solver.case import Pair, People
from matching.solver.document import (
    DEFAULT_WEIGHTS,
    read_apart,
    read_pairs,
    read_people,
    read_seed,
    read_weights,
    whole_object,
)
from matching.solver.refused import Refused


@dataclass(frozen=True)
class Table:
    """One table in one round: its number and the ids at it."""

    number: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass
class RoundsCase:
    """A checked rounds document. ``rounds`` counts the played ones in; ``first`` and ``last`` say from and until which
    round somebody is there, counted from 1."""

    seed: str
    people: People
    weights: dict[str, int]
    vetoes: set[Pair]
    apart: set[frozenset[str]]
    tables: int
    rounds: int
    played: list[list[Table]]
    first: dict[str, int]
    last: dict[str, int]

    def there(self, name: str, number: int) -> bool:
        """Whether somebody is there in round ``number``."""
        return self.first.get(name, 1) <= number <= self.last.get(name, number)


def read_rounds(document: Any) -> RoundsCase:
    """The checked case. Raises Refused."""
    whole = whole_object(document)
    people = read_people(whole)
    return RoundsCase(
        seed=read_seed(whole),
        people=people,
        weights=read_weights(whole.get("weights")) if "weights" in whole else DEFAULT_WEIGHTS,
        vetoes=set(read_pairs(whole, "vetoes", people)),
        apart=read_apart(whole, people),
        tables=_count(whole, "tables", 1),
        rounds=_count(whole, "rounds", 0),
        played=_played(whole.get("played", [])),
        first=_numbers(whole, "from_round", people),
        last=_numbers(whole, "until_round", people),
    )


def _count(whole: Mapping[str, Any], name: str, least: int) -> int:
    found = whole.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < least:
        raise Refused(f"'{name}' must be a whole number of at least {least}")
    return found


def _numbers(whole: Mapping[str, Any], name: str, people: People) -> dict[str, int]:
    found = whole.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Refused(f"'{name}' must be an object of id and round")
    for who, number in found.items():
        if who not in people.row and who not in people.column:
            raise Refused("nobody here has this id", [who])
        if not isinstance(number, int) or isinstance(number, bool) or number < 0:
            raise Refused(f"'{name}' gives the number of a round", [who])
    return dict(found)


def _played(found: Any) -> list[list[Table]]:
    if not isinstance(found, list) or not all(isinstance(one, list) for one in found):
        raise Refused("'played' must be a list of rounds, each a list of tables")
    rounds = [[_table(entry) for entry in entries] for entries in found]
    for tables in rounds:
        ids = [one for table in tables for one in (*table.old, *table.new)]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise Refused("in 'played' somebody sits at two places in one round", twice)
    return rounds


def _table(entry: Any) -> Table:
    if not isinstance(entry, dict):
        raise Refused("each table of 'played' must be an object")
    number, old, new = entry.get("table"), entry.get("old", []), entry.get("new", [])
    if not isinstance(number, int) or isinstance(number, bool):
        raise Refused("each table of 'played' needs a number")
    for side in (old, new):
        if not isinstance(side, list) or not all(isinstance(one, str) for one in side):
            raise Refused("each table of 'played' lists ids under 'old' and 'new'")
    return Table(number, tuple(old), tuple(new))
