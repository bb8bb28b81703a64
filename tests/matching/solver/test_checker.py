"""The checker of rounds sees what is wrong: a good plan spoilt in one way has exactly that fault."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.matching.solver.better_plans import could_be_added, needless_repeats, unfair
from tests.matching.solver.brute import Document
from tests.matching.solver.checker import Plan
from tests.matching.solver.round_cases import plain


def seat(number: int, old: str, *new: str) -> dict[str, Any]:
    return {"table": number, "old": [old], "new": list(new)}


GOOD: Document = {
    "rounds": [
        [seat(1, "o0", "n0"), seat(2, "o1", "n1"), seat(3, "o2", "n2")],
        [seat(1, "o0", "n1"), seat(2, "o1", "n2"), seat(3, "o2", "n0")],
    ],
    "first_round": 1,
    "sitting_out": [[], []],
    "per_table": 1,
    "distinct_meetings": 6,
    "upper_bound": 6,
    "warnings": [],
}


def spoil(document: Document, change: Callable[[Document], Any]) -> list[str]:
    answer = deepcopy(GOOD)
    change(answer)
    return Plan(document, answer).faults()


def test_a_good_plan_has_no_fault() -> None:
    document = plain(3, 3, 2)
    assert Plan(document, GOOD).faults() == []
    assert list(could_be_added(document, GOOD)) == list(unfair(document, GOOD)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda answer: answer["rounds"][1][0].update(new=["n0"]), "in two places"),
        (lambda answer: answer["rounds"][1].reverse() or answer["rounds"][1][0].update(table=1), "wrong tables"),
        (lambda answer: answer["rounds"][0][0].update(table=4), "wrong tables"),
        (lambda answer: answer["rounds"].__setitem__(1, answer["rounds"][0]), "meets 2 times"),
        (lambda answer: answer["rounds"][0][0].update(new=[]), "wrong number of people"),
        (lambda answer: answer["rounds"][0][0].update(new=["n9"]), "unknown"),
        (lambda answer: answer.update(distinct_meetings=5), "distinct_meetings"),
        (lambda answer: answer.update(upper_bound=7), "upper_bound"),
        (lambda answer: answer.update(first_round=2), "first_round"),
        (lambda answer: answer.update(sitting_out=[["n0"], []]), "sitting out"),
        (lambda answer: answer.update(warnings=[{"round": 2, "id": "n0", "text": "x"}]), "warned"),
        (lambda answer: answer["rounds"].pop() and answer["sitting_out"].pop(), "ends before round 2"),
        (lambda answer: answer["rounds"].append([]) or answer["sitting_out"].append([]), "more rounds"),
        (lambda answer: [each.update(table=4 - each["table"]) for each in answer["rounds"][1]], "is at tables"),
    ],
)
def test_a_spoilt_plan_is_seen(change: Callable[[Document], Any], fault: str) -> None:
    assert any(fault in found for found in [*spoil(plain(3, 3, 2), change)])


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"vetoes": [["n0", "o0"]]}, "vetoed"),
        ({"from_round": {"n0": 2}}, "not there"),
        ({"until_round": {"o1": 1}}, "not there"),
        ({"tables": 2}, "wrong tables"),
        ({"played": [[seat(1, "o0", "n1")]], "rounds": 3}, "met before"),
        ({"new": [{"id": "n0", "woman": True, "women_only": True}, {"id": "n1"}, {"id": "n2"}]}, "may not share"),
    ],
)
def test_a_broken_rule_is_seen(more: Document, fault: str) -> None:
    assert any(fault in found for found in Plan(plain(3, 3, 2) | more, GOOD).faults())


def test_two_who_are_kept_apart_are_seen_at_one_table() -> None:
    answer = GOOD | {"rounds": [[seat(1, "o0", "n0", "n1")]], "per_table": 2}
    assert any("may not share" in fault for fault in Plan(plain(2, 1, 1) | {"apart": [["n1", "n0"]]}, answer).faults())


def test_what_could_be_better_is_seen() -> None:
    document = plain(3, 1, 3)
    answer = {**GOOD, "rounds": [[seat(1, "o0", "n0")], [], []]}
    assert list(could_be_added(document, {**answer, "rounds": [[seat(1, "o0", "n0")], [seat(1, "o0", "n1")], []]}))
    four = plain(3, 4, 2, tables=1)
    rounds = [[{"table": 1, "old": ["o0"], "new": ["n0"]}], [{"table": 1, "old": ["o1"], "new": ["n0"]}]]
    assert Plan(four, {**answer, "rounds": rounds}).hall.stay == "new"
    assert list(unfair(four | {"new": four["new"][:2]}, {**answer, "rounds": rounds}))


def test_two_who_share_a_table_again_are_seen() -> None:
    document = plain(4, 2, 2)
    rounds = [
        [seat(1, "o0", "n0", "n1"), seat(2, "o1", "n2", "n3")],
        [seat(1, "o0", "n2", "n3"), seat(2, "o1", "n0", "n1")],
    ]
    assert not list(needless_repeats(document, {**GOOD, "per_table": 2, "rounds": rounds}))
    late = plain(5, 3, 2) | {"from_round": {"n4": 2}}
    rounds = [
        [seat(1, "o0", "n0", "n1"), seat(2, "o1", "n2"), seat(3, "o2", "n3")],
        [seat(1, "o0", "n2"), seat(2, "o1", "n0", "n1"), seat(3, "o2", "n4")],
    ]
    assert list(needless_repeats(late, {**GOOD, "per_table": 2, "rounds": rounds}))
