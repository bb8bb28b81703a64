"""One round after the other: who sits where, by levels, along a plan of who is still to meet whom."""

import hashlib

import numpy as np

from matching.solver.clashes import Groups
from matching.solver.groups import arrange
from matching.solver.hall import Hall, Sat
from matching.solver.levels import Ints, Level
from matching.solver.meetings import even_meetings
from matching.solver.seats import Bools, Seats

POSTPONED = 0.3
"""The share of meetings that another try leaves for a later round."""


def play(hall: Hall, per_table: int, attempt: int = 0) -> list[Groups]:
    """All rounds to plan: who moves to whom, with at most ``per_table`` movers at a table.

    The first ``attempt`` follows the levels; others also wander a little, each in its own way, the same every time.
    """
    sat, planned = hall.sat.copy(), []
    chance = np.random.default_rng([attempt, *hashlib.sha256(hall.seed.encode()).digest()]) if attempt else None
    for number in hall.to_plan:
        if not hall.new_to_meet(number, sat).any():
            break
        groups = _one_round(hall, sat, number, per_table, chance)
        sat.note(groups, hall.presence[number])
        planned.append(groups)
    return planned


def _one_round(hall: Hall, sat: Sat, number: int, per_table: int, chance: np.random.Generator | None) -> Groups:
    movers, stayers = hall.there(number)
    due = _Due(hall, sat, number, per_table, chance)
    possible = hall.allowed & ~sat.met & movers[:, None] & stayers[None, :]
    if stayers.sum() > hall.tables:
        possible &= _who_stays(hall, sat, possible, due, chance)[None, :]
    if chance is not None:
        possible &= chance.random(possible.shape) > POSTPONED
    seats = Seats(possible, np.full(len(hall.stayers), per_table))
    groups = arrange(seats, due.levels(possible), hall.clashes, quick=True)
    assert groups is not None  # nobody is locked to a table
    return groups


class _Due:
    """What this round owes to the plan of meetings, and to who sat out."""

    def __init__(self, hall: Hall, sat: Sat, number: int, per_table: int, chance: np.random.Generator | None) -> None:
        rows = len(hall.movers)
        movers, stayers = hall.rounds_left(number)
        had = sat.had[:rows], sat.had[rows:]
        self.hall, self.sat, self.number = hall, sat, number
        new = hall.new_to_meet(number, sat)
        # A try that wanders goes without a plan: it is quick, and it is held against the one that has one.
        self.plan = np.zeros(new.shape, bool) if chance else even_meetings(new, movers, per_table * stayers, had)
        late = self.plan.sum(axis=1) >= movers
        last_chance = hall.overlap(number) == 1
        self.now: Bools = self.plan & (late[:, None] | last_chance)
        here = hall.presence[number, rows:]
        need = np.maximum(0, self.plan.sum(axis=0) - per_table * (stayers - here)) * here
        self.need: Ints = (np.arange(3)[None, :] < need[:, None]).astype(np.int64)

    def levels(self, possible: Bools) -> list[Level]:
        """Higher is better: who sat out, the plan, most seats, most tables, evenly, likely pairs, the draw."""
        sat, rows = self.sat, len(self.hall.movers)
        waited = sat.out_last.astype(np.int64)
        return [
            Level("again", dense=_by_row(waited[:rows], possible), seats=_first_seat(waited[rows:])),
            Level("due", dense=self.now.astype(np.int64), seats=self.need),
            Level("seats", each=1),
            Level("tables", first=1),
            Level("even", dense=_by_row(sat.out[:rows], possible), seats=_first_seat(sat.out[rows:])),
            Level("score", dense=self.hall.score),
            Level("draw", later=self._draws),
        ]

    def _draws(self, rows: Ints, hosts: Ints) -> Ints:
        texts = [
            f"{self.hall.seed}|{self.number}|{row}|{host}"
            for row, host in zip(rows.ravel().tolist(), hosts.ravel().tolist(), strict=True)
        ]
        found = [-int.from_bytes(hashlib.sha256(text.encode()).digest()[:2], "big") for text in texts]
        return np.array(found, np.int64).reshape(rows.shape)


def _by_row(values: Ints, possible: Bools) -> Ints:
    return np.repeat(values[:, None], possible.shape[1], axis=1)


def _first_seat(values: Ints) -> Ints:
    found = np.zeros((len(values), 3), np.int64)
    found[:, 0] = values
    return found


def _who_stays(hall: Hall, sat: Sat, possible: Bools, due: _Due, chance: np.random.Generator | None) -> Bools:
    """Who gets a table when there are more who stay than tables."""
    rows = len(hall.movers)
    useful = np.atleast_1d(possible.any(axis=0))
    luck = np.zeros(len(hall.stayers)) if chance is None else chance.random(len(hall.stayers)) * 2
    order = sorted(
        np.flatnonzero(hall.presence[due.number, rows:]).tolist(),
        key=lambda host: (
            not useful[host],
            not sat.out_last[rows + host],
            luck[host] - sat.out[rows + host],
            -int(due.plan[:, host].sum()),
            host,
        ),
    )
    stay = np.zeros(len(hall.stayers), bool)
    stay[order[: hall.tables]] = True
    return stay
