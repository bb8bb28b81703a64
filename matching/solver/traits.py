"""The soft score of pairs: how well two people fit, per criterion, for a whole grid or for a few pairs at once.

What people have is held as bits in whole numbers, so the same few lines score one pair and a million.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.solver.people import Person

YEARS_APART = 40
BITS = 62

Ints = NDArray[np.int64]


class Traits(NamedTuple):
    """One side: arrays with one entry a person. Bit sets are lists of words of 62 bits."""

    languages: list[Ints]
    dayparts: list[Ints]
    interests: list[Ints]
    area: Ints
    born: Ints
    children: Ints

    def at(self, index: Any) -> "Traits":
        """The same for some people only, or with axes added."""
        return Traits(
            [word[index] for word in self.languages],
            [word[index] for word in self.dayparts],
            [word[index] for word in self.interests],
            self.area[index],
            self.born[index],
            self.children[index],
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


def _plain(people: Sequence[Person], unknown: int) -> tuple[Ints, Ints, Ints]:
    """Area, year of birth and children; what is unknown differs per side, so that it never matches."""
    area = [int(one.postcode) if one.postcode is not None else unknown * 100_000 for one in people]
    born = [one.birth_year if one.birth_year is not None else unknown * 100_000 for one in people]
    children = [int(one.children) if one.children is not None else unknown for one in people]
    return np.array(area, np.int64), np.array(born, np.int64), np.array(children, np.int64)


def points(new: Traits, old: Traits, weights: dict[str, int]) -> Iterable[tuple[str, Ints]]:
    """The points per criterion: weight x part, rounded down. Both sides broadcast against each other."""
    shape = np.broadcast_shapes(new.area.shape, old.area.shape)
    yield "language", weights["language"] * np.minimum(1, _shared(new.languages, old.languages, shape))
    near = (new.area // 10 == old.area // 10) & (new.area >= 0)
    yield (
        "postcode",
        weights["postcode"] // 2 * near + (weights["postcode"] - weights["postcode"] // 2) * (new.area == old.area),
    )
    yield "dayparts", weights["dayparts"] * np.minimum(2, _shared(new.dayparts, old.dayparts, shape)) // 2
    yield "interests", weights["interests"] * np.minimum(2, _shared(new.interests, old.interests, shape)) // 2
    gap = np.minimum(YEARS_APART, np.abs(new.born - old.born))
    yield "age", weights["age"] * (YEARS_APART - gap) // YEARS_APART
    yield "children", weights["children"] * (new.children == old.children)


def _shared(new: list[Ints], old: list[Ints], shape: tuple[int, ...]) -> Ints:
    """How many keys both have."""
    if not new:
        return np.zeros(shape, np.int64)
    return sum(np.bitwise_count(one & other).astype(np.int64) for one, other in zip(new, old, strict=True))  # type: ignore[return-value]


def score_grid(new: Traits, old: Traits, weights: dict[str, int]) -> Ints:
    """The soft score of every pair: a row per new, a column per old."""
    rows, columns = new.at((slice(None), None)), old.at((None, slice(None)))
    total = np.zeros((len(new.area), len(old.area)), np.int64)
    for _criterion, found in points(rows, columns, weights):
        total += found
    return total


def points_of_pairs(
    new: Traits, old: Traits, weights: dict[str, int], rows: Sequence[int], hosts: Sequence[int]
) -> list[dict[str, int]]:
    """Per pair its points per criterion."""
    some = points(new.at(list(rows)), old.at(list(hosts)), weights)
    columns = {criterion: found.tolist() for criterion, found in some}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
