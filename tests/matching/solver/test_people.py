"""What a pair gets per criterion, and which pairs and couples the women rule allows."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matching.solver import New, Old, admissible, group_admissible, points

ROOT = Path(__file__).resolve().parents[3]


def pair(new: dict[str, Any], old: dict[str, Any]) -> tuple[New, Old]:
    return New(id="n", **new), Old(id="o", **old)


@pytest.mark.parametrize(
    ("criterion", "new", "old", "expected"),
    [
        ("language", {"languages": {"ar", "fr"}}, {"languages": {"fr", "de"}}, 300),
        ("language", {"languages": {"ar"}}, {"languages": {"fr"}}, 0),
        ("language", {"languages": set()}, {"languages": set()}, 0),
        ("postcode", {"postcode": "1069"}, {"postcode": "1069"}, 200),
        ("postcode", {"postcode": "1069"}, {"postcode": "1068"}, 100),
        ("postcode", {"postcode": "1069"}, {"postcode": "1055"}, 0),
        ("postcode", {"postcode": None}, {"postcode": "1069"}, 0),
        ("postcode", {"postcode": "1069"}, {"postcode": None}, 0),
        ("postcode", {"postcode": None}, {"postcode": None}, 0),
        ("dayparts", {"dayparts": {"sat-1"}}, {"dayparts": {"sat-1", "sun-1"}}, 100),
        ("dayparts", {"dayparts": {"sat-1", "sun-1"}}, {"dayparts": {"sat-1", "sun-1"}}, 200),
        ("dayparts", {"dayparts": {"a", "b", "c"}}, {"dayparts": {"a", "b", "c"}}, 200),
        ("dayparts", {"dayparts": {"sat-1"}}, {"dayparts": {"sat-2"}}, 0),
        ("interests", {"interests": {"koken"}}, {"interests": {"koken"}}, 100),
        ("interests", {"interests": {"koken", "tuin"}}, {"interests": {"koken", "tuin"}}, 200),
        ("interests", {"interests": {"a", "b", "c"}}, {"interests": {"a", "b", "c"}}, 200),
        ("interests", {"interests": set()}, {"interests": {"koken"}}, 0),
        ("age", {"birth_year": 1980}, {"birth_year": 1980}, 50),
        ("age", {"birth_year": 1980}, {"birth_year": 1960}, 25),
        ("age", {"birth_year": 1960}, {"birth_year": 1980}, 25),
        ("age", {"birth_year": 1988}, {"birth_year": 1955}, 8),
        ("age", {"birth_year": 1980}, {"birth_year": 1979}, 48),
        ("age", {"birth_year": 1990}, {"birth_year": 1950}, 0),
        ("age", {"birth_year": 2000}, {"birth_year": 1930}, 0),
        ("age", {"birth_year": None}, {"birth_year": 1980}, 0),
        ("age", {"birth_year": None}, {"birth_year": None}, 0),
        ("children", {"children": True}, {"children": True}, 50),
        ("children", {"children": False}, {"children": False}, 50),
        ("children", {"children": True}, {"children": False}, 0),
        ("children", {"children": None}, {"children": None}, 0),
        ("children", {"children": None}, {"children": False}, 0),
    ],
)
def test_points_per_criterion(criterion: str, new: dict[str, Any], old: dict[str, Any], expected: int) -> None:
    sets = {"languages", "dayparts", "interests"}
    frozen = [{key: frozenset(value) if key in sets else value for key, value in side.items()} for side in (new, old)]
    found = points(*pair(*frozen))
    assert getattr(found, criterion) == expected
    assert sum(found) == expected


def test_the_example_of_the_design() -> None:
    """n1 and o1 of the worked example: three digits of the postcode, one daypart, 33 years apart."""
    new = {"languages": frozenset({"ar"}), "dayparts": frozenset({"sat-1"}), "interests": frozenset({"koken"})}
    old = {"dayparts": frozenset({"sat-1"})}
    new |= {"postcode": "1069", "birth_year": 1988, "children": True}
    old |= {"postcode": "1068", "birth_year": 1955, "children": False}
    found = points(*pair(new, old))
    assert found._asdict() == {
        "language": 0,
        "postcode": 100,
        "dayparts": 100,
        "interests": 0,
        "age": 8,
        "children": 0,
    }
    assert sum(found) == 208


WOMAN = {"woman": True}
WISH = {"woman": True, "women_only": True}
MAN = {"woman": False}
UNKNOWN = {"woman": None}


@pytest.mark.parametrize(
    ("people", "allowed"),
    [
        ((WISH, WOMAN), True),
        ((WISH, WISH), True),
        ((WISH, MAN), False),
        ((WISH, UNKNOWN), False),
        ((WOMAN, MAN), True),
        ((UNKNOWN, MAN), True),
        ((WOMAN, WOMAN, WISH), True),
        ((WOMAN, MAN, WISH), False),
        ((WOMAN, UNKNOWN, WISH), False),
        ((WOMAN, WOMAN, WOMAN, MAN), True),
    ],
)
def test_the_women_rule_covers_the_whole_couple(people: tuple[dict[str, Any], ...], allowed: bool) -> None:
    everybody = [New(id=str(number), **facts) for number, facts in enumerate(people)]
    assert group_admissible(everybody) is allowed
    assert group_admissible(reversed(everybody)) is allowed


@pytest.mark.parametrize(
    ("one", "other", "allowed"),
    [(WISH, WOMAN, True), (WISH, MAN, False), (WISH, UNKNOWN, False), (WOMAN, MAN, True), (UNKNOWN, UNKNOWN, True)],
)
def test_the_women_rule_of_a_pair_holds_both_ways(one: dict[str, Any], other: dict[str, Any], allowed: bool) -> None:
    assert admissible(*pair(one, other)) is allowed
    assert admissible(*pair(other, one)) is allowed


def test_the_core_runs_without_django() -> None:
    script = (
        "import sys; from matching.solver import New, Old, assign;"
        "found = assign([New('n1')], [Old('o1')]);"
        "print(len(found.groups), any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], env={"PATH": ""}, cwd=ROOT, capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.stderr) == ("1 False", "")
