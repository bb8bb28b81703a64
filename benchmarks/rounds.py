"""The plan of the rounds beside its bound: the most different people that anybody could meet."""

from collections.abc import Iterator

from benchmarks.people import document
from benchmarks.timing import Row, median_of
from matching.solver import plan_rounds

SIZES = ((20, 20, 20, 8), (12, 10, 10, 6), (30, 8, 8, 8), (3, 15, 3, 5), (40, 40, 40, 10))


def measure() -> Iterator[Row]:
    """Time in the hall, and how much of the bound is reached; the goal is 100 % for twenty of each side."""
    for new, old, tables, rounds in SIZES:
        people = document(max(new, old), 0)
        case = {
            "seed": "2027-03-12",
            "new": people["new"][:new],
            "old": people["old"][:old],
            "tables": tables,
            "rounds": rounds,
        }
        found = plan_rounds(case)
        share = found["distinct_meetings"] / found["upper_bound"]
        yield Row(
            f"rounds {new}x{old}, {rounds} rounds",
            median_of(lambda case=case: plan_rounds(case), 9),
            None,
            "the most meetings there could be",
            quality=f"{found['distinct_meetings']} of {found['upper_bound']} meetings: {share:.1%}",
        )
