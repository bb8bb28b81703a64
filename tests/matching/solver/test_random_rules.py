"""No hard rule is ever broken: ten thousand random meetings of two to nine a side, small ones more often."""

import random

import pytest

from matching.solver import solve_couples
from tests.matching.solver.answers import check_rules
from tests.matching.solver.cases import conflict_case, couples_case

PARTS = 10
CASES = 10_000


@pytest.mark.parametrize("part", range(PARTS))
def test_no_hard_rule_is_broken(part: int) -> None:
    for number in range(part, CASES, PARTS):
        chance = random.Random(-1 - number)
        build = chance.choice([couples_case, conflict_case])
        new, old = (chance.randint(2, chance.randint(2, 9)) for _side in ("new", "old"))
        document = build(chance, new, old)
        check_rules(document, solve_couples(document))
