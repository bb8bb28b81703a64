"""Which pairs are allowed at all, for a whole grid at once: a row per new, a column per old."""

from collections.abc import Iterable, Sequence

import numpy as np

from matching.solver.case import Case, People
from matching.solver.clashes import Clashes
from matching.solver.people import Person
from matching.solver.seats import Bools


def women_rule_grid(people: People) -> Bools:
    """Which pairs the women rule allows; who is not known to be a woman counts as not."""
    allowed = np.ones((len(people.new), len(people.old)), bool)
    only_new = [place for place, one in enumerate(people.new) if one.women_only]
    only_old = [place for place, one in enumerate(people.old) if one.women_only]
    if only_new:
        allowed[only_new] = [one.woman is True for one in people.old]
    if only_old:
        women = np.array([one.woman is True for one in people.new], bool)
        allowed[:, only_old] &= women[:, None]
    return allowed


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
