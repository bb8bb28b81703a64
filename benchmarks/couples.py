"""The best couples beside a solver that knows no rules: Gale-Shapley, and scipy's bare assignment."""

import subprocess
from collections.abc import Iterator
from typing import Any

from scipy.optimize import linear_sum_assignment

from benchmarks.gale_shapley import GaleShapley
from benchmarks.people import document
from benchmarks.timing import Row, in_turn, side_by_side
from matching.solver.answer import answer
from matching.solver.couples import best
from matching.solver.document import read_case
from matching.solver.traits import scores
from matching.solver.words import Labels

DATES = 8


def _scores(case: Any) -> Any:
    return scores(case.people.new, case.people.old, case.weights).total


def measure() -> Iterator[Row]:
    """Scoring, solving with its proof, and every explanation; the sizes and goals of MATCHING.md, section 3."""
    yield from _beside_gale_shapley()
    yield from _beside_scipy()


def _beside_gale_shapley() -> Iterator[Row]:
    try:
        yardstick = GaleShapley()
    except subprocess.CalledProcessError:
        yield Row("couples beside Gale-Shapley", 0.0, None, "not measured: the package could not be installed")
        return
    for size, goal, runs, turn in ((20, 0.5, 15, 20), (100, 0.1, 15, 1)):
        case = read_case(document(size, DATES))
        scores = _scores(case)
        yield in_turn(
            f"couples {size}x{size}",
            lambda case=case: answer(best(case), Labels()),
            lambda scores=scores, size=size: yardstick.time(scores, str(size)),
            "Gale-Shapley of the package 'matching'",
            goal=goal,
            quality=_quality(best(case)),
            runs=runs,
            turn=turn,
        )
    yardstick.close()


def _beside_scipy() -> Iterator[Row]:
    for size, goal, runs in ((1000, 1.0, 5), (3000, 0.5, 3)):
        case = read_case(document(size, DATES, rules=False))
        scores = _scores(case)
        yield side_by_side(
            f"couples {size}x{size}, {DATES} dates each",
            lambda case=case: answer(best(case), Labels()),
            lambda scores=scores: linear_sum_assignment(scores, maximize=True),
            "scipy's bare solver, ready scores",
            goal=goal,
            quality=_quality(best(case)),
            runs=runs,
        )


def _quality(found: Any) -> str:
    chosen, new, old = found.value[:3]
    return f"{chosen} chose each other, {-new} and {-old} left out; proven best"
