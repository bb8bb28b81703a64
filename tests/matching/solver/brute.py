"""The best assignment by trying every one, written from the definition in the design and from nothing else.

An assignment gives every newcomer one old or nobody. Better means, one level after the other: fewest new left out,
fewest old left out, fewest couples with three new, highest soft score.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import combinations, product
from typing import NamedTuple

from matching.solver import Assignment, New, Old

Score = Callable[[New, Old], int]


class Levels(NamedTuple):
    """What is compared, each the higher the better."""

    new_left_out: int
    old_left_out: int
    with_three_new: int
    score: int


def allowed(old: Old, new: Sequence[New], vetoes: Collection[tuple[str, str]]) -> bool:
    """Whether these may be one couple."""
    everybody = [old, *new]
    if any(one.women_only for one in everybody) and not all(one.woman is True for one in everybody):
        return False
    return len(new) <= old.max_new and not any((one.id, old.id) in vetoes for one in new)


def soft(new: New, old: Old) -> int:
    """The soft score of a pair, from the table in the design."""
    score = 300 if new.languages & old.languages else 0
    if new.postcode and old.postcode:
        score += 200 if new.postcode == old.postcode else 100 if new.postcode[:3] == old.postcode[:3] else 0
    score += (0, 100, 200)[min(2, len(new.dayparts & old.dayparts))]
    score += (0, 100, 200)[min(2, len(new.interests & old.interests))]
    if new.birth_year is not None and old.birth_year is not None:
        score += max(0, 50 * (40 - abs(new.birth_year - old.birth_year)) // 40)
    if new.children is not None and old.children is not None and new.children == old.children:
        score += 50
    return score


def levels_of(couples: Sequence[tuple[Old, Sequence[New]]], new: int, old: int) -> Levels:
    """The value of each level of these couples, with ``new`` and ``old`` people in all."""
    return Levels(
        new_left_out=sum(len(members) for _old, members in couples) - new,
        old_left_out=len(couples) - old,
        with_three_new=-sum(len(members) == 3 for _old, members in couples),
        score=sum(soft(one, host) for host, members in couples for one in members),
    )


def best(new: Sequence[New], old: Sequence[Old], vetoes: Collection[tuple[str, str]]) -> Levels:
    """The levels of the best of all assignments, with every couple there can be worked out once."""
    couples = {
        (host.id, members): (host, members)
        for host in old
        for size in (1, 2, 3)
        for members in combinations(new, size)
        if allowed(host, members, vetoes)
    }
    values = {key: levels_of([couple], 0, 0) for key, couple in couples.items()}
    found = None
    for places in product([None, *old], repeat=len(new)):
        keys = []
        for host in old:
            if members := tuple(one for one, place in zip(new, places, strict=True) if place is host):
                keys.append((host.id, members))
        if all(key in couples for key in keys):
            parts = [Levels(-len(new), -len(old), 0, 0), *(values[key] for key in keys)]
            total = Levels(*(sum(level) for level in zip(*parts, strict=True)))
            found = total if found is None else max(found, total)
    assert found is not None
    return found


def check_hard_rules(
    found: Assignment, new: Collection[New], old: Collection[Old], vetoes: Collection[tuple[str, str]]
) -> None:
    """Everybody is somewhere exactly once, and no couple breaks a hard rule."""
    placed = [one.id for group in found.groups for one in group.new]
    assert sorted([*placed, *(one.id for one in found.new_left_out)]) == sorted(one.id for one in new)
    hosts = [group.old.id for group in found.groups]
    assert sorted([*hosts, *(one.id for one in found.old_left_out)]) == sorted(one.id for one in old)
    for group in found.groups:
        assert group.new
        assert allowed(group.old, group.new, vetoes)
