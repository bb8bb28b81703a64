"""Nothing beats the answer: every level, down to the draw, is what brute force finds, in thousands of small cases."""

import os

import pytest
from hypothesis import given, settings

from matching.solver import solve_couples
from tests.matching.solver.answers import check
from tests.matching.solver.brute import Document
from tests.matching.solver.cases import LARGE, QUICK, SIZES, couples_cases, seeded

PARTS = 10
CASES = int(os.environ.get("MIXEN_CASES", "4000"))
"""How many small cases; more of them with MIXEN_CASES."""


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_beats_it_in_small_cases(part: int) -> None:
    for number in range(part, CASES, PARTS):
        document = seeded(number)
        check(document, solve_couples(document))


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_beats_it_with_six_and_six_or_seven_and_three(part: int) -> None:
    for number in range(part, 1500, PARTS):
        document = seeded(100_000 + number, LARGE)
        check(document, solve_couples(document))


@settings(QUICK, max_examples=400)
@given(couples_cases(SIZES))
def test_nothing_beats_it_in_what_hypothesis_thinks_of(document: Document) -> None:
    check(document, solve_couples(document))


@settings(QUICK, max_examples=100)
@given(couples_cases(LARGE))
def test_nothing_beats_it_in_larger_things_hypothesis_thinks_of(document: Document) -> None:
    check(document, solve_couples(document))


@pytest.mark.parametrize(("new", "old"), [(0, 0), (0, 2), (2, 0)], ids=["nobody", "no-new", "no-old"])
def test_a_side_may_be_empty(new: int, old: int) -> None:
    document = {
        "seed": "1",
        "new": [{"id": f"n{number}"} for number in range(new)],
        "old": [{"id": f"o{number}"} for number in range(old)],
    }
    answer = solve_couples(document)
    check(document, answer)
    assert answer["couples"] == []
