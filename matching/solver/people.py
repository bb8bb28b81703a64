"""Who is to be coupled, which pairs and groups are allowed, and how well a pair fits."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

WEIGHTS = {"language": 300, "postcode": 200, "dayparts": 200, "interests": 200, "age": 50, "children": 50}


@dataclass(frozen=True)
class New:
    """A newcomer. ``woman`` is None when it is not known; ``postcode`` is the four-digit area."""

    id: str
    woman: bool | None = None
    women_only: bool = False
    languages: frozenset[str] = field(default_factory=frozenset)
    dayparts: frozenset[str] = field(default_factory=frozenset)
    interests: frozenset[str] = field(default_factory=frozenset)
    postcode: str | None = None
    birth_year: int | None = None
    children: bool | None = None


@dataclass(frozen=True)
class Old(New):
    """A long-time resident, who takes up to ``max_new`` (1..3) newcomers."""

    max_new: int = 1


class Points(NamedTuple):
    """What a pair gets per criterion; the sum is its soft score."""

    language: int
    postcode: int
    dayparts: int
    interests: int
    age: int
    children: int


def admissible(new: New, old: Old) -> bool:
    """Whether the two may form a pair under the women rule; unknown counts as not a woman."""
    if new.women_only and old.woman is not True:
        return False
    return not (old.women_only and new.woman is not True)


def group_admissible(people: Iterable[New]) -> bool:
    """The women rule over a whole couple: with a woman who goes out only with women, everybody in it is a woman."""
    everybody = list(people)
    return not any(one.women_only for one in everybody) or all(one.woman is True for one in everybody)


def points(new: New, old: Old) -> Points:
    """The soft points of a pair: weight x part, rounded down; unknown gives 0."""
    return Points(
        language=WEIGHTS["language"] if new.languages & old.languages else 0,
        postcode=int(WEIGHTS["postcode"] * _postcode_part(new.postcode, old.postcode)),
        dayparts=WEIGHTS["dayparts"] * min(2, len(new.dayparts & old.dayparts)) // 2,
        interests=WEIGHTS["interests"] * min(2, len(new.interests & old.interests)) // 2,
        age=_age_points(new.birth_year, old.birth_year),
        children=WEIGHTS["children"] if new.children is not None and new.children == old.children else 0,
    )


def _postcode_part(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0
    if one == other:
        return 1
    return 0.5 if one[:3] == other[:3] else 0


def _age_points(one: int | None, other: int | None) -> int:
    if one is None or other is None:
        return 0
    return WEIGHTS["age"] * max(0, 40 - abs(one - other)) // 40
