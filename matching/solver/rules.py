"""Which pairs are allowed at all, for a whole grid at once: a row per new, a column per old."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from matching.solver.case import Case, People
from matching.solver.clashes import Clashes
from matching.solver.people import Person
from matching.solver.seats import Bools


class WomenRule(NamedTuple):
    """Who is a woman for certain, and who goes out only with women."""

    woman: Bools
    only: Bools


def women_rule(people: Sequence[Person]) -> WomenRule:
    return WomenRule(
        np.array([one.woman is True for one in people], bool), np.array([one.women_only for one in people], bool)
    )


def women_rule_grid(people: People) -> Bools:
    """Which pairs the women rule allows."""
    new, old = women_rule(people.new), women_rule(people.old)
    if not new.only.any() and not old.only.any():
        return np.ones((len(new.woman), len(old.woman)), bool)
    return ~(new.only[:, None] & ~old.woman[None, :]) & ~(old.only[None, :] & ~new.woman[:, None])


def allowed_grid(case: Case) -> Bools:
    """Which pairs no hard rule forbids, apart from a no of one of them."""
    allowed = women_rule_grid(case.people)
    row, column = case.people.row, case.people.column
    barred = [*case.vetoes, *(pair for pair in case.previous if not case.both_yes(*pair))]
    if barred:
        allowed[[row[new] for new, _old in barred], [column[old] for _new, old in barred]] = False
    return allowed


def clashes(movers: Sequence[Person], apart: Iterable[frozenset[int]] = ()) -> Clashes:
    """Who of one side may not be together with one of the other side."""
    return Clashes(
        frozenset(place for place, one in enumerate(movers) if one.women_only),
        frozenset(place for place, one in enumerate(movers) if one.woman is not True),
        frozenset(apart),
    )
