"""One round after the other: who sits where, by levels, along a plan of who is still to meet whom."""

import hashlib
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from matching.solver.assignment import Bools, Seats
from matching.solver.groups import arrange
from matching.solver.hall import Hall, Sat, Seated
from matching.solver.levels import Ints, Level
from matching.solver.meetings import even_meetings


@dataclass
class Planned:
    """The rounds to play, who sits out in each, and ``(round, person)`` who sits out twice running for no need."""

    rounds: list[list[Seated]] = field(default_factory=list)
    sitting_out: list[list[int]] = field(default_factory=list)
    twice: list[tuple[int, int]] = field(default_factory=list)


def play(hall: Hall, per_table: int) -> Planned:
    """All rounds to plan, with at most ``per_table`` movers at a table."""
    sat, planned = hall.sat.copy(), Planned()
    for number in hall.to_plan:
        if not hall.new_to_meet(number, sat).any():
            break
        there = hall.presence[number]
        could = _could_meet(hall, sat, number)
        before = sat.out_last & could
        tables = _one_round(hall, sat, number, per_table)
        sat.note(tables, there)
        planned.rounds.append(tables)
        planned.sitting_out.append(np.flatnonzero(sat.out_last).tolist())
        planned.twice += [(number, person) for person in np.flatnonzero(before & sat.out_last).tolist()]
    return planned


def _could_meet(hall: Hall, sat: Sat, number: int) -> Bools:
    """Who has somebody new to meet who is there."""
    movers, stayers = hall.there(number)
    possible = hall.allowed & ~sat.met & movers[:, None] & stayers[None, :]
    return np.concatenate([possible.any(axis=1), possible.any(axis=0)])


def _one_round(hall: Hall, sat: Sat, number: int, per_table: int) -> list[Seated]:
    movers, stayers = hall.there(number)
    due = _Due(hall, sat, number, per_table)
    possible = hall.allowed & ~sat.met & movers[:, None] & stayers[None, :]
    if stayers.sum() > hall.tables:
        stay = _who_stays(hall, sat, possible, due)
        possible &= stay[None, :]
    seats = Seats(possible, np.full(len(hall.stayers), per_table))
    groups = arrange(seats, due.levels(possible), hall.clashes, quick=True)
    assert groups is not None  # nobody is locked to a table
    if per_table > 1:
        groups = _fewer_repeats(groups, possible, hall, sat, due)
    numbers = _numbers(hall, sat, groups)
    return sorted((numbers[stayer], stayer, members) for stayer, members in enumerate(groups) if members)


class _Due:
    """What this round owes to the plan of meetings, and to who sat out."""

    def __init__(self, hall: Hall, sat: Sat, number: int, per_table: int) -> None:
        rows = len(hall.movers)
        movers, stayers = hall.rounds_left(number)
        had = sat.had[:rows], sat.had[rows:]
        self.hall, self.sat, self.number = hall, sat, number
        self.plan = even_meetings(hall.new_to_meet(number, sat), movers, per_table * stayers, had)
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


def _who_stays(hall: Hall, sat: Sat, possible: Bools, due: _Due) -> Bools:
    """Who gets a table when there are more who stay than tables."""
    rows = len(hall.movers)
    useful = np.atleast_1d(possible.any(axis=0))
    order = sorted(
        np.flatnonzero(hall.presence[due.number, rows:]).tolist(),
        key=lambda host: (
            not useful[host],
            not sat.out_last[rows + host],
            -sat.out[rows + host],
            -int(due.plan[:, host].sum()),
            host,
        ),
    )
    stay = np.zeros(len(hall.stayers), bool)
    stay[order[: hall.tables]] = True
    return stay


def _fewer_repeats(groups: list[list[int]], possible: Bools, hall: Hall, sat: Sat, due: _Due) -> list[list[int]]:
    """Movers of two tables change places where that lets fewer share a table again and costs nothing above it."""
    groups = [list(members) for members in groups]

    def again(members: list[int]) -> int:
        return sum(int(sat.together[one, other]) for one, other in combinations(members, 2))

    def fits(host: int, members: list[int], row: int) -> bool:
        return bool(possible[row, host]) and hall.clashes.split(members) is None

    better = True
    while better:
        better = False
        for one, other in combinations([host for host, members in enumerate(groups) if members], 2):
            for a in range(len(groups[one])):
                for b in range(len(groups[other])):
                    x, y = groups[one][a], groups[other][b]
                    left = [*groups[one][:a], y, *groups[one][a + 1 :]]
                    right = [*groups[other][:b], x, *groups[other][b + 1 :]]
                    gain = again(groups[one]) + again(groups[other]) - again(left) - again(right)
                    owed = (
                        int(due.now[x, one]) + int(due.now[y, other]) - int(due.now[y, one]) - int(due.now[x, other])
                    )
                    if gain > 0 and owed <= 0 and fits(one, left, y) and fits(other, right, x):
                        groups[one], groups[other], better = left, right, True
    return groups


def _numbers(hall: Hall, sat: Sat, groups: list[list[int]]) -> dict[int, int]:
    """Who stays keeps the table; who is new at one gets the lowest free number."""
    staying = [host for host, members in enumerate(groups) if members]
    numbers: dict[int, int] = {}
    for host in staying:
        table = sat.table.get(host)
        if table is not None and 1 <= table <= hall.tables and table not in numbers.values():
            numbers[host] = table
    free = iter(
        number
        for number in range(1, hall.tables + 1)
        if number not in set(numbers.values()) | _kept(hall, sat, staying)
    )
    rest = iter(number for number in range(1, hall.tables + 1) if number not in numbers.values())
    for host in staying:
        if host not in numbers:
            number = next(free, None)
            while number is None or number in numbers.values():
                number = next(rest)
            numbers[host] = number
    return numbers


def _kept(hall: Hall, sat: Sat, staying: list[int]) -> set[int]:
    """Numbers of who sits out now and comes back to their table, where there are tables enough."""
    return {table for host, table in sat.table.items() if host not in staying}
