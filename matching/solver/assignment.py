"""Placing people at hosts, exactly, level after level, as an assignment problem.

Rows are the people to place; columns are the slots of the hosts. A seat that is not allowed is worth 0 and means
'nobody', so a square of the real seats is enough. Several levels go into one matrix as long as the numbers stay exact;
the best arrangements of one group of levels are then exactly those on its tight seats (complementary slackness), so
the next group is solved on those alone, piece by piece: two seats can only be exchanged within one strongly connected
piece of the graph of exchanges. The potentials that give the tight seats are at the same time the proof.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from matching.solver.levels import Ints, Level, grouped

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


NOBODY = 3
"""The slot of a column that stands for nobody."""


class NotProven(RuntimeError):
    """No proof was found that an arrangement is the best; this must never happen."""


@dataclass
class Seats:
    """Who may sit where: ``allowed`` has a row per person and a column per host, ``room`` the slots of each host.

    ``locked`` people sit at their host or the whole is impossible.
    """

    allowed: Bools
    room: Ints
    locked: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        deep = [np.flatnonzero(self.room > slot) for slot in range(3)]
        spare = max(0, len(self.allowed) - sum(len(hosts) for hosts in deep))
        nobody = np.full(spare, -1, np.int64)
        self.hosts = np.concatenate([*deep, nobody])
        self.slots = np.repeat(np.arange(4), [*(len(hosts) for hosts in deep), spare])
        self.deep = deep

    def full(self, group: Sequence[tuple[Level, int]]) -> Floats:
        """The cost of every seat, in whole numbers; lower is better."""
        constant = sum(weight * level.each for level, weight in group)
        pairs = np.full(self.allowed.shape, -float(constant))
        for level, weight in group:
            if level.dense is not None:
                pairs -= float(weight) * level.dense
            if level.entries is not None and not level.entries_first:
                pairs[level.entries[0], level.entries[1]] -= float(weight) * level.entries[2]
        return np.concatenate(
            [*self._by_slot(pairs, group), np.zeros((len(pairs), int((self.slots == NOBODY).sum())))], axis=1
        )

    def _by_slot(self, pairs: Floats, group: Sequence[tuple[Level, int]]) -> list[Floats]:
        parts = []
        for slot, hosts in enumerate(self.deep):
            if slot and not len(hosts):
                continue
            part = pairs[:, hosts] if slot else pairs.copy() if len(self.deep[1]) else pairs
            for level, weight in group:
                extra = level.first if slot == 0 else level.third if slot == 2 else 0
                if extra:
                    part -= float(weight * extra)
                if level.seats is not None:
                    part -= float(weight) * level.seats[hosts, slot]
                if slot == 0 and level.entries is not None and level.entries_first:
                    part[level.entries[0], level.entries[1]] -= float(weight) * level.entries[2]
            part[~(self.allowed[:, hosts] if slot else self.allowed)] = 0.0
            parts.append(part)
        return parts

    def part(self, group: Sequence[tuple[Level, int]], rows: Ints, columns: Ints) -> Floats:
        """The same for some rows and columns."""
        hosts, slots = self.hosts[columns], self.slots[columns]
        real = (hosts >= 0)[None, :] & self.allowed[rows[:, None], hosts[None, :]]
        found = np.zeros(real.shape)
        r, c = np.nonzero(real)
        for level, weight in group:
            found[r, c] -= float(weight) * level.at(rows[r], hosts[c], slots[c])
        return found


@dataclass
class _Piece:
    """Rows and columns within which people can still change places; ``open_`` says which seats are still tight."""

    rows: Ints
    columns: Ints
    open_: Bools | None = None
    must: Bools | None = None
    """Columns that stay filled."""


def place(seats: Seats, levels: Sequence[Level]) -> Ints | None:
    """The column of each row in the best arrangement; None when the locks make it impossible.

    Raises NotProven when the proof of the best fails.
    """
    count = len(seats.allowed)
    chosen = np.full(count, -1, np.int64)
    pieces = [_Piece(np.arange(count), np.arange(len(seats.hosts)))]
    groups = grouped(levels, count)
    for number, group in enumerate(groups):
        later: list[_Piece] = []
        for piece in pieces:
            cost = seats.part(group, piece.rows, piece.columns) if number else seats.full(group)
            _close(cost, seats, piece)
            found = _solve(cost, piece)
            if found is None:
                return None
            chosen[piece.rows] = piece.columns[found]
            later += _exchanges(cost, found, piece)
        pieces = later
    return chosen


def _close(cost: Floats, seats: Seats, piece: _Piece) -> None:
    """Seats that would break a lock or a higher level cost infinitely much."""
    if piece.open_ is not None:
        cost[~piece.open_] = np.inf
    if seats.locked:
        hosts = seats.hosts[piece.columns]
        for place_, row in enumerate(piece.rows.tolist()):
            host = seats.locked.get(row)
            if host is not None:
                cost[place_, hosts != host] = np.inf


def _solve(cost: Floats, piece: _Piece) -> Ints | None:
    """The best column for each row. Rows of nobody fill the columns that may stay empty."""
    rows, columns = cost.shape
    if not rows:
        return np.zeros(0, np.int64)
    if piece.must is not None and piece.must.any() and columns > rows:
        nobody = np.where(piece.must, np.inf, 0.0)
        cost = np.concatenate([cost, np.repeat(nobody[None, :], columns - rows, axis=0)])
    try:
        _rows, found = linear_sum_assignment(cost)
    except ValueError:  # infeasible
        return None
    found = found[:rows]
    return found if np.isfinite(cost[np.arange(rows), found]).all() else None


def _exchanges(cost: Floats, found: Ints, piece: _Piece) -> list[_Piece]:
    """The pieces in which people can change places at no cost, by potentials that prove the arrangement best."""
    rows = len(cost)
    if not rows:
        return []
    gain = cost - cost[np.arange(rows), found][:, None]
    potential = _potentials(gain, found, piece)
    with np.errstate(invalid="ignore"):
        tight = gain + potential[found][:, None] == potential[None, :]
    tight[np.arange(rows), found] = False
    if not tight.any():
        return []
    return list(_pieces(tight, found, potential, piece))


def _potentials(gain: Floats, found: Ints, piece: _Piece) -> Floats:
    """What each column is worth at the margin, by shortest paths over exchanges.

    That they settle, and that no empty column is worth anything, proves that nothing better exists.
    """
    columns = gain.shape[1]
    empty = np.ones(columns, bool)
    empty[found] = False
    potential = np.zeros(columns)
    if piece.must is not None:
        return _potentials_with_must(gain, found, empty, piece.must)
    changed = np.arange(len(gain))
    for _round in range(columns + 2):
        offered = (gain[changed] + potential[found[changed]][:, None]).min(axis=0)
        lower = offered < potential
        if not lower.any():
            break
        potential[lower] = offered[lower]
        changed = np.flatnonzero(lower[found])
        if not len(changed):
            break
    else:
        raise NotProven("the exchanges have no end")
    if (potential[empty] < 0).any():
        raise NotProven("an empty seat is worth more than its price")
    return potential


def _potentials_with_must(gain: Floats, found: Ints, empty: Bools, must: Bools) -> Floats:
    """As above, where some columns stay filled whatever they are worth: rows of nobody stand on the empty ones."""
    nobody = np.where(must, np.inf, 0.0)
    spare = np.flatnonzero(empty)
    gain = np.concatenate([gain, np.repeat(nobody[None, :], len(spare), axis=0)])
    found = np.concatenate([found, spare])
    potential = np.zeros(len(empty))
    for _round in range(len(empty) + 2):
        offered = np.minimum(potential, (gain + potential[found][:, None]).min(axis=0))
        if (offered == potential).all():
            return potential
        potential = offered
    raise NotProven("the exchanges have no end")


def _on_rings(start: Ints, end: Ints, nodes: int) -> tuple[Ints, Ints]:
    """Without the edges that cannot be part of a ring: nobody comes to where they begin, or goes on where they end."""
    while len(start):
        goes, comes = np.zeros(nodes, bool), np.zeros(nodes, bool)
        goes[start], comes[end] = True, True
        keep = comes[start] & goes[end]
        if keep.all():
            break
        start, end = start[keep], end[keep]
    return start, end


def _pieces(tight: Bools, found: Ints, potential: Floats, piece: _Piece) -> "list[_Piece]":
    """Strongly connected pieces of the graph: column to column by who can move, with one knot for all empty ones."""
    rows, columns = tight.shape
    empty = np.ones(columns, bool)
    empty[found] = False
    knot = columns
    node = np.where(empty, knot, np.arange(columns))
    r, c = np.nonzero(tight)
    free = potential == (potential[empty].max() if empty.any() else 0.0)
    if piece.must is not None:
        free &= ~piece.must
    reachable = np.flatnonzero(free & ~empty) if empty.any() else np.zeros(0, np.int64)
    start = np.concatenate([found[r], np.full(len(reachable), knot)])
    end = np.concatenate([node[c], reachable])
    start, end = _on_rings(start, end, columns + 1)
    if not len(start):
        return []
    graph = csr_array((np.ones(len(start), np.int8), (start, end)), shape=(columns + 1, columns + 1))
    _count, label = connected_components(graph, directed=True, connection="strong")
    full = tight.copy()
    full[np.arange(rows), found] = True
    label_of = label[node]
    pieces = []
    sizes = np.bincount(label[found], minlength=label.max() + 1)
    for name in np.flatnonzero((sizes > 1) | ((sizes == 1) & (np.arange(len(sizes)) == label[knot]))):
        here = np.flatnonzero(label[found] == name)
        some = full[here]
        columns_here = np.flatnonzero((label_of == name) & some.any(axis=0))
        if len(columns_here) < 2:
            continue
        must = ~free[columns_here] if empty[columns_here].any() else None
        pieces.append(_Piece(piece.rows[here], piece.columns[columns_here], some[:, columns_here], must))
    return pieces
