"""Who takes part, and the one rule that holds for everybody around a table or in a couple."""

from collections.abc import Iterable
from typing import NamedTuple


class Person(NamedTuple):
    """Somebody of either side. ``woman`` and ``children`` are None when unknown; ``postcode`` is four digits.

    ``max_new`` (1..3) counts for the old only: how many newcomers they take.
    """

    id: str
    woman: bool | None = None
    women_only: bool = False
    languages: frozenset[str] = frozenset()
    dayparts: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    postcode: str | None = None
    birth_year: int | None = None
    children: bool | None = None
    max_new: int = 1


def women_rule_broken_by(people: Iterable[Person]) -> list[Person]:
    """Who may not be here because somebody goes out only with women; unknown counts as not a woman."""
    everybody = list(people)
    if not any(one.women_only for one in everybody):
        return []
    return [one for one in everybody if one.woman is not True]
