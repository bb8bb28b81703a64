"""Large pieces: solved on the likely seats only, then priced, so that the answer is that of all seats.

Thousands of people have millions of possible seats, of which a good arrangement uses the best few of each. Those are
solved; the potentials of that answer then name every other seat that could still improve it, and these are added until
none is left. That no seat is left is the proof.
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from matching.solver.levels import Floats, Ints

LARGE = 400
"""Below this many rows the dense solver is as fast."""
LIKELY = 40
MOST_TURNS = 40


def solve_large(cost: Floats, known: Ints) -> Ints | None:
    """The best column of each row of a square ``cost``; ``known`` is an arrangement that is possible.

    None when pricing does not settle, which leaves it to the dense solver.
    """
    open_ = _likely(cost, known)
    for _turn in range(MOST_TURNS):
        rows, columns = np.nonzero(open_)
        found = _solved(cost, rows, columns)
        potential = _prices(cost, rows, columns, found)
        if potential is None:
            return None
        gain = cost - cost[np.arange(len(cost)), found][:, None]
        gain += potential[found][:, None]
        better = gain < potential[None, :]
        if not better.any():
            return found
        open_ |= better
    return None


def _likely(cost: Floats, known: Ints) -> np.ndarray:
    """The cheapest seats of every row and of every column, and those that are known to go together."""
    size = len(cost)
    open_ = np.zeros(cost.shape, bool)
    few = min(LIKELY, size - 1)
    np.put_along_axis(open_, np.argpartition(cost, few, axis=1)[:, :few], True, axis=1)
    columns = np.ascontiguousarray(cost.T)
    np.put_along_axis(open_.T, np.argpartition(columns, few, axis=1)[:, :few], True, axis=1)
    open_ &= np.isfinite(cost)
    open_[np.arange(size), known] = True
    return open_


def _solved(cost: Floats, rows: Ints, columns: Ints) -> Ints:
    worth = cost[rows, columns]
    graph = csr_array((worth - worth.min() + 1.0, (rows, columns)), shape=cost.shape)
    order, found = min_weight_full_bipartite_matching(graph)
    answer = np.empty(len(cost), np.int64)
    answer[order] = found
    return answer


def _prices(cost: Floats, rows: Ints, columns: Ints, found: Ints) -> Floats | None:
    """What each column is worth at the margin, over the open seats only; None when the answer is not the best."""
    gain = cost[rows, columns] - cost[rows, found[rows]]
    order = np.argsort(columns, kind="stable")
    rows, columns, gain = rows[order], columns[order], gain[order]
    first = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
    held = columns[first]
    potential = np.zeros(cost.shape[1])
    for _round in range(cost.shape[1] + 2):
        offered = np.minimum.reduceat(gain + potential[found[rows]], first)
        if (offered >= potential[held]).all():
            return potential
        potential[held] = np.minimum(potential[held], offered)
    return None
