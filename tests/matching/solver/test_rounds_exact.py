"""For a handful of people no plan is better, as trying every plan shows: fewer twice running without a seat, or more
meetings with as few; and three at a table only where two would make somebody sit out twice running."""

from functools import cache

import pytest

from matching.solver import plan_rounds
from tests.matching.solver.brute import Document
from tests.matching.solver.checker import Hall, Plan, most_pairs
from tests.matching.solver.exact_rounds import best_plan, small_enough
from tests.matching.solver.round_cases import plain, seeded_rounds

SIZES = [(2, 2), (3, 2), (2, 3), (3, 3), (4, 2), (2, 4), (4, 3), (3, 4), (5, 2), (2, 5), (4, 1)]
PARTS = 4


def tiny(number: int) -> Document:
    """Few people and at most four rounds."""
    document = seeded_rounds(50_000 + number, SIZES)
    rounds = document["rounds"] = min(document["rounds"], 4)
    document["played"] = document.get("played", [])[: rounds - 1]
    for key in ("from_round", "until_round"):
        document[key] = {one: min(number, rounds) for one, number in document[key].items()}
    return document


@cache
def planned(number: int) -> tuple[Document, Document]:
    """A tiny afternoon and its plan, made once for all that is held against it."""
    document = tiny(number)
    return document, plan_rounds(document)


def kind(document: Document) -> str:
    hall = Hall(document)
    if document["tables"] < sum(bool(hall.rounds_there(one)) for one in hall.sides[hall.stay]):
        return "few-tables"
    return "coming-and-going" if document["from_round"] or document["until_round"] else "a-table-for-all"


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("wanted", ["a-table-for-all", "coming-and-going", "few-tables"])
def test_no_plan_is_better(wanted: str, part: int) -> None:
    tried = 0
    for number in range(part, 600, PARTS):
        document, answer = planned(number)
        if kind(document) == wanted and small_enough(document, answer["per_table"], 50_000):
            found = len(Plan(document, answer).twice_running()), answer["distinct_meetings"]
            assert found == best_plan(document, answer["per_table"]), document
            tried += 1
    assert tried > 5


@pytest.mark.parametrize("part", range(PARTS))
def test_three_at_a_table_only_where_two_make_somebody_sit_out_twice(part: int) -> None:
    for number in range(part, 600, PARTS):
        document, answer = planned(number)
        if answer["per_table"] == 3 and small_enough(document, 2):
            assert best_plan(document, 2)[0] > 0, document


@pytest.mark.parametrize("part", range(PARTS))
def test_three_at_a_table_where_that_keeps_somebody_from_sitting_out_twice(part: int) -> None:
    for number in range(part, 600, PARTS):
        document, answer = planned(number)
        three = Hall(document).movers_a_table()[0] >= 3
        if three and answer["per_table"] == 2 and small_enough(document, 3, 50_000):
            assert best_plan(document, 2)[0] <= best_plan(document, 3)[0], document


class TestTheOracle:
    """The oracle and the bound in cases that can be worked out by hand."""

    def test_everybody_meets_everybody(self) -> None:
        assert best_plan(plain(3, 3, 3), 1) == (0, 9)
        assert best_plan(plain(3, 3, 2), 1) == (0, 6)
        assert best_plan(plain(4, 2, 2), 2) == (0, 8)

    def test_one_table_for_five_and_two_places(self) -> None:
        assert best_plan(plain(5, 1, 2), 2) == (1, 4)
        assert best_plan(plain(5, 1, 2), 3) == (0, 5)

    def test_a_round_that_was_played_counts(self) -> None:
        document = plain(2, 1, 2) | {"played": [[{"table": 1, "old": ["o0"], "new": ["n0"]}]]}
        assert best_plan(document, 1) == (0, 1)
        assert best_plan(plain(2, 1, 2), 1) == (0, 2)

    def test_the_bound_is_a_flow(self) -> None:
        assert most_pairs({"a": 1, "b": 1}, {"x": 1}, {"a": ["x"], "b": ["x"]}) == 1
        assert most_pairs({"a": 2, "b": 1}, {"x": 1, "y": 1}, {"a": ["x", "y"], "b": ["x"]}) == 2
        assert most_pairs({"a": 1, "b": 1, "c": 1}, {"x": 1, "y": 2}, {"a": ["x", "y"], "b": ["x"], "c": ["y"]}) == 3
        assert Hall(plain(12, 10, 8)).bound(2) == 96
        assert Hall(plain(30, 8, 8)).bound(2) == 128
        assert Hall(plain(20, 20, 8)).bound(1) == 160

    def test_no_plan_has_more_meetings_than_the_bound(self) -> None:
        for number in range(200):
            document = tiny(number)
            if small_enough(document, 2, 20_000):
                assert best_plan(document, 2)[1] <= Hall(document).bound(2)
