"""The soft score of pairs: how well two people fit, per criterion, for a whole grid or for a few pairs at once.

What people have is held as bits in whole numbers, so the same few lines score one pair and a million.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.solver.levels import Points
from matching.solver.people import Person

YEARS_APART = 40
MOST = {"language": 1, "postcode": 2, "dayparts": 2, "interests": 2, "age": YEARS_APART, "children": 1}
"""What counts as all of a criterion; halves and fortieths are steps towards it."""
UNKNOWN = {"new": -1000, "old": -2000}
"""An area or a year of birth nobody has; it differs per side, so that it is near nothing on the other."""
BLOCK = 64
"""Rows worked out at a time, so that what is in between stays small."""
BITS = 32

Ints = NDArray[Any]


class Traits(NamedTuple):
    """One side: arrays with an entry a person along the last axis."""

    keys: Ints
    """What is counted when shared, as bits: a line for each word of languages, of dayparts, and of interests."""
    same: Ints
    """What is the same or not: lines for area, its first three digits, and children."""
    born: Ints

    def at(self, *index: Any) -> "Traits":
        """The same for some of the people, or along another axis."""
        return Traits(self.keys[:, *index], self.same[:, *index], self.born[*index])


def traits(new: Sequence[Person], old: Sequence[Person]) -> tuple[Traits, Traits, list[int]]:
    """Both sides as arrays, and the first line of ``keys`` for languages, dayparts and interests.

    Keys that only one side has are left out: nobody shares them.
    """
    languages = _bits([one.languages for one in new], [one.languages for one in old])
    dayparts = _bits([one.dayparts for one in new], [one.dayparts for one in old])
    interests = _bits([one.interests for one in new], [one.interests for one in old])
    ours, theirs = zip(*languages, *dayparts, *interests, strict=True)
    return (
        Traits(np.array(ours, np.uint32), *_plain(new, UNKNOWN["new"])),
        Traits(np.array(theirs, np.uint32), *_plain(old, UNKNOWN["old"])),
        [0, len(languages), len(languages) + len(dayparts)],
    )


class _Bits(dict[str, int]):
    """A bit for each key, given out as they come; which key has which bit does not matter."""

    def __missing__(self, key: str) -> int:
        bit = self[key] = 1 << len(self)
        return bit


def _bits(new: Sequence[frozenset[str]], old: Sequence[frozenset[str]]) -> list[tuple[list[int], list[int]]]:
    """For each word of keys: who has them, as bits. Keys that only one side has are left out where they would take a
    word more: nobody shares them."""
    bits = _Bits()
    bit = bits.__getitem__
    ours, theirs = [sum(map(bit, keys)) for keys in new], [sum(map(bit, keys)) for keys in old]
    return [(ours, theirs)] if len(bits) <= BITS else _words(new, old)


def _words(new: Sequence[frozenset[str]], old: Sequence[frozenset[str]]) -> list[tuple[list[int], list[int]]]:
    """The same for keys that do not fit one word."""
    shared = list(frozenset().union(*new) & frozenset().union(*old))
    found = []
    for start in range(0, max(1, len(shared)), BITS):
        word = defaultdict(int, {key: 1 << place for place, key in enumerate(shared[start : start + BITS])})
        bit = word.__getitem__
        found.append(([sum(map(bit, keys)) for keys in new], [sum(map(bit, keys)) for keys in old]))
    return found


def _plain(people: Sequence[Person], unknown: int) -> tuple[Ints, Ints]:
    """Area, its first three digits and children; year of birth."""
    area = [unknown if one.postcode is None else int(one.postcode) for one in people]
    children = [unknown if one.children is None else one.children for one in people]
    born = [unknown if one.birth_year is None else one.birth_year for one in people]
    return np.array([area, [one // 10 for one in area], children], np.int16), np.array(born, np.int16)


@dataclass(frozen=True)
class Scores:
    """Points of every pair, a row per new and a column per old; per criterion they are worked out when asked for.

    ``scale`` has per criterion its weight, and what counts as all of it; ``lines`` are those of ``traits``.
    """

    total: Points
    parts: NDArray[np.uint16] | None
    """Per criterion the points of every pair, where that is no more than one block."""
    new: Traits
    old: Traits
    scale: NDArray[np.uint16]
    lines: list[int]

    def of_pairs(self, rows: Ints, hosts: Ints) -> list[dict[str, int]]:
        """Per pair its points per criterion."""
        if self.parts is not None:
            points = self.parts[:, rows, hosts]
        else:
            points = _points(self.new.at(rows), self.old.at(hosts), self.scale, self.lines)
        criteria = tuple(MOST)
        return [dict(zip(criteria, values, strict=True)) for values in points.T.tolist()]


def scores(new: Sequence[Person], old: Sequence[Person], weights: dict[str, int]) -> Scores:
    """Weight x part, rounded down, for each criterion; unknown gives nothing."""
    one, other, lines = traits(new, old)
    scale = np.array([[weights[name] for name in MOST], list(MOST.values())], np.uint16)
    total = np.empty((len(new), len(old)), np.int16)
    across = other.at(None, slice(None))
    points = None
    for start in range(0, len(new), BLOCK):
        rows = slice(start, start + BLOCK)
        points = _points(one.at(rows, None), across, scale, lines)
        points.sum(axis=0, dtype=np.int16, out=total[rows])
    return Scores(total, points if len(new) <= BLOCK else None, one, other, scale, lines)


def _points(new: Traits, old: Traits, scale: NDArray[np.uint16], lines: list[int]) -> NDArray[np.uint16]:
    """The points per criterion, in the order of MOST, of people beside each other: along one axis, or all with all
    along two."""
    shared = np.bitwise_count(new.keys & old.keys)
    if len(shared) > len(lines):
        shared = np.add.reduceat(shared, lines, axis=0)
    same = new.same == old.same
    points = np.empty((len(MOST), *shared.shape[1:]), np.uint16)
    np.minimum(shared[0], MOST["language"], out=points[0])
    np.add(same[0].view(np.uint8), same[1].view(np.uint8), out=points[1])
    np.minimum(shared[1], MOST["dayparts"], out=points[2])
    np.minimum(shared[2], MOST["interests"], out=points[3])
    points[4] = np.maximum(0, YEARS_APART - np.abs(new.born - old.born))
    points[5] = same[2]
    weight, most = scale.reshape(2, -1, *[1] * (points.ndim - 1))
    points *= weight
    points //= most
    return points
