"""Large pieces: solved on the likely seats only, then priced, so that the answer is that of all seats.

Thousands of people have millions of possible seats, of which a good arrangement uses the best few of each. Those are
solved; the prices of that answer then name every other seat that could still improve it, and these are added until
none is left. That no seat is left is the proof. Each turn goes on from the prices of the turn before.
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from matching.solver.levels import Floats, Ints

LARGE = 400
"""Below this many rows the dense solver is as fast."""
SAMPLE = 8
"""What the cheapest seats of a row or a column cost is seen from every eighth of its seats."""
LIKELY = 1
MOST_TURNS = 40


def solve_large(cost: Floats, known: Ints) -> Ints | None:
    """The best column of each row of a square ``cost``; ``known`` is an arrangement that is possible.

    None when pricing does not settle, which leaves it to the dense solver. ``cost`` is left as what each seat costs
    above the prices of its row and its column: nothing where it could be in a best arrangement, never less.
    """
    size = len(cost)
    rows, columns = _likely(cost, known)
    for _turn in range(MOST_TURNS):
        found = _solved(cost, rows, columns)
        price = _prices(cost, rows, columns, found)
        if price is None:
            return None
        cost -= (cost[np.arange(size), found] - price[found])[:, None]
        cost -= price
        better = np.flatnonzero(cost.ravel() < 0)
        if not len(better):
            return found
        rows, columns = np.append(rows, better // size), np.append(columns, better % size)
    return None


def _likely(cost: Floats, known: Ints) -> tuple[Ints, Ints]:
    """About the cheapest seats of every row and of every column, and those that are known to go together."""
    of_row = np.partition(cost[:, ::SAMPLE], LIKELY, axis=1)[:, LIKELY]
    of_column = np.partition(cost[::SAMPLE], LIKELY, axis=0)[LIKELY]
    open_ = cost <= np.maximum(of_row[:, None], of_column)
    open_ &= cost < np.inf
    open_[np.arange(len(cost)), known] = True
    rows, columns = np.divmod(np.flatnonzero(open_.ravel()), len(cost))
    return rows, columns


def _solved(cost: Floats, rows: Ints, columns: Ints) -> Ints:
    """The best arrangement on some seats."""
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
