"""What is done for thousands of people, tried on tens: it gives the answer that the plain way gives."""

import random
from typing import Any

import pytest

from matching.solver import assignment, knots, solve_couples
from tests.matching.solver.cases import couples_case

SIZE = 40


@pytest.mark.parametrize("number", range(12))
def test_likely_seats_and_the_largest_knot_change_nothing(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    document = couples_case(random.Random(number), SIZE, SIZE - number % 3)
    plain = solve_couples(document)
    monkeypatch.setattr(assignment, "LARGE", 10)
    monkeypatch.setattr(knots, "MANY", 1)
    assert solve_couples(document) == plain


def test_the_large_way_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the test above would say nothing."""
    sizes: list[int] = []
    large, around = assignment.solve_large, knots._around
    monkeypatch.setattr(assignment, "LARGE", 10)
    monkeypatch.setattr(knots, "MANY", 1)
    monkeypatch.setattr(assignment, "solve_large", lambda *given: (sizes.append(len(given[0])), large(*given))[1])
    monkeypatch.setattr(knots, "_around", lambda *given: (sizes.append(0), around(*given))[1])
    for number in range(12):
        solve_couples(couples_case(random.Random(number), SIZE, SIZE - number % 3))
    assert {0} < set(sizes)


def many_keys(chance: random.Random, side: str) -> list[dict[str, Any]]:
    """People who share keys of far more kinds than one word of bits holds."""
    return [
        {
            "id": f"{side}{number}",
            "interests": chance.sample([str(key) for key in range(150)], 60),
            "languages": chance.sample([str(key) for key in range(70)], 8),
            "dayparts": [str(key) for key in range(number, 300, 6)],
        }
        for number in range(6)
    ]


def test_more_kinds_of_things_than_a_word_of_bits_holds() -> None:
    chance = random.Random(1)
    document: dict[str, Any] = {"seed": "1", "new": many_keys(chance, "n"), "old": many_keys(chance, "o")}
    people = {one["id"]: one for one in document["new"] + document["old"]}
    for couple in solve_couples(document)["couples"]:
        for new, points in couple["points"].items():
            shared = {
                name: len(set(people[new][name]) & set(people[couple["old"]][name]))
                for name in ("interests", "languages", "dayparts")
            }
            assert points["interests"] == 100 * min(2, shared["interests"])
            assert points["dayparts"] == 100 * min(2, shared["dayparts"])
            assert points["language"] == 300 * min(1, shared["languages"])
