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

from matching.solver.levels import Floats, Ints, Level, grouped
from matching.solver.sparse import LARGE, solve_large

Bools = NDArray[np.bool_]


NOBODY = 3
"""The slot of a column that stands for nobody."""


MANY = 50_000
"""Exchanges from where on the graph is searched without looking for an easy answer first."""


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
        cost = np.empty((len(self.allowed), len(self.hosts)))
        first = 0
        for slot, hosts in enumerate(self.deep):
            self._fill(cost[:, first : first + len(hosts)], group, slot, hosts)
            first += len(hosts)
        cost[:, first:] = 0.0
        return cost

    def _fill(self, cost: Floats, group: Sequence[tuple[Level, int]], slot: int, hosts: Ints) -> None:
        """The seats in one slot of the hosts that have it."""
        every = len(hosts) == self.allowed.shape[1]
        cost[:] = -float(sum(weight * level.plain(slot) for level, weight in group))
        place = np.full(self.allowed.shape[1], -1)
        place[hosts] = np.arange(len(hosts))
        for level, weight in group:
            if level.dense is not None:
                cost -= float(weight) * (level.dense if every else level.dense[:, hosts])
            if level.seats is not None:
                cost -= float(weight) * level.seats[hosts, slot]
            if level.entries is not None and (slot == 0 or not level.entries_first):
                rows, at, values = level.entries
                here = place[at] >= 0
                cost[rows[here], place[at][here]] -= float(weight) * values[here]
        cost[~(self.allowed if every else self.allowed[:, hosts])] = 0.0

    def part(self, group: Sequence[tuple[Level, int]], piece: "_Piece") -> Floats:
        """The same for some rows and columns; what is dear to work out only where a seat is still open."""
        rows, hosts, slots = (
            piece.rows[:, None],
            self.hosts[piece.columns][None, :],
            self.slots[piece.columns][None, :],
        )
        real = (hosts >= 0) & self.allowed[rows, hosts]
        found = np.zeros(real.shape)
        for level, weight in group:
            if level.later is None:
                found -= float(weight) * level.at(rows, hosts, slots)
        found[~real] = 0.0
        dear = [(level, weight) for level, weight in group if level.later is not None]
        if dear:
            r, c = np.nonzero(real if piece.open_ is None else real & piece.open_)
            for level, weight in dear:
                found[r, c] -= float(weight) * level.at(piece.rows[r], hosts[0, c], slots[0, c])
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
            cost = seats.part(group, piece) if number else seats.full(group)
            _close(cost, seats, piece)
            found = _solve(cost, piece, chosen)
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


def _solve(cost: Floats, piece: _Piece, chosen: Ints) -> Ints | None:
    """The best column for each row. Rows of nobody fill the columns that may stay empty."""
    rows, columns = cost.shape
    if not rows:
        return np.zeros(0, np.int64)
    if piece.open_ is not None and rows == columns >= LARGE:
        large = solve_large(cost, _known(piece, chosen))
        if large is not None:
            return large
    if piece.must is not None and piece.must.any() and columns > rows:
        nobody = np.where(piece.must, np.inf, 0.0)
        cost = np.concatenate([cost, np.repeat(nobody[None, :], columns - rows, axis=0)])
    try:
        _rows, found = linear_sum_assignment(cost)
    except ValueError:  # infeasible
        return None
    found = found[:rows]
    return found if np.isfinite(cost[np.arange(rows), found]).all() else None


def _known(piece: _Piece, chosen: Ints) -> Ints:
    """The arrangement of this piece that the levels above found."""
    place_of = {column: place for place, column in enumerate(piece.columns.tolist())}
    return np.array([place_of[column] for column in chosen[piece.rows].tolist()])


def _exchanges(cost: Floats, found: Ints, piece: _Piece) -> list[_Piece]:
    """The pieces in which people can change places at no cost, by potentials that prove the arrangement best.

    ``cost`` is used up: what is left in it is what each exchange would cost.
    """
    rows = len(cost)
    if not rows:
        return []
    gain = cost
    gain -= cost[np.arange(rows), found][:, None].copy()
    potential = _potentials(gain, found, piece)
    gain += potential[found][:, None]
    tight = gain == potential[None, :]
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
    offered = gain.min(axis=0)
    for _round in range(columns + 2):
        lower = offered < potential
        if not lower.any():
            break
        potential[lower] = offered[lower]
        changed = np.flatnonzero(lower[found])
        if not len(changed):
            break
        offered = (gain[changed] + potential[found[changed]][:, None]).min(axis=0)
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


def _pieces(tight: Bools, found: Ints, potential: Floats, piece: _Piece) -> list[_Piece]:
    """Strongly connected pieces of the graph of who could take whose column, with one knot for all empty ones."""
    rows, columns = tight.shape
    holder = np.full(columns, rows)
    holder[found] = np.arange(rows)
    empty = holder == rows
    free = potential == (potential[empty].max() if empty.any() else 0.0)
    if piece.must is not None:
        free &= ~piece.must
    from_empty = holder[free & ~empty] if empty.any() else np.zeros(0, np.int64)
    counts = tight.sum(axis=1)
    goals = np.concatenate([holder[np.nonzero(tight)[1]], from_empty])
    if not _has_ring(np.repeat(np.arange(rows + 1), [*counts, len(from_empty)]), goals, rows + 1):
        return []
    starts = np.concatenate([[0], np.cumsum([*counts, len(from_empty)])])
    graph = csr_array((np.ones(len(goals), np.int8), goals, starts), shape=(rows + 1, rows + 1))
    _count, label = connected_components(graph, directed=True, connection="strong")
    full = tight.copy()
    full[np.arange(rows), found] = True
    names, sizes = np.unique(label[:rows], return_counts=True)
    pieces = []
    for name in names[(sizes > 1) | (names == label[rows])]:
        here = np.flatnonzero(label[:rows] == name)
        some = full[here]
        columns_here = np.flatnonzero((label[holder] == name) & some.any(axis=0))
        if len(columns_here) > 1:
            must = ~free[columns_here] if empty[columns_here].any() else None
            pieces.append(_Piece(piece.rows[here], piece.columns[columns_here], some[:, columns_here], must))
    return pieces


def _has_ring(start: Ints, end: Ints, nodes: int) -> bool:
    """Whether any exchange can come back to where it began; where there are many it is taken for granted.

    Edges that nobody comes to, or that nobody goes on from, are peeled off until none is left or all stay.
    """
    while 0 < len(start) < MANY:
        goes, comes = np.zeros(nodes, bool), np.zeros(nodes, bool)
        goes[start], comes[end] = True, True
        keep = comes[start] & goes[end]
        if keep.all():
            break
        start, end = start[keep], end[keep]
    return len(start) > 0
