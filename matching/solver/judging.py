"""How good a plan of rounds is, by the order of the design."""

from typing import NamedTuple

import numpy as np

from matching.solver.clashes import Groups
from matching.solver.hall import Hall


class Judged(NamedTuple):
    """Lower is better, from the left: who sits out twice running for no need, meetings, unevenness, repeats."""

    twice: int
    missing: int
    """Minus the number of meetings."""
    uneven: int
    repeats: int


class Course(NamedTuple):
    """A plan followed round by round: who sits out in each, and ``(round, person)`` who does so twice running."""

    sitting_out: list[list[int]]
    twice: list[tuple[int, int]]
    judged: Judged


def follow(hall: Hall, rounds: list[Groups]) -> Course:
    """Play ``rounds`` on paper."""
    sat, rows = hall.sat.copy(), len(hall.movers)
    before = int(np.triu(sat.together, 1).sum())
    sitting_out, twice, meetings = [], [], 0
    for number, groups in zip(hall.to_plan, rounds, strict=False):
        movers, stayers = hall.there(number)
        possible = hall.allowed & ~sat.met & movers[:, None] & stayers[None, :]
        could = np.concatenate([possible.any(axis=1), possible.any(axis=0)])
        waited = sat.out_last & could
        sat.note(groups, hall.presence[number])
        sitting_out.append(np.flatnonzero(sat.out_last).tolist())
        twice += [(number, person) for person in np.flatnonzero(waited & sat.out_last).tolist()]
        meetings += sum(len(members) for members in groups)
    shared = np.triu(sat.together, 1)
    repeats = int(np.maximum(0, shared - 1).sum()) if shared.sum() > before else 0
    uneven = int((sat.out[:rows] ** 2).sum() + (sat.out[rows:] ** 2).sum())
    return Course(sitting_out, twice, Judged(len(twice), -meetings, uneven, repeats))
