"""The assignment of couples beside the bare solver on a score matrix of the same size."""

import random
from collections.abc import Iterator

import numpy
from scipy.optimize import linear_sum_assignment

from benchmarks.timing import Row, side_by_side
from matching.solver import New, Old, assign, points


def _people(size: int) -> tuple[list[New], list[Old]]:
    chance = random.Random(size)
    dayparts = [f"{day}-{part}" for day in ("mon", "wed", "sat") for part in "123"]
    interests = ["koken", "wandelen", "fietsen", "musea", "muziek"]

    def traits(number: int, kind: str) -> dict[str, object]:
        return {
            "id": f"{kind}{number}",
            "woman": chance.random() < 0.6,
            "languages": frozenset(chance.sample(["en", "fr", "ar", "tr"], 2)),
            "dayparts": frozenset(chance.sample(dayparts, 3)),
            "interests": frozenset(chance.sample(interests, 2)),
            "postcode": chance.choice(["1067", "1068", "1069"]),
            "birth_year": chance.randint(1940, 2005),
            "children": chance.random() < 0.5,
        }

    new = [New(**traits(number, "n")) for number in range(size)]  # type: ignore[arg-type]
    old = [Old(max_new=1 + number % 2, **traits(number, "o")) for number in range(size)]  # type: ignore[arg-type]
    return new, old


def measure() -> Iterator[Row]:
    """20 by 20, the size of a project, and 100 by 100."""
    for size in (20, 100):
        new, old = _people(size)
        scores = numpy.array([[sum(points(one, other)) for other in old] for one in new])
        yield side_by_side(
            f"couples {size}x{size}: scores, rules and solving",
            lambda new=new, old=old: assign(new, old),  # type: ignore[misc]
            lambda scores=scores: linear_sum_assignment(scores, maximize=True),  # type: ignore[misc]
            "scipy's solver alone on ready scores, one slot each",
        )
