"""Who may sit where, and what every seat costs by the levels that are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.solver.levels import Entries, Floats, Ints, Level

Bools = NDArray[np.bool_]
SLOTS = 3
NOBODY = SLOTS
"""The slot of a column that stands for nobody."""


@dataclass
class Piece:
    """Rows and columns within which people can still change places, in order; ``open_`` says which seats are tight."""

    rows: Ints
    columns: Ints
    open_: Bools | None = None
    must: Bools | None = None
    """Columns that stay filled."""


@dataclass
class Seats:
    """Who may sit where: ``allowed`` has a row per person and a column per host, ``room`` the slots of each host.

    ``locked`` people sit at their host or the whole is impossible.
    """

    allowed: Bools
    room: Ints
    locked: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        deep = [(self.room > slot).nonzero()[0] for slot in range(SLOTS)]
        sizes = [len(hosts) for hosts in deep]
        spare = max(0, len(self.allowed) - sum(sizes))
        self.hosts = np.concatenate([*deep, np.full(spare, -1, np.int64)])
        self.slots = np.repeat(np.arange(NOBODY + 1), [*sizes, spare])

    @property
    def whole(self) -> Piece:
        return Piece(np.arange(len(self.allowed)), np.arange(len(self.hosts)))

    def cost(self, group: Sequence[tuple[Level, int]], piece: Piece) -> Floats:
        """The cost of every seat of a piece, in whole numbers; lower is better.

        Nobody costs 0. Seats that would break a lock or a higher level cost infinitely much.
        """
        cost = np.zeros((len(piece.rows), len(piece.columns)))
        ends = self.slots[piece.columns].searchsorted(range(NOBODY + 1)).tolist()
        for slot in range(SLOTS):
            if ends[slot] < ends[slot + 1]:
                here = slice(ends[slot], ends[slot + 1])
                open_ = None if piece.open_ is None else piece.open_[:, here]
                self._fill(cost[:, here], group, slot, piece.rows, self.hosts[piece.columns[here]], open_)
        if piece.open_ is not None:
            cost[~piece.open_] = np.inf
        if self.locked:
            self._lock(cost, piece)
        return cost

    def _fill(
        self,
        cost: Floats,
        group: Sequence[tuple[Level, int]],
        slot: int,
        rows: Ints,
        hosts: Ints,
        open_: Bools | None,
    ) -> None:
        """The seats of ``rows`` in one slot of ``hosts``; what is dear to work out only where a seat is still open."""
        cost -= float(sum([weight * level.plain(slot) for level, weight in group]))
        allowed = _grid(self.allowed, rows, hosts)
        places = _places(rows, self.allowed.shape[0]), _places(hosts, self.allowed.shape[1])
        for level, weight in group:
            if level.dense is not None:
                cost -= float(weight) * _grid(level.dense, rows, hosts)
            if level.seats is not None:
                cost -= float(weight) * level.seats[hosts, slot]
            if level.entries is not None and (slot == 0 or not level.entries_first):
                down, across, values = _within(level.entries, *places)
                cost[down, across] -= float(weight) * values
            if level.later is not None:
                down, across = np.nonzero(allowed if open_ is None else allowed & open_)
                cost[down, across] -= float(weight) * level.later(rows[down], hosts[across])
        cost[~allowed] = 0.0

    def _lock(self, cost: Floats, piece: Piece) -> None:
        hosts = self.hosts[piece.columns]
        for place, row in enumerate(piece.rows.tolist()):
            host = self.locked.get(row)
            if host is not None:
                cost[place, hosts != host] = np.inf


def _grid(whole: NDArray[Any], rows: Ints, hosts: Ints) -> NDArray[Any]:
    """Some rows and columns of a grid; the grid itself when these are all."""
    if len(rows) < whole.shape[0]:
        whole = whole[rows]
    return whole if len(hosts) == whole.shape[1] else whole[:, hosts]


def _within(entries: Entries, down: Ints | None, across: Ints | None) -> Entries:
    """The entries that are about some rows and hosts, with their places among those; None stands for all."""
    if down is None and across is None:
        return entries
    rows, hosts, values = entries
    rows = rows if down is None else down[rows]
    hosts = hosts if across is None else across[hosts]
    here = (rows >= 0) & (hosts >= 0)
    return rows[here], hosts[here], values[here]


def _places(some: Ints, count: int) -> Ints | None:
    """The place of each of ``count`` among ``some``, -1 for the others; None when ``some`` are all."""
    if len(some) == count:
        return None
    places = np.full(count, -1)
    places[some] = np.arange(len(some))
    return places
