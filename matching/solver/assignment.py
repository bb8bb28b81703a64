"""Placing people at hosts, exactly, level after level, as an assignment problem.

Rows are the people to place; columns are the slots of the hosts. A seat that is not allowed is worth 0 and means
'nobody', so a square of the real seats is enough. Several levels go into one matrix as long as the numbers stay exact;
the best arrangements of one group of levels are then exactly those on its tight seats (complementary slackness), so
the next group is solved on those alone, piece by piece. The potentials that give the tight seats are at the same time
the proof.
"""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from matching.solver.knots import pieces
from matching.solver.levels import Floats, Ints, Level, grouped
from matching.solver.seats import Bools, Piece, Seats
from matching.solver.sparse import LARGE, solve_large


class NotProven(RuntimeError):
    """No proof was found that an arrangement is the best; this must never happen."""


def place(seats: Seats, levels: Sequence[Level]) -> Ints | None:
    """The column of each row in the best arrangement; None when the locks make it impossible.

    Raises NotProven when the proof of the best fails.
    """
    chosen = np.full(len(seats.allowed), -1, np.int64)
    to_solve = [seats.whole]
    groups = grouped(levels, len(chosen))
    for group in groups:
        later: list[Piece] = []
        for piece in to_solve:
            solved = _solved(seats.cost(group, piece), piece, chosen)
            if solved is None:
                return None
            found, potential, tight = solved
            chosen[piece.rows] = piece.columns[found]
            tight[np.arange(len(found)), found] = False
            if group is not groups[-1] and tight.any():
                later += pieces(tight, found, potential, piece)
        to_solve = later
    return chosen


def _solved(cost: Floats, piece: Piece, chosen: Ints) -> tuple[Ints, Floats, Bools] | None:
    """The best column for each row, what each column is worth at the margin, and the tight seats.

    ``cost`` is used up: what is left in it is what each exchange would cost.
    """
    rows, columns = cost.shape
    if piece.open_ is not None and rows == columns >= LARGE:
        large = solve_large(cost, piece.columns.searchsorted(chosen[piece.rows]))
        if large is not None and not cost[np.arange(rows), large].any():
            return large, np.zeros(columns), cost == 0  # no column is empty, so nobody asks what one is worth
    found = _best(cost, piece)
    if found is None:
        return None
    gain = cost
    gain -= cost[np.arange(rows), found][:, None]
    potential = _potentials(gain, found, piece)
    gain += potential[found][:, None]
    return found, potential, gain == potential


def _best(cost: Floats, piece: Piece) -> Ints | None:
    """The best column for each row. Rows of nobody fill the columns that may stay empty."""
    rows, columns = cost.shape
    if piece.must is not None and piece.must.any() and columns > rows:
        nobody = np.where(piece.must, np.inf, 0.0)
        cost = np.concatenate([cost, np.repeat(nobody[None, :], columns - rows, axis=0)])
    try:
        _rows, found = linear_sum_assignment(cost)
    except ValueError:  # infeasible
        return None
    found = found[:rows]
    return found if np.isfinite(cost[np.arange(rows), found]).all() else None


def _potentials(gain: Floats, found: Ints, piece: Piece) -> Floats:
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
        changed = (offered < potential)[found].nonzero()[0]
        np.minimum(potential, offered, out=potential)
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
