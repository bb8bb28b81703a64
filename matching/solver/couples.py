"""The best couples: the levels of the design, in their order, and what comes out of them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.solver.case import Case, Said
from matching.solver.clashes import Clashes, Groups
from matching.solver.groups import arrange
from matching.solver.levels import Entries, Ints, Level
from matching.solver.rules import allowed_grid, clashes
from matching.solver.seats import Seats
from matching.solver.traits import Scores, scores

CHOSEN, NO = 4, -1
WORTH: dict[Said, int] = {
    ("yes", "yes"): CHOSEN,
    ("yes", "maybe"): 3,
    ("maybe", "yes"): 3,
    ("yes", None): 2,
    (None, "yes"): 2,
    ("maybe", "maybe"): 2,
    ("maybe", None): 1,
    (None, "maybe"): 1,
}
"""What the answers of two weigh: points, or that they chose each other; all else holds a no."""
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
    """A case with its best couples: the rows with each old."""

    case: Case
    groups: Groups
    problem: "Problem"

    @cached_property
    def pairs(self) -> list[Place]:
        """``(row, host)`` of everybody placed, host by host."""
        return [(row, host) for host, members in enumerate(self.groups) for row in members]

    @cached_property
    def places(self) -> tuple[Ints, Ints]:
        """The same as two arrays, of rows and of hosts."""
        rows, hosts = np.array(self.pairs or np.zeros((0, 2)), np.int64).T
        return rows, hosts

    @cached_property
    def said(self) -> list[int]:
        """Per pair what its two said, as Problem has it."""
        said: list[int] = self.problem.said[self.places].tolist()
        return said

    @cached_property
    def value(self) -> tuple[int, ...]:
        """The value of each level but the draw, counted from the couples themselves; higher is better."""
        sizes = [len(members) for members in self.groups]
        said, kept = self.said, self.problem.kept
        return (
            len({host for (_row, host), answer in zip(self.pairs, said, strict=True) if answer == CHOSEN}),
            len(said) - len(self.case.people.new),
            -sizes.count(0),
            -sizes.count(3),
            said.count(CHOSEN),
            len(kept.intersection(self.pairs)) if kept else 0,
            sum([answer for answer in said if answer < CHOSEN]),
            int(self.problem.scores.total[self.places].sum()),
        )

    @property
    def whole_value(self) -> tuple[int, ...]:
        """The value of each level with the draw, which is dear to work out and seldom asked for."""
        return (*self.value, -sum(draw(self.case, *pair) for pair in self.pairs))


@dataclass
class Problem:
    """A case as numbers."""

    case: Case
    seats: Seats
    levels: list[Level]
    clashes: Clashes
    said: NDArray[np.int8]
    """Per pair CHOSEN, NO, or the points of another choice; 0 where nothing was said."""
    kept: set[Place]
    scores: Scores

    def solve(self, *, locks: Mapping[int, int] | None = None, levels: list[Level] | None = None) -> Found | None:
        """The best couples, with more locks or by other levels where asked; None when the locks are impossible."""
        seats = replace(self.seats, locked={**self.seats.locked, **(locks or {})}) if locks else self.seats
        groups = arrange(seats, self.levels if levels is None else levels, self.clashes)
        return None if groups is None else Found(self.case, groups, self)

    @property
    def anybody_chose(self) -> bool:
        """Whether any two chose each other."""
        return bool((self.said == CHOSEN).any())

    def chose_each_other(self, row: int, host: int) -> bool:
        return bool(self.said[row, host] == CHOSEN)


def best(case: Case) -> Found:
    """The best couples of a checked case."""
    found = problem(case).solve()
    assert found is not None  # locks were checked, and everybody else may stay without a couple
    return found


def problem(case: Case) -> Problem:
    people = case.people
    found = scores(people.new, people.old, case.weights)
    answers = rows, hosts, worth = _answered(case)
    chosen_rows, chosen_hosts, chosen = _where(answers, worth == CHOSEN)
    said = np.zeros((len(people.new), len(people.old)), np.int8)
    said[rows, hosts] = worth
    kept = {(people.row[one], people.column[other]) for one, other in case.keep}
    both_yes = chosen_rows, chosen_hosts, chosen // CHOSEN
    levels = [
        Level("chosen_couples", entries=both_yes, entries_most=1, entries_first=True),
        Level("new_left_out", each=1),
        Level("old_left_out", first=1),
        Level("with_three_new", third=-1),
        Level("mutual_pairs", entries=both_yes, entries_most=1),
        Level("kept", entries=_of_pairs(kept), entries_most=1),
        Level("choice_points", entries=_where(answers, (worth > 0) & (worth < CHOSEN)), entries_most=CHOSEN - 1),
        Level("score", dense=found.total),
        Level("draw", later=lambda rows, hosts: _draws(case, rows, hosts)),
    ]
    room = np.array([one.max_new for one in people.old], np.int64)
    apart = {frozenset(people.row[one] for one in pair) for pair in case.apart}
    locked = {people.row[one]: people.column[other] for one, other in case.locks}
    allowed = allowed_grid(case)
    refused_rows, refused_hosts, _no = _where(answers, worth == NO)
    allowed[refused_rows, refused_hosts] = False
    seats = Seats(allowed, room, locked)
    matter, together = _that_matter(levels, room), clashes(people.new, apart)
    return Problem(case, seats, matter, together, said, kept, found)


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


def _of_pairs(pairs: Iterable[Place]) -> Entries:
    rows, hosts = np.array(sorted(pairs) or np.zeros((0, 2)), np.int64).T
    return rows, hosts, np.ones(len(rows), np.int64)


def _answered(case: Case) -> Entries:
    """The pairs of whom at least one answered, with what that weighs."""
    row, column, said = case.people.row, case.people.column, case.said
    many = len(said)
    rows = np.fromiter([row[new] for new, _old in said], np.int64, many)
    hosts = np.fromiter([column[old] for _new, old in said], np.int64, many)
    return rows, hosts, np.fromiter([WORTH.get(answers, NO) for answers in said.values()], np.int64, many)


def _where(entries: Entries, these: NDArray[np.bool_]) -> Entries:
    rows, hosts, values = entries
    return rows[these], hosts[these], values[these]


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
