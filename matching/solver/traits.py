"""The soft score of pairs: how well two people fit, per criterion, for a whole grid or for a few pairs at once.

What people have is held as bits in whole numbers, so the same few lines score one pair and a million.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.solver.people import Person

YEARS_APART = 40
MOST = {"language": 1, "postcode": 2, "dayparts": 2, "interests": 2, "age": YEARS_APART, "children": 1}
"""What counts as all of a criterion; halves and fortieths are steps towards it."""
BLOCK = 128
"""Rows worked out at a time, so that what is in between stays small."""
BITS = 62

Ints = NDArray[Any]
Small = NDArray[np.int16]
Counts = NDArray[np.uint8]


class Traits(NamedTuple):
    """One side: arrays with one entry a person. Bit sets are lists of words of 62 bits."""

    languages: list[Ints]
    dayparts: list[Ints]
    interests: list[Ints]
    area: Ints
    born: Ints
    children: Ints

    def some(self, rows: slice) -> "Traits":
        """The same for some of the people."""
        return Traits(
            [word[rows] for word in self.languages],
            [word[rows] for word in self.dayparts],
            [word[rows] for word in self.interests],
            self.area[rows],
            self.born[rows],
            self.children[rows],
        )


def traits(new: Sequence[Person], old: Sequence[Person]) -> tuple[Traits, Traits]:
    """Both sides as arrays. Keys that only one side has are left out: nobody shares them."""
    languages = _bits([one.languages for one in new], [one.languages for one in old])
    dayparts = _bits([one.dayparts for one in new], [one.dayparts for one in old])
    interests = _bits([one.interests for one in new], [one.interests for one in old])
    return (
        Traits(languages[0], dayparts[0], interests[0], *_plain(new, unknown=-1)),
        Traits(languages[1], dayparts[1], interests[1], *_plain(old, unknown=-2)),
    )


def _bits(new: Sequence[frozenset[str]], old: Sequence[frozenset[str]]) -> tuple[list[Ints], list[Ints]]:
    shared = sorted(frozenset().union(*new) & frozenset().union(*old))
    starts = range(0, len(shared), BITS)
    words = [{key: 1 << place for place, key in enumerate(shared[start : start + BITS])} for start in starts]
    return [_word(new, word) for word in words], [_word(old, word) for word in words]


def _word(people: Sequence[frozenset[str]], word: dict[str, int]) -> Ints:
    return np.array([sum([word[key] for key in keys if key in word]) for keys in people], np.int64)


def _plain(people: Sequence[Person], unknown: int) -> tuple[Any, Any, Any]:
    """Area, year of birth and children; what is unknown differs per side, so that it never matches."""
    area = [int(one.postcode) if one.postcode is not None else unknown * 100_000 for one in people]
    born = [one.birth_year if one.birth_year is not None else unknown * 100_000 for one in people]
    children = [int(one.children) if one.children is not None else unknown for one in people]
    return np.array(area, np.int32), np.array(born, np.int32), np.array(children, np.int8)


@dataclass(frozen=True)
class Scores:
    """Points of every pair, a row per new and a column per old: per criterion, and together."""

    parts: dict[str, Small]
    total: Ints

    def of_pairs(self, rows: Sequence[int], hosts: Sequence[int]) -> list[dict[str, int]]:
        """Per pair its points per criterion."""
        found = [part[rows, hosts].tolist() for part in self.parts.values()]
        return [dict(zip(self.parts, values, strict=True)) for values in zip(*found, strict=True)]


def scores(new: Sequence[Person], old: Sequence[Person], weights: dict[str, int]) -> Scores:
    """Weight x part, rounded down, for each criterion; unknown gives nothing."""
    one, other = traits(new, old)
    steps = {name: _steps(weights[name], most) for name, most in MOST.items()}
    shape = (len(new), len(old))
    parts = {name: np.empty(shape, np.int16) for name in steps}
    total = np.zeros(shape, np.int32)
    for start in range(0, len(new), BLOCK):
        block = slice(start, start + BLOCK)
        for name, had in _had(one.some(block), other):
            parts[name][block] = steps[name][had]
            total[block] += parts[name][block]
    return Scores(parts, total)


def _had(new: Traits, old: Traits) -> Iterator[tuple[str, NDArray[Any]]]:
    """How much of each criterion every pair has, from 0 to its most."""
    shape = (len(new.area), len(old.area))
    yield "language", np.minimum(MOST["language"], _shared(new.languages, old.languages, shape))
    yield "postcode", _alike(new.area, old.area)
    yield "dayparts", np.minimum(MOST["dayparts"], _shared(new.dayparts, old.dayparts, shape))
    yield "interests", np.minimum(MOST["interests"], _shared(new.interests, old.interests, shape))
    yield "age", _nearness(new.born, old.born)
    yield "children", (new.children[:, None] == old.children[None, :]).view(np.uint8)


def _steps(weight: int, most: int) -> Small:
    """The points for 0, 1, .. ``most`` of ``most``, rounded down."""
    return (np.arange(most + 1) * weight // most).astype(np.int16)


def _shared(new: list[Ints], old: list[Ints], shape: tuple[int, int]) -> Counts:
    """How many keys both have."""
    total = np.zeros(shape, np.uint8)
    for one, other in zip(new, old, strict=True):
        total += np.bitwise_count(one[:, None] & other[None, :])
    return total


def _alike(new: Ints, old: Ints) -> Counts:
    """2 for the same area, 1 when the first three digits agree."""
    same = new[:, None] == old[None, :]
    near = (new // 10)[:, None] == (old // 10)[None, :]
    return same.view(np.uint8) + near.view(np.uint8)


def _nearness(new: Ints, old: Ints) -> Ints:
    """40 for the same year of birth, a year less for every year between, never below 0."""
    gap = np.abs(new[:, None] - old[None, :])
    return np.maximum(0, YEARS_APART - gap)
