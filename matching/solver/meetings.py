"""How many different people everybody can still meet: the bound, and a plan of who meets whom that reaches it evenly.

Who meets whom in the rounds to come is a flow: a mover meets one person a round, who stays meets ``per_table``.
Such a plan can always be dealt out over the rounds when in each round everybody is served who has as many meetings
left as rounds (D. König, 1916), so the planner of the rounds follows it.
"""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import maximum_flow

from matching.solver.levels import Ints
from matching.solver.seats import Bools


def most_meetings(possible: Bools, movers: Ints, stayers: Ints) -> int:
    """The most meetings, each pair once, with at most so many per mover and per stayer."""
    rows, hosts = possible.shape
    r, h = np.nonzero(possible)
    if not len(r):
        return 0
    source, sink = rows + hosts, rows + hosts + 1
    start = np.concatenate([r, np.full(rows, source), rows + np.arange(hosts)])
    end = np.concatenate([rows + h, np.arange(rows), np.full(hosts, sink)])
    room = np.concatenate([np.ones(len(r), np.int64), movers, stayers]).astype(np.int32)
    graph = csr_array((room, (start, end)), shape=(rows + hosts + 2, rows + hosts + 2))
    return int(maximum_flow(graph, source, sink).flow_value)


def even_meetings(possible: Bools, movers: Ints, stayers: Ints, had: tuple[Ints, Ints]) -> Bools:
    """Who is to meet whom: as many meetings as can be, shared as evenly as can be, counting what each ``had``.

    A linear programme over a network, whose corners are whole: each next meeting of the same person is worth a
    little less.
    """
    r, h = np.nonzero(possible)
    plan = np.zeros(possible.shape, bool)
    if not len(r):
        return plan
    rows, hosts = possible.shape
    steps = [
        (side, who, had[side][who] + step)
        for side, room in ((0, movers), (1, stayers))
        for who in range(len(room))
        for step in range(min(int(room[who]), possible.sum(axis=1 - side)[who]))
    ]
    worth = np.array([float(already) for _side, _who, already in steps])
    high = 2.0 * (worth.max(initial=0.0) + 1.0)
    cost = np.concatenate([np.full(len(r), -high), worth])
    down = np.concatenate([r, rows + h, [who + rows * side for side, who, _already in steps]])
    across = np.concatenate([np.arange(len(r)), np.arange(len(r)), len(r) + np.arange(len(steps))])
    data = np.concatenate([np.ones(2 * len(r)), -np.ones(len(steps))])
    matrix = coo_array((data, (down, across)), shape=(rows + hosts, len(cost)))
    answer = linprog(cost, A_eq=matrix.tocsr(), b_eq=np.zeros(rows + hosts), bounds=(0, 1), method="highs-ds")  # type: ignore[call-overload]
    chosen = np.rint(answer.x[: len(r)]).astype(bool)
    plan[r[chosen], h[chosen]] = True
    return plan
