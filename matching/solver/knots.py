"""Where people can still change places at no cost: the knots in the graph of tight seats.

A row points at the rows that hold the columns it could take as well; all empty columns are one node, the last. Two
seats can only be exchanged within one strongly connected piece of this graph.
"""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from matching.solver.levels import Floats, Ints
from matching.solver.seats import Bools, Piece

MANY = 10_000
"""Exchanges from where on the largest knot is looked for first, on the grid itself."""


def pieces(tight: Bools, found: Ints, potential: Floats, piece: Piece) -> Iterator[Piece]:
    """The pieces of ``piece`` in which people can change places. ``tight`` has the exchanges; it is used up."""
    rows, columns = tight.shape
    holder = np.full(columns, rows)
    holder[found] = np.arange(rows)
    empty = holder == rows
    free = potential == (potential[empty].max() if empty.any() else 0.0)
    if piece.must is not None:
        free &= ~piece.must
    knot = _knots(tight, holder, free if empty.any() else np.zeros(columns, bool))
    if knot is None:
        return
    names, sizes = np.unique(knot[:rows], return_counts=True)
    tight[np.arange(rows), found] = True
    for name in names[(names >= 0) & ((sizes > 1) | (names == knot[rows]))]:
        here = np.flatnonzero(knot[:rows] == name)
        some = tight[here]
        inside = np.flatnonzero((knot[holder] == name) & some.any(axis=0))
        if len(inside) > 1:
            must = ~free[inside] if empty[inside].any() else None
            yield Piece(piece.rows[here], piece.columns[inside], some[:, inside], must)


def _knots(tight: Bools, holder: Ints, free: Bools) -> Ints | None:
    """Per node, the rows and the empty columns, the name of its knot; -1 where it is known to be in none.

    None when there is no knot at all.
    """
    rows = len(tight)
    knot = np.full(rows + 1, -1)
    rest = np.ones(rows + 1, bool)
    if np.count_nonzero(tight) >= MANY:
        rest = ~_around(int(tight.sum(axis=1, dtype=np.int32).argmax()), tight, holder, free)
        knot[~rest] = rows + 1
        tight = tight & rest[:rows, None] & rest[holder]
    start, goal = _edges(tight, holder, free & rest[holder])
    if _has_ring(start, goal, rows + 1):
        graph = csr_array((np.ones(len(goal), np.int8), (start, goal)), shape=(rows + 1, rows + 1))
        _count, name = connected_components(graph, directed=True, connection="strong")
        knot[rest] = name[rest]
    elif rest.all():
        return None
    return knot


def _edges(tight: Bools, holder: Ints, free: Bools) -> tuple[Ints, Ints]:
    """Who could take whose column; whoever has a free one could leave it empty, for who takes an empty one."""
    rows = len(tight)
    start, column = np.divmod(np.flatnonzero(tight), len(holder))
    from_empty = holder[free]
    from_empty = from_empty[from_empty < rows]
    return np.append(start, np.full(len(from_empty), rows)), np.append(holder[column], from_empty)


def _around(node: int, tight: Bools, holder: Ints, free: Bools) -> Bools:
    """The whole knot of one row: whoever it leads to and who leads to it. Each seat is looked at once each way."""
    rows = len(tight)
    ahead, behind = np.zeros(rows + 1, bool), np.zeros(rows + 1, bool)
    new = np.array([node])
    while len(new):
        ahead[new] = True
        columns = tight[new[new < rows]].any(axis=0)
        if new[-1] == rows:
            columns |= free
        new = _unseen(holder[columns], ahead)
    new = np.array([node])
    while len(new):
        behind[new] = True
        columns = np.bincount(new, minlength=rows + 1)[holder] > 0
        leads = np.append(tight[:, columns].any(axis=1), (columns & free).any())
        new = _unseen(np.flatnonzero(leads), behind)
    return ahead & behind


def _unseen(nodes: Ints, seen: Bools) -> Ints:
    return np.unique(nodes[~seen[nodes]])


def _has_ring(start: Ints, goal: Ints, nodes: int) -> bool:
    """Whether any exchange can come back to where it began.

    Edges that nobody comes to, or that nobody goes on from, are peeled off until none is left or all stay.
    """
    while len(start):
        goes, comes = np.zeros(nodes, bool), np.zeros(nodes, bool)
        goes[start], comes[goal] = True, True
        keep = comes[start] & goes[goal]
        if keep.all():
            break
        start, goal = start[keep], goal[keep]
    return len(start) > 0
