"""The best couples: the levels of the design, in their order, and what comes out of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from matching.solver.assignment import Seats
from matching.solver.case import Case
from matching.solver.clashes import Clashes, Groups
from matching.solver.groups import arrange
from matching.solver.levels import Entries, Ints, Level
from matching.solver.rules import allowed_grid, clashes
from matching.solver.traits import Scores, scores

BOTH_YES = ("yes", "yes")
CHOICE_POINTS = {("maybe", "yes"): 3, ("none", "yes"): 2, ("maybe", "maybe"): 2, ("maybe", "none"): 1}
LEVELS = (
    "chosen_couples",
    "new_left_out",
    "old_left_out",
    "with_three_new",
    "mutual_pairs",
    "kept",
    "choice_points",
    "score",
    "draw",
)


@dataclass
class Found:
    """A case with its best couples: the rows with each old, and the value of each level but the draw, higher is
    better."""

    case: Case
    groups: Groups
    value: tuple[int, ...]
    problem: "Problem"

    @property
    def whole_value(self) -> tuple[int, ...]:
        """The value of each level with the draw, which is dear to work out and seldom asked for."""
        return (*self.value, -sum(draw(self.case, *pair) for pair in self.pairs))

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """``(row, host)`` of everybody placed, host by host."""
        return [(row, host) for host, members in enumerate(self.groups) for row in members]


@dataclass
class Problem:
    """A case as numbers."""

    case: Case
    seats: Seats
    levels: list[Level]
    clashes: Clashes
    mutual: set[tuple[int, int]]
    choice: Mapping[tuple[int, int], int]
    scores: Scores

    def solve(self, *, locks: Mapping[int, int] | None = None, levels: list[Level] | None = None) -> Found | None:
        """The best couples, with more locks or by other levels where asked; None when the locks are impossible."""
        seats = replace(self.seats, locked={**self.seats.locked, **(locks or {})}) if locks else self.seats
        groups = arrange(seats, self.levels if levels is None else levels, self.clashes)
        return None if groups is None else Found(self.case, groups, self.worth(groups), self)

    def worth(self, groups: Groups) -> tuple[int, ...]:
        """The value of each level, counted from the couples themselves."""
        pairs = [(row, host) for host, members in enumerate(groups) for row in members]
        case = self.case
        return (
            sum(any((row, host) in self.mutual for row in members) for host, members in enumerate(groups)),
            len(pairs) - len(case.people.new),
            sum(bool(members) for members in groups) - len(case.people.old),
            -sum(len(members) == 3 for members in groups),
            sum(pair in self.mutual for pair in pairs),
            sum((case.people.new[row].id, case.people.old[host].id) in case.keep for row, host in pairs),
            sum(self.choice.get(pair, 0) for pair in pairs),
            sum(int(self.scores.total[pair]) for pair in pairs),
        )


def best(case: Case) -> Found:
    """The best couples of a checked case."""
    found = problem(case).solve()
    assert found is not None  # locks were checked, and everybody else may stay without a couple
    return found


def problem(case: Case) -> Problem:
    people = case.people
    found = scores(people.new, people.old, case.weights)
    mutual, choice = _choices(case)
    kept = [(people.row[one], people.column[other]) for one, other in case.keep]
    both_yes = _entries(dict.fromkeys(mutual, 1))
    levels = [
        Level("chosen_couples", entries=both_yes, entries_first=True),
        Level("new_left_out", each=1),
        Level("old_left_out", first=1),
        Level("with_three_new", third=-1),
        Level("mutual_pairs", entries=both_yes),
        Level("kept", entries=_entries(dict.fromkeys(kept, 1))),
        Level("choice_points", entries=_entries(choice)),
        Level("score", dense=found.total),
        Level("draw", later=lambda rows, hosts: _draws(case, rows, hosts)),
    ]
    room = np.array([one.max_new for one in people.old], np.int64)
    apart = {frozenset(people.row[one] for one in pair) for pair in case.apart}
    locked = {people.row[one]: people.column[other] for one, other in case.locks}
    seats = Seats(allowed_grid(case), room, locked)
    return Problem(case, seats, _that_matter(levels, room), clashes(people.new, apart), set(mutual), choice, found)


def _that_matter(levels: list[Level], room: Ints) -> list[Level]:
    """Without the levels that are the same for every arrangement, or say what another already said."""
    single = not (room > 1).any()
    idle = {"old_left_out", "mutual_pairs"} if single else set()
    if not (room > 2).any():
        idle.add("with_three_new")
    found = []
    for level in levels:
        empty = level.entries is not None and not len(level.entries[0])
        if level.name not in idle and not empty:
            found.append(level)
    return found


def _entries(values: Mapping[tuple[int, int], int]) -> Entries:
    if not values:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, nothing
    rows, hosts = zip(*values, strict=True)
    return np.array(rows, np.int64), np.array(hosts, np.int64), np.array(list(values.values()), np.int64)


def _choices(case: Case) -> tuple[list[tuple[int, int]], dict[tuple[int, int], int]]:
    """The pairs who both said yes, and the points of the other choices."""
    row, column = case.people.row, case.people.column
    by_new: dict[tuple[int, int], str] = {}
    by_old: dict[tuple[int, int], str] = {}
    for (who, whom), answer in case.choices.items():
        if who in row:
            by_new[row[who], column[whom]] = answer
        else:
            by_old[row[whom], column[who]] = answer
    mutual, points = [], {}
    for pair in {**by_new, **by_old}:
        both = (by_new.get(pair, "none"), by_old.get(pair, "none"))
        if both == BOTH_YES:
            mutual.append(pair)
        elif worth := CHOICE_POINTS.get(both) or CHOICE_POINTS.get(both[::-1]):
            points[pair] = worth
    return mutual, points


def draw(case: Case, row: int, host: int) -> int:
    """The draw between equals: the first 16 bits of a hash, so that neither alphabet nor order favours anyone."""
    text = f"{case.seed}|{case.people.new[row].id}|{case.people.old[host].id}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:2], "big")


def _draws(case: Case, rows: Ints, hosts: Ints) -> Ints:
    flat = [-draw(case, row, host) for row, host in zip(rows.ravel().tolist(), hosts.ravel().tolist(), strict=True)]
    return np.array(flat, np.int64).reshape(rows.shape)


def levels_of(value: tuple[int, ...]) -> dict[str, int]:
    """The levels as they are written out: left out and threes counted, not their opposite."""
    named = dict(zip(LEVELS, value, strict=False))
    for name in ("new_left_out", "old_left_out", "with_three_new"):
        named[name] = -named[name]
    return {name: named[name] for name in named if name != "kept"}
