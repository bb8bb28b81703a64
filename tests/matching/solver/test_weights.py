"""What a pair gets per criterion: every part, halves, rounding down, unknowns, and the weights a project may set."""

from typing import Any

import pytest

from matching.solver import solve_couples

CRITERIA = ("language", "postcode", "dayparts", "interests", "age", "children")


def points(new: dict[str, Any], old: dict[str, Any], weights: dict[str, int] | None = None) -> dict[str, int]:
    """The points of the one pair there is, after a look at the score of the whole."""
    document: dict[str, Any] = {"seed": "1", "new": [{"id": "n1"} | new], "old": [{"id": "o1"} | old]}
    if weights is not None:
        document["weights"] = weights
    answer = solve_couples(document)
    (couple,) = answer["couples"]
    found: dict[str, int] = couple["points"]["n1"]
    assert tuple(found) == CRITERIA
    assert all(type(value) is int for value in found.values())
    assert answer["levels"]["score"] == sum(found.values())
    return found


def both(name: str, one: Any, other: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return {name: one}, {name: other}


@pytest.mark.parametrize(
    ("criterion", "trait", "new", "old", "expected"),
    [
        ("language", "languages", ["ar", "fr"], ["fr", "de"], 300),
        ("language", "languages", ["ar", "fr"], ["fr", "ar"], 300),
        ("language", "languages", ["ar"], ["fr"], 0),
        ("language", "languages", [], [], 0),
        ("postcode", "postcode", "1069", "1069", 200),
        ("postcode", "postcode", "1069", "1068", 100),
        ("postcode", "postcode", "1069", "1059", 0),
        ("postcode", "postcode", "1069", "2069", 0),
        ("postcode", "postcode", None, "1069", 0),
        ("postcode", "postcode", "1069", None, 0),
        ("postcode", "postcode", None, None, 0),
        ("dayparts", "dayparts", ["sat-1"], ["sat-1", "sun-1"], 100),
        ("dayparts", "dayparts", ["sun-1", "sat-1"], ["sat-1", "sun-1"], 200),
        ("dayparts", "dayparts", ["mon-1", "mon-2", "mon-3"], ["mon-1", "mon-2", "mon-3"], 200),
        ("dayparts", "dayparts", ["sat-1"], ["sat-2"], 0),
        ("dayparts", "dayparts", [], [], 0),
        ("interests", "interests", ["koken"], ["tuin", "koken"], 100),
        ("interests", "interests", ["koken", "tuin"], ["tuin", "koken"], 200),
        ("interests", "interests", ["a", "b", "c", "d"], ["a", "b", "c", "d"], 200),
        ("interests", "interests", [], ["koken"], 0),
        ("age", "birth_year", 1980, 1980, 50),
        ("age", "birth_year", 1980, 1979, 48),
        ("age", "birth_year", 1979, 1980, 48),
        ("age", "birth_year", 1980, 1960, 25),
        ("age", "birth_year", 1988, 1955, 8),
        ("age", "birth_year", 1989, 1950, 1),
        ("age", "birth_year", 1990, 1950, 0),
        ("age", "birth_year", 2005, 1930, 0),
        ("age", "birth_year", None, 1980, 0),
        ("age", "birth_year", 1980, None, 0),
        ("age", "birth_year", None, None, 0),
        ("children", "children", True, True, 50),
        ("children", "children", False, False, 50),
        ("children", "children", True, False, 0),
        ("children", "children", False, None, 0),
        ("children", "children", None, True, 0),
        ("children", "children", None, None, 0),
    ],
)
def test_points_per_criterion(criterion: str, trait: str, new: Any, old: Any, expected: int) -> None:
    found = points(*both(trait, new, old))
    assert found == dict.fromkeys(CRITERIA, 0) | {criterion: expected}


@pytest.mark.parametrize(
    "trait", ["languages", "dayparts", "interests", "postcode", "birth_year", "children"], ids=lambda name: name
)
def test_a_trait_that_is_not_there_is_unknown(trait: str) -> None:
    known = {
        "languages": ["ar"],
        "dayparts": ["sat-1"],
        "interests": ["koken"],
        "postcode": "1069",
        "birth_year": 1980,
        "children": False,
    }
    assert sum(points({trait: known[trait]}, {}).values()) == 0
    assert sum(points({}, {trait: known[trait]}).values()) == 0
    assert sum(points({}, {}).values()) == 0


@pytest.mark.parametrize(
    ("criterion", "trait", "new", "old", "weight", "expected"),
    [
        ("postcode", "postcode", "1069", "1068", 201, 100),
        ("postcode", "postcode", "1069", "1068", 1, 0),
        ("postcode", "postcode", "1069", "1069", 1, 1),
        ("dayparts", "dayparts", ["sat-1"], ["sat-1"], 999, 499),
        ("dayparts", "dayparts", ["sat-1", "sat-2"], ["sat-1", "sat-2"], 999, 999),
        ("interests", "interests", ["koken"], ["koken"], 3, 1),
        ("age", "birth_year", 1980, 1979, 1000, 975),
        ("age", "birth_year", 1980, 1979, 1, 0),
        ("age", "birth_year", 1980, 1980, 1, 1),
        ("age", "birth_year", 1980, 1947, 1000, 175),
        ("age", "birth_year", 1980, 1967, 777, 524),
        ("children", "children", True, True, 1000, 1000),
        ("language", "languages", ["ar"], ["ar"], 1000, 1000),
    ],
)
@pytest.mark.parametrize("alone", [True, False], ids=["one-weight", "all-weights"])
def test_each_criterion_is_rounded_down(
    criterion: str, trait: str, new: Any, old: Any, weight: int, expected: int, alone: bool
) -> None:
    weights = {criterion: weight} if alone else dict.fromkeys(CRITERIA, 0) | {criterion: weight}
    assert points(*both(trait, new, old), weights)[criterion] == expected


EVERYTHING = {
    "languages": ["ar"],
    "dayparts": ["sat-1", "sun-2"],
    "interests": ["koken", "tuin"],
    "postcode": "1069",
    "birth_year": 1980,
    "children": False,
}


@pytest.mark.parametrize(("weight", "total"), [(0, 0), (1, 6), (1000, 6000)])
def test_the_weights_a_project_may_set(weight: int, total: int) -> None:
    found = points(EVERYTHING, EVERYTHING, dict.fromkeys(CRITERIA, weight))
    assert sum(found.values()) == total
    assert set(found.values()) == {weight}


def test_the_weights_nobody_set() -> None:
    assert points(EVERYTHING, EVERYTHING) == {
        "language": 300,
        "postcode": 200,
        "dayparts": 200,
        "interests": 200,
        "age": 50,
        "children": 50,
    }
    assert points(EVERYTHING, EVERYTHING, {}) == points(EVERYTHING, EVERYTHING)
    assert points(EVERYTHING, EVERYTHING, {"age": 7}) == points(EVERYTHING, EVERYTHING) | {"age": 7}


def test_the_same_thing_twice_counts_once() -> None:
    assert points({"interests": ["koken", "koken"]}, {"interests": ["koken", "koken"]})["interests"] == 100


def test_the_example_of_the_design() -> None:
    new: dict[str, Any] = {"languages": ["ar"], "dayparts": ["sat-1"], "interests": ["koken"], "postcode": "1069"}
    old: dict[str, Any] = {"languages": [], "dayparts": ["sat-1"], "interests": [], "postcode": "1068"}
    new |= {"birth_year": 1988, "children": True, "woman": True, "women_only": True}
    old |= {"birth_year": 1955, "children": False, "woman": True, "women_only": False, "max_new": 2}
    expected = {"language": 0, "postcode": 100, "dayparts": 100, "interests": 0, "age": 8, "children": 0}
    assert points(new, old) == expected


def test_a_group_adds_up_its_pairs() -> None:
    document = {
        "seed": "1",
        "new": [{"id": "n1", "languages": ["ar"]}, {"id": "n2", "children": True}, {"id": "n3"}],
        "old": [{"id": "o1", "languages": ["ar"], "children": True, "max_new": 3}],
    }
    answer = solve_couples(document)
    (couple,) = answer["couples"]
    assert {new: sum(found.values()) for new, found in couple["points"].items()} == {"n1": 300, "n2": 50, "n3": 0}
    assert answer["levels"]["score"] == 350
