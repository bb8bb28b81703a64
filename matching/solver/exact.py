"""The same levels solved by HiGHS, one after the other: what stands behind the branching when that takes too long."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, vstack

from matching.solver.assignment import NotProven
from matching.solver.clashes import Clashes, Groups
from matching.solver.levels import Ints, Level
from matching.solver.seats import Seats


def by_highs(seats: Seats, levels: Sequence[Level], clashes: Clashes) -> Groups | None:
    """The best arrangement; None when the locks make it impossible. Raises NotProven when HiGHS gives no proof."""
    hosts, slots = seats.hosts, seats.slots
    real = np.flatnonzero(hosts >= 0)
    rows, columns = np.nonzero(seats.allowed[:, hosts[real]])
    columns = real[columns]
    limits = [_at_most_one(rows, len(seats.allowed)), _at_most_one(columns, len(hosts))]
    matrix, upper = vstack(limits), np.ones(len(seats.allowed) + len(hosts))
    women, women_upper = _women(rows, hosts[columns], seats, clashes)
    matrix = vstack(
        [_wider(matrix, women.shape[1]), women, _wider(_apart(rows, hosts[columns], clashes), women.shape[1])]
    )
    upper = np.concatenate([upper, women_upper, np.ones(matrix.shape[0] - len(upper) - len(women_upper))])
    lower = np.full(len(upper), -np.inf)
    for row in seats.locked:
        lower[row] = 1
    # A locked row has its own host only.
    keep = np.array(
        [
            seats.locked.get(row, host) == host
            for row, host in zip(rows.tolist(), hosts[columns].tolist(), strict=True)
        ],
        bool,
    )
    top = np.concatenate([keep.astype(float), np.ones(matrix.shape[1] - len(rows))])
    found = None
    for level in levels:
        value = np.zeros(matrix.shape[1])
        value[: len(rows)] = level.at(rows, hosts[columns], slots[columns])
        answer = milp(
            -value,
            constraints=LinearConstraint(csr_array(matrix), lower, upper),
            bounds=Bounds(0, top),
            integrality=np.ones(len(value), np.int64),
            options={"mip_rel_gap": 0.0},
        )
        if answer.status == 2:
            return None
        if answer.x is None or answer.status != 0:
            raise NotProven("HiGHS gave no proof")
        found = np.rint(answer.x)
        best = float(value @ found)
        matrix = vstack([matrix, coo_array(value[None, :])])
        lower, upper = np.append(lower, best - 0.5), np.append(upper, np.inf)
    assert found is not None
    return _groups(found[: len(rows)], rows, hosts[columns], len(seats.room))


def _groups(found: np.ndarray, rows: Ints, hosts: Ints, count: int) -> Groups:
    groups: Groups = [[] for _host in range(count)]
    for place in np.flatnonzero(found).tolist():
        groups[int(hosts[place])].append(int(rows[place]))
    return groups


def _at_most_one(index: Ints, count: int) -> coo_array:
    return coo_array((np.ones(len(index)), (index, np.arange(len(index)))), shape=(count, len(index)))


def _wider(matrix: coo_array, columns: int) -> coo_array:
    return coo_array((matrix.tocoo().data, matrix.tocoo().coords), shape=(matrix.shape[0], columns))


def _women(rows: Ints, hosts: Ints, seats: Seats, clashes: Clashes) -> tuple[coo_array, np.ndarray]:
    """One variable a host says whether its couple is of women only; either kind of row stays away from the other."""
    data: list[float] = []
    across: list[int] = []
    down: list[int] = []
    upper: list[float] = []
    for place, (row, host) in enumerate(zip(rows.tolist(), hosts.tolist(), strict=True)):
        kind = 1 if row in clashes.only_women else -1 if row in clashes.not_women else 0
        if kind:
            down += [len(upper)] * 2
            across += [place, len(rows) + host]
            data += [1.0, -float(kind)]
            upper.append(0.0 if kind == 1 else 1.0)
    shape = (len(upper), len(rows) + len(seats.room))
    return coo_array((data, (np.array(down, int), np.array(across, int))), shape=shape), np.array(upper)


def _apart(rows: Ints, hosts: Ints, clashes: Clashes) -> coo_array:
    data, across, down, line = [], [], [], 0
    for pair in sorted(clashes.apart, key=sorted):
        for host in sorted(set(hosts.tolist())):
            here = [place for place in np.flatnonzero(hosts == host).tolist() if int(rows[place]) in pair]
            down += [line] * len(here)
            across += here
            data += [1.0] * len(here)
            line += 1
    return coo_array((data, (np.array(down, int), np.array(across, int))), shape=(line, len(rows)))
