"""What is compared, level after level, as whole numbers per seat: a row (who is placed) at a slot of a host."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Entries = tuple[Ints, Ints, Ints]
Points = NDArray[np.signedinteger[Any]]
"""Whole numbers for every pair, as small as they can be held."""


@dataclass
class Level:
    """One level; a higher sum is better.

    A seat counts ``each``, and ``first`` or ``third`` besides in that slot; ``entries`` (rows, hosts, values) count
    for single pairs, none more than ``entries_most``, and with ``entries_first`` only in a first slot; ``dense`` has a
    value for every pair; ``seats`` one per host and slot. ``later`` works values out only for the pairs asked, for
    what is dear to work out.
    """

    name: str
    each: int = 0
    first: int = 0
    third: int = 0
    entries: Entries | None = None
    entries_most: int = 0
    entries_first: bool = False
    dense: Points | None = None
    seats: Ints | None = None
    later: Callable[[Ints, Ints], Ints] | None = None
    _table: NDArray[np.int16] | None = field(default=None, repr=False)

    def reach(self, rows: int) -> int:
        """An upper bound on how far two arrangements of ``rows`` people can lie apart in this level."""
        constant = abs(self.each) + abs(self.first) + abs(self.third)
        total = rows * constant
        if self.entries is not None and len(self.entries[0]):
            total += min(rows, len(self.entries[0])) * self.entries_most
        if self.dense is not None and self.dense.size:
            total += int(self.dense.max(axis=1).sum())
        if self.seats is not None and self.seats.size:
            total += rows * int(self.seats.max())
        return total

    def plain(self, slot: int) -> int:
        """What any seat in this slot counts, whoever sits there."""
        return self.each + (self.first if slot == 0 else self.third if slot == 2 else 0)

    def at(self, rows: Ints, hosts: Ints, slots: Ints) -> Ints:
        """The value of each seat; the three broadcast against each other."""
        value = self.each + self.first * (slots == 0) + self.third * (slots == 2)
        if self.entries is not None:
            value = value + self._entries_at(rows, hosts) * ((slots == 0) | (not self.entries_first))
        if self.dense is not None:
            value = value + self.dense[rows, hosts]
        if self.seats is not None:
            value = value + self.seats[hosts, slots]
        if self.later is not None:
            value = value + self.later(*np.broadcast_arrays(rows, hosts))
        return np.broadcast_to(value, np.broadcast_shapes(rows.shape, hosts.shape, slots.shape))

    def _entries_at(self, rows: Ints, hosts: Ints) -> Ints:
        """The entries of some pairs, by way of a table of all."""
        assert self.entries is not None
        if self._table is None:
            shape = (int(self.entries[0].max(initial=0)) + 1, int(self.entries[1].max(initial=0)) + 1)
            self._table = np.zeros(shape, np.int16)
            self._table[self.entries[0], self.entries[1]] = self.entries[2]
        height, width = self._table.shape
        inside = (rows < height) & (hosts < width)
        return np.where(inside, self._table[np.where(inside, rows, 0), np.where(inside, hosts, 0)], 0)


LIMIT = 2**52


def grouped(levels: Sequence[Level], rows: int) -> list[list[tuple[Level, int]]]:
    """The levels in groups that are solved in turn, each with its weight within its group.

    A weight is one more than everything the lower levels of its group can reach together, so that no lower level
    ever outweighs a higher one; a group ends where the sum would not fit a float exactly. A level that is dear to
    work out stands alone: few pairs are left by then.
    """
    groups: list[list[tuple[Level, int]]] = []
    group: list[tuple[Level, int]] = []
    room = 1
    for level in levels:
        many = level.reach(rows) + 1
        if level.later is not None or room * many >= LIMIT:
            groups.append(_weighted(group))
            group, room = [], 1
        group.append((level, many))
        room *= many
    groups.append(_weighted(group))
    return [group for group in groups if group]


def _weighted(group: Sequence[tuple[Level, int]]) -> list[tuple[Level, int]]:
    weight, found = 1, []
    for level, many in reversed(group):
        found.append((level, weight))
        weight *= many
    return found[::-1]
