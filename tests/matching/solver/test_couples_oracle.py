"""With 12x10 to 30x15 and conflicts within groups, no level is better than integer programming finds it can be."""

import random

import pytest

from matching.solver import solve_couples
from tests.matching.solver.answers import check_rules
from tests.matching.solver.brute import Document, counted
from tests.matching.solver.cases import conflict_case, couples_case, coupling_of
from tests.matching.solver.staged import staged

SIZES = [(12, 10), (15, 8), (18, 6), (20, 12), (24, 10), (30, 15)]


def compare(document: Document) -> None:
    answer = solve_couples(document)
    check_rules(document, answer)
    assert counted(document, coupling_of(answer))._asdict() == staged(document)._asdict()


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize(("new", "old"), SIZES)
def test_nothing_beats_it_with_conflicts_in_groups(new: int, old: int, part: int) -> None:
    for number in range(3):
        compare(conflict_case(random.Random(1000 * part + number), new, old))


@pytest.mark.parametrize(("new", "old"), SIZES)
def test_nothing_beats_it_with_coarse_scores(new: int, old: int) -> None:
    for number in range(8):
        compare(couples_case(random.Random(number), new, old))
