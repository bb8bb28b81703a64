"""What ``plan_rounds`` refuses, one by one."""

from typing import Any

import pytest

from matching.solver import Refused, plan_rounds
from tests.matching.solver.brute import Document
from tests.matching.solver.round_cases import plain


def good(**more: Any) -> Document:
    return plain(3, 3, 4) | more


def refused(document: Document, *people: str) -> None:
    """It is refused, in words, with at least these people."""
    with pytest.raises(Refused) as caught:
        plan_rounds(document)
    assert caught.value.message.strip()
    assert set(people) <= set(caught.value.people)


def table(**more: Any) -> Document:
    return {"table": 1, "old": ["o0"], "new": ["n0"]} | more


@pytest.mark.parametrize("key", ["seed", "new", "old", "tables", "rounds"])
def test_a_key_that_must_be_there(key: str) -> None:
    document = good()
    del document[key]
    refused(document)


@pytest.mark.parametrize("key", ["tables", "rounds"])
@pytest.mark.parametrize("value", [-1, True, 1.5, 2.0, "3", None, [3], float("nan")], ids=repr)
def test_a_number_that_is_none(key: str, value: Any) -> None:
    refused(good(**{key: value}))


@pytest.mark.parametrize("key", ["from_round", "until_round"])
@pytest.mark.parametrize("value", [{"n9": 2}, {"n1": "2"}, {"n1": None}, {"n1": True}, {"n1": 1.5}, [["n1", 2]], 3])
def test_rounds_of_people_that_are_none(key: str, value: Any) -> None:
    refused(good(**{key: value}))


@pytest.mark.parametrize("key", ["from_round", "until_round"])
def test_rounds_of_somebody_unknown_name_them(key: str) -> None:
    refused(good(**{key: {"n9": 2}}), "n9")


@pytest.mark.parametrize(
    "more",
    [
        {"vetoes": [["n1", "o9"]]},
        {"vetoes": [["o1", "n1"]]},
        {"vetoes": [["n1"]]},
        {"apart": [["n1", "n9"]]},
        {"apart": [["n1", "o1"]]},
        {"vetoes": {}},
        {"apart": "n1"},
        {"new": [{"id": "n1"}, {"id": "n1"}]},
        {"old": [{"id": "n1"}]},
        {"old": [{"id": "o1", "women_only": True}]},
        {"old": [{"id": "o1", "women_only": True, "woman": False}]},
        {"old": [{"id": 3}]},
        {"new": None},
        {"seed": None},
    ],
    ids=str,
)
def test_people_and_pairs_as_for_couples(more: Document) -> None:
    refused(good(**more))


@pytest.mark.parametrize(
    "played",
    [
        {},
        "1",
        [table()],
        [[[]]],
        [["o0"]],
        [[{"old": ["o0"], "new": ["n0"]}]],
        [[table(table="1")]],
        [[table(table=True)]],
        [[table(old="o0")]],
        [[table(new=[1])]],
        [[table(new=None)]],
    ],
    ids=str,
)
def test_played_rounds_that_are_none(played: Any) -> None:
    refused(good(played=played))


def test_played_rounds_may_name_people_who_went_home() -> None:
    answer = plan_rounds(good(played=[[table(new=["gone"]), table(table=2, old=["went"], new=["n1"])]]))
    assert answer["first_round"] == 2


def test_the_good_one_is_good() -> None:
    assert plan_rounds(good())["distinct_meetings"] == 9
