"""The best couples: the levels of the design, in their order, and what comes out of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from matching.solver.case import Case
from matching.solver.clashes import Clashes, Groups
from matching.solver.groups import arrange
from matching.solver.levels import Entries, Ints, Level
from matching.solver.rules import allowed_grid, clashes
from matching.solver.seats import Seats
from matching.solver.traits import Scores, scores

CHOICE_POINTS = {
    ("yes", "maybe"): 3,
    ("maybe", "yes"): 3,
    ("yes", None): 2,
    ("maybe", "maybe"): 2,
    ("maybe", None): 1,
}
"""By the one's answer and the other's; None where the other gave none."""
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

Place = tuple[int, int]
"""A row and a host."""


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
    def pairs(self) -> list[Place]:
        """``(row, host)`` of everybody placed, host by host."""
        return [(row, host) for host, members in enumerate(self.groups) for row in members]


@dataclass
class Problem:
    """A case as numbers."""

    case: Case
    seats: Seats
    levels: list[Level]
    clashes: Clashes
    mutual: set[Place]
    choice: Mapping[Place, int]
    kept: set[Place]
    scores: Scores

    def solve(self, *, locks: Mapping[int, int] | None = None, levels: list[Level] | None = None) -> Found | None:
        """The best couples, with more locks or by other levels where asked; None when the locks are impossible."""
        seats = replace(self.seats, locked={**self.seats.locked, **(locks or {})}) if locks else self.seats
        groups = arrange(seats, self.levels if levels is None else levels, self.clashes)
        return None if groups is None else Found(self.case, groups, self.worth(groups), self)

    def worth(self, groups: Groups) -> tuple[int, ...]:
        """The value of each level, counted from the couples themselves."""
        pairs = [(row, host) for host, members in enumerate(groups) for row in members]
        mutual = [pair for pair in pairs if pair in self.mutual]
        sizes = [len(members) for members in groups]
        rows, hosts = zip(*pairs, strict=True) if pairs else ((), ())
        return (
            len({host for _row, host in mutual}),
            len(pairs) - len(self.case.people.new),
            -sizes.count(0),
            -sizes.count(3),
            len(mutual),
            len(self.kept.intersection(pairs)),
            sum([self.choice.get(pair, 0) for pair in pairs]),
            int(self.scores.total[list(rows), list(hosts)].sum()),
        )


def best(case: Case) -> Found:
    """The best couples of a checked case."""
    found = problem(case).solve()
    assert found is not None  # locks were checked, and everybody else may stay without a couple
    return found


def problem(case: Case) -> Problem:
    people = case.people
    found = scores(people.new, people.old, case.weights)
    said = _said(case)
    kept = {(people.row[one], people.column[other]) for one, other in case.keep}
    both_yes = _entries(dict.fromkeys(said.mutual, 1))
    levels = [
        Level("chosen_couples", entries=both_yes, entries_first=True),
        Level("new_left_out", each=1),
        Level("old_left_out", first=1),
        Level("with_three_new", third=-1),
        Level("mutual_pairs", entries=both_yes),
        Level("kept", entries=_entries(dict.fromkeys(kept, 1))),
        Level("choice_points", entries=_entries(said.points)),
        Level("score", dense=found.total),
        Level("draw", later=lambda rows, hosts: _draws(case, rows, hosts)),
    ]
    room = np.array([one.max_new for one in people.old], np.int64)
    apart = {frozenset(people.row[one] for one in pair) for pair in case.apart}
    locked = {people.row[one]: people.column[other] for one, other in case.locks}
    seats = Seats(allowed_grid(case, said.noes), room, locked)
    matter, together = _that_matter(levels, room), clashes(people.new, apart)
    return Problem(case, seats, matter, together, set(said.mutual), said.points, kept, found)


def _that_matter(levels: list[Level], room: Ints) -> list[Level]:
    """Without the levels that are the same for every arrangement, or say what another already said."""
    most = int(room.max(initial=0))
    idle = {"old_left_out", "mutual_pairs"} if most <= 1 else set()
    if most <= 2:
        idle.add("with_three_new")
    found = []
    for level in levels:
        empty = level.entries is not None and not len(level.entries[0])
        if level.name not in idle and not empty:
            found.append(level)
    return found


def _entries(values: Mapping[Place, int]) -> Entries:
    if not values:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, nothing
    rows, hosts = zip(*values, strict=True)
    return np.array(rows, np.int64), np.array(hosts, np.int64), np.array(list(values.values()), np.int64)


class _Said(NamedTuple):
    """What the two of each pair said: both yes, the points of other choices, and where one said no."""

    mutual: list[Place]
    points: dict[Place, int]
    noes: list[Place]


def _said(case: Case) -> _Said:
    row, column, choices = case.people.row, case.people.column, case.choices
    said = mutual, points, noes = _Said([], {}, [])
    for (who, whom), answer in choices.items():
        back = choices.get((whom, who))
        if who in row:
            pair = row[who], column[whom]
        elif back is None:
            pair = row[whom], column[who]
        else:
            continue  # told with the answer of the new one
        if answer == "no" or back == "no":
            noes.append(pair)
        elif answer == back == "yes":
            mutual.append(pair)
        else:
            points[pair] = CHOICE_POINTS[answer, back]
    return said


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
