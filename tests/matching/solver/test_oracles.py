"""The oracles themselves: they agree with each other and with cases worked out by hand."""

import random
from typing import Any

import pytest

from tests.matching.solver.brute import Impossible, best, broken_rules, counted, one_by_one
from tests.matching.solver.cases import LARGE, SIZES, restricted, seeded, shuffled
from tests.matching.solver.staged import staged

EXAMPLE: dict[str, Any] = {
    "seed": "2027-03-12",
    "new": [
        {
            "id": "n1",
            "woman": True,
            "women_only": True,
            "languages": ["ar"],
            "dayparts": ["sat-1"],
            "interests": ["koken"],
            "postcode": "1069",
            "birth_year": 1988,
            "children": True,
        }
    ],
    "old": [
        {
            "id": "o1",
            "woman": True,
            "dayparts": ["sat-1"],
            "postcode": "1068",
            "birth_year": 1955,
            "children": False,
            "max_new": 2,
        }
    ],
    "choices": [["n1", "o1", "yes"], ["o1", "n1", "maybe"]],
}


def test_the_example_of_the_design() -> None:
    levels, couplings = best(EXAMPLE)
    assert couplings == [frozenset({("n1", "o1")})]
    assert levels.stated == {
        "chosen_couples": 0,
        "new_left_out": 0,
        "old_left_out": 0,
        "with_three_new": 0,
        "mutual_pairs": 0,
        "choice_points": 3,
        "score": 208,
    }
    assert levels.draw == 0xF730  # printf "2027-03-12|n1|o1" | sha256sum


def test_trying_every_old_and_trying_every_new_give_the_same() -> None:
    tried = 0
    for number in range(2000):
        document = seeded(number)
        if (len(document["old"]) + 1) ** len(document["new"]) <= 256:
            levels, couplings = best(document, most=1000)
            others = one_by_one(document)
            assert (levels, set(couplings)) == (others[0], set(others[1]))
            tried += 1
    assert tried > 1000


@pytest.mark.parametrize("sizes", [SIZES, LARGE], ids=["small", "large"])
def test_brute_force_and_integer_programming_give_the_same(sizes: list[tuple[int, int]]) -> None:
    for number in range(60):
        document = seeded(number, sizes)
        levels, _couplings = best(document)
        assert levels == staged(document)


def test_the_best_is_counted_and_breaks_nothing_in_whatever_order() -> None:
    for number in range(100):
        document = seeded(number)
        levels, couplings = best(document)
        assert all(counted(document, coupling) == levels for coupling in couplings)
        assert not any(broken_rules(document, coupling) for coupling in couplings)
        assert best(shuffled(random.Random(number), document))[0] == levels


def test_locks_that_cannot_stand_are_impossible() -> None:
    document = {"seed": "1", "new": [{"id": "n1"}, {"id": "n2"}], "old": [{"id": "o1"}]}
    with pytest.raises(Impossible):
        best(document | {"locks": [["n1", "o1"], ["n2", "o1"]]})
    with pytest.raises(Impossible):
        one_by_one(document | {"locks": [["n1", "o1"], ["n2", "o1"]]})


def test_a_restricted_document_knows_only_those_people() -> None:
    document = EXAMPLE | {"locks": [["n1", "o1"]], "keep": [{"old": "o1", "new": ["n1"]}]}
    small = restricted(document, ["n1"])
    assert (small["old"], small["locks"], small["choices"], small["keep"]) == ([], [], [], [])
    assert restricted(document, ["n1", "o1"])["keep"] == [("n1", "o1")]
