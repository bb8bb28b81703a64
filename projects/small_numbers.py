"""Counts of people by something personal, so shown that no cell of 1 to 4 can be worked out.

A cell of 1 to 4 is shown as ``<5``, 0 as 0. Everybody in the group is in exactly one cell and the number of people in
the group is public, so more must go: neighbouring cells of 5 and more are hidden as ``–``. Which ones is decided by
where the small cells are and by the sum of all that is not shown, both of which the reader sees anyway, and never by a
hidden number itself. So it also holds against a reader who knows this file: every ``<5`` keeps at least two values.
"""

from collections.abc import Sequence
from typing import Any

from projects.models import Project

FEWEST = 5
MOST_SMALL = FEWEST - 1
SMALL, HIDDEN = "<5", "–"
# With so many cells over so many people, one table alone (all cells 4, all cells 1) would be kept back; who knows that
# would know the table. So none of that size is shown.
ALONE = frozenset({(2, 8), (5, 5)})

Cell = int | str
Cells = list[Cell]


def protect(counts: Sequence[int]) -> Cells | None:
    """``counts`` as they may be shown beside their sum; None when no table of them can be shown.

    The cells hidden are those nearest to the small ones, one after the other, until what is not shown adds up to
    enough for two answers. Hiding another one instead, because the nearest happens to be 5, would tell that it is 5.
    """
    small = [place for place, count in enumerate(counts) if is_small(count)]
    if (len(counts), sum(counts)) in ALONE:
        return None
    shown: Cells = [SMALL if is_small(count) else count for count in counts]
    unseen = sum(counts[place] for place in small)
    if not small or _keep_each_other(len(small), unseen):
        return shown
    candidates = _nearest_first(counts, small)
    for number, place in enumerate(candidates, start=1):
        shown[place] = HIDDEN
        unseen += counts[place]
        # One more than needed, as long as there is a further cell: a sum that is just enough is told apart from one
        # that is too small by nothing but what comes after it.
        spare = 1 if number < len(candidates) else 0
        if unseen >= _enough(len(small), number) + spare:
            return shown
    return None


def is_small(count: int) -> bool:
    return 0 < count < FEWEST


def _keep_each_other(small: int, together: int) -> bool:
    """Whether several small cells with a known sum each keep two values: they are neither all 1 nor all 4."""
    return small > 1 and small < together < MOST_SMALL * small


def _nearest_first(counts: Sequence[int], small: Sequence[int]) -> list[int]:
    """The places of the cells of 5 and more, by how far they are from a small one; never by what is in them."""
    large = [place for place, count in enumerate(counts) if count >= FEWEST]
    return sorted(large, key=lambda place: (min(abs(place - other) for other in small), place))


def _enough(small: int, hidden: int) -> int:
    """The least sum of ``small`` cells of 1 to 4 and ``hidden`` ones of 5 and more that leaves every cell two values.

    One small cell is then 1 or 2. Several are only hidden with others when they are all 1 or all 4, so both must fit.
    """
    return (2 if small == 1 else MOST_SMALL * small) + FEWEST * hidden


def mask(count: int) -> Cell:
    """A count that is part of no sum, such as of who speaks a language: people speak none, one or several."""
    return SMALL if is_small(count) else count


def published_before(project: Project, key: str) -> Any:
    """The value of figure ``key`` in the first final report of ``project`` that has it; None when none has.

    What was shown once is never shown otherwise. Two versions of a table, of 40 and of 41 people, can tell together
    what each of them hides, and so can a table that is gone from a later version. So the strictest rule that is
    simple: a table by a personal attribute is worked out once, for the first final report, and every later version
    repeats it as it is, with the number of people it was about. A later version then tells nothing new.
    """
    for final in project.end_reports.final().order_by("version"):
        for item in final.figures or []:
            if item["key"] == key:
                return item["value"]
    return None
