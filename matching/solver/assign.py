"""An exact assignment of newcomers to long-time residents.

Better means, one after the other: fewest new left out, fewest old left out, fewest couples with three new, highest
soft score. Rows are newcomers; columns are the slots of each old one and one 'nobody' per newcomer. The women rule
over a whole couple is no property of a pair, so where it is broken the search branches at that couple.
"""

import heapq
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from matching.solver.people import WEIGHTS, New, Old, admissible, group_admissible, points

MOST_NODES = 5_000
HIGHEST_SCORE = sum(WEIGHTS.values())


@dataclass(frozen=True)
class Group:
    """One couple: an old one and the new ones with them."""

    old: Old
    new: tuple[New, ...]

    @property
    def score(self) -> int:
        return sum(sum(points(one, self.old)) for one in self.new)


@dataclass(frozen=True)
class Assignment:
    """The couples, and who is left without one."""

    groups: tuple[Group, ...]
    new_left_out: tuple[New, ...]
    old_left_out: tuple[Old, ...]


@dataclass(frozen=True)
class _Branch:
    """Olds whose couple takes no women-only newcomer, and olds whose couple takes only women."""

    open_to_men: frozenset[str] = frozenset()
    women_couples: frozenset[str] = frozenset()

    def forbids(self, new: New, old: Old) -> bool:
        if old.id in self.open_to_men and new.women_only:
            return True
        return old.id in self.women_couples and new.woman is not True

    def split(self, old: Old) -> Iterator["_Branch"]:
        yield _Branch(self.open_to_men | {old.id}, self.women_couples)
        yield _Branch(self.open_to_men, self.women_couples | {old.id})


def assign(new: Collection[New], old: Collection[Old], vetoes: Collection[tuple[str, str]] = ()) -> Assignment:
    """The best assignment under the hard rules; ``vetoes`` are ``(new id, old id)`` pairs that are not made.

    Raises RuntimeError when no proof of the best was found within the limit of the search.
    """
    newcomers = sorted(new, key=lambda one: one.id)
    residents = sorted(old, key=lambda one: one.id)
    barred = frozenset(vetoes)
    tie = count()
    queue: list[tuple[int, int, _Branch, tuple[Group, ...]]] = []

    def push(branch: _Branch) -> None:
        value, groups = _solve(newcomers, residents, barred, branch)
        heapq.heappush(queue, (-value, next(tie), branch, groups))

    push(_Branch())
    for _node in range(MOST_NODES):
        _value, _tie, branch, groups = heapq.heappop(queue)
        broken = next((group for group in groups if not group_admissible([group.old, *group.new])), None)
        if broken is None:
            return _assignment(newcomers, residents, groups)
        for child in branch.split(broken.old):
            push(child)
    raise RuntimeError("no assignment was proven best within the limit of the search")


def _assignment(newcomers: list[New], residents: list[Old], groups: tuple[Group, ...]) -> Assignment:
    placed = {one.id for group in groups for one in group.new}
    hosting = {group.old.id for group in groups}
    return Assignment(
        groups,
        tuple(one for one in newcomers if one.id not in placed),
        tuple(one for one in residents if one.id not in hosting),
    )


def _solve(
    newcomers: list[New], residents: list[Old], barred: frozenset[tuple[str, str]], branch: _Branch
) -> tuple[int, tuple[Group, ...]]:
    """The best value and couples when the women rule is held per pair only: an assignment problem."""
    import numpy
    from scipy.optimize import linear_sum_assignment

    if not newcomers or not residents:
        return 0, ()
    worth_three = 1 + len(newcomers) * HIGHEST_SCORE
    worth_old = 1 + len(newcomers) * (HIGHEST_SCORE + worth_three)
    worth_new = 1 + len(newcomers) * (HIGHEST_SCORE + worth_three + worth_old)
    bonus = {1: worth_old, 2: 0, 3: -worth_three}
    slots = [(one, slot) for one in residents for slot in range(1, one.max_new + 1)]
    impossible = -worth_new * (len(newcomers) + 1)
    value: Any = numpy.zeros((len(newcomers), len(slots) + len(newcomers)), dtype=numpy.int64)
    for row, newcomer in enumerate(newcomers):
        scores = {
            one.id: sum(points(newcomer, one))
            for one in residents
            if admissible(newcomer, one) and (newcomer.id, one.id) not in barred and not branch.forbids(newcomer, one)
        }
        for column, (one, slot) in enumerate(slots):
            value[row, column] = worth_new + bonus[slot] + scores[one.id] if one.id in scores else impossible
    rows, columns = linear_sum_assignment(value, maximize=True)
    found: dict[str, list[New]] = {}
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        if column < len(slots):
            found.setdefault(slots[column][0].id, []).append(newcomers[row])
    groups = tuple(Group(one, tuple(found[one.id])) for one in residents if one.id in found)
    return int(value[rows, columns].sum()), groups
