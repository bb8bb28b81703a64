"""Plans of rounds: every rule kept, nearly as many meetings as can be, fair, and over when nobody new is left."""

import os
import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings

from matching.solver import plan_rounds
from tests.matching.solver.better_plans import could_be_added, needless_repeats, unfair
from tests.matching.solver.brute import Document
from tests.matching.solver.cases import QUICK, person, shuffled
from tests.matching.solver.checker import Hall, Plan
from tests.matching.solver.round_cases import plain, rounds_case, rounds_cases, seeded_rounds

PARTS = 6
CASES = int(os.environ.get("MIXEN_CASES", "180"))
"""How many random afternoons; more of them with MIXEN_CASES."""
SIZES = [(20, 20), (12, 10), (10, 12), (30, 8), (8, 30), (3, 15), (15, 3), (40, 40)]


@cache
def planned(number: int) -> tuple[Document, Document]:
    """A random afternoon and its plan, made once for all that is held against it."""
    document = seeded_rounds(number)
    return document, plan_rounds(document)


def checked(document: Document, answer: Document | None = None) -> Plan:
    """The plan, after a look at every rule."""
    plan = Plan(document, answer or plan_rounds(document))
    assert plan.faults() == []
    check_seats_a_table(plan)
    return plan


def check_seats_a_table(plan: Plan) -> None:
    """One or two who move at each table as they are many, three only where there would be three."""
    if plan.rounds:
        least, most = plan.hall.movers_a_table()
        assert min(2, least) <= plan.per_table <= min(3, most)


def meets(plan: Plan) -> tuple[int, int]:
    return plan.plan["distinct_meetings"], plan.plan["upper_bound"]


class TestRules:
    @pytest.mark.parametrize("part", range(PARTS))
    def test_every_rule_is_kept(self, part: int) -> None:
        for number in range(part, CASES, PARTS):
            checked(*planned(number))

    @settings(QUICK, max_examples=100)
    @given(rounds_cases())
    def test_every_rule_is_kept_in_what_hypothesis_thinks_of(self, document: Document) -> None:
        checked(document)

    @pytest.mark.parametrize("number", range(6))
    def test_every_rule_is_kept_in_a_whole_hall(self, number: int) -> None:
        chance = random.Random(number)
        checked(rounds_case(chance, chance.randint(15, 30), chance.randint(15, 30)))

    def test_women_only_covers_everybody_at_the_table(self) -> None:
        """n1 goes out only with women: she shares a table with n2 and with o1, never with a man."""
        document = plain(6, 3, 3)
        for one in document["new"]:
            one["woman"] = one["id"] in {"n1", "n2"}
        document["new"][1]["women_only"] = True
        document["old"][0]["woman"] = True
        plan = checked(document)
        tables = [table["new"] for tables in plan.rounds.values() for table in tables if "n1" in table["new"]]
        shared = {one for people in tables for one in people}
        assert shared <= {"n1", "n2"}
        assert ("n1", "o0") in plan.planned

    def test_choices_max_new_and_weights_do_not_bind_tables(self) -> None:
        document = plain(2, 1, 1)
        document["old"][0]["max_new"] = 1
        document["choices"] = [["n0", "o0", "no"]]
        assert meets(checked(document)) == (2, 2)


class TestMeetings:
    @pytest.mark.parametrize("rounds", [4, 6, 8])
    @pytest.mark.parametrize(("new", "old"), SIZES)
    def test_without_rules_nearly_everything_that_can_be(self, new: int, old: int, rounds: int) -> None:
        document = plain(new, old, rounds)
        plan = checked(document)
        found, bound = meets(plan)
        assert found >= 0.99 * bound
        if new == old:
            assert found == bound == new * rounds
        assert plan.plan["warnings"] == []
        assert list(unfair(document, plan.plan)) == []

    @pytest.mark.parametrize("number", range(5))
    @pytest.mark.parametrize(("new", "old"), SIZES)
    def test_with_women_only_apart_and_vetoes_nearly_everything_too(self, new: int, old: int, number: int) -> None:
        found, bound = meets(checked(with_rules(random.Random(number), plain(new, old, 8))))
        assert found >= 0.99 * bound

    def test_eight_rounds_with_twenty_a_side_are_perfect_whatever_the_seed(self) -> None:
        for seed in range(10):
            assert meets(checked(plain(20, 20, 8, seed=str(seed)))) == (160, 160)

    @pytest.mark.parametrize("number", range(8))
    def test_going_on_after_played_rounds_loses_nothing(self, number: int) -> None:
        """Three rounds of a plan are played, then the rest is planned again: still everybody meets somebody new."""
        document = plain(20, 20, 8, seed=str(number))
        document["played"] = plan_rounds(document)["rounds"][:3]
        assert meets(checked(document)) == (100, 100)

    @pytest.mark.parametrize("part", range(PARTS))
    def test_nobody_could_simply_be_added(self, part: int) -> None:
        for number in range(part, CASES, PARTS):
            assert list(could_be_added(*planned(number))) == []


def with_rules(chance: random.Random, document: Document) -> Document:
    """A few vetoes, a few who are kept apart, some women who go out only with women."""
    for side in ("new", "old"):
        document[side] = [
            {"id": one["id"], "woman": chance.random() < 0.6, "women_only": False} for one in document[side]
        ]
        for one in document[side]:
            one["women_only"] = one["woman"] and chance.random() < 0.2
    pairs = [[one["id"], other["id"]] for one in document["new"] for other in document["old"]]
    document["vetoes"] = chance.sample(pairs, len(pairs) // 30)
    document["apart"] = [chance.sample([one["id"] for one in document["new"]], 2) for _number in range(2)]
    return document


class TestSittingOut:
    @pytest.mark.parametrize("part", range(PARTS))
    def test_it_is_shared_evenly(self, part: int) -> None:
        """Never two more than another whose seat could be theirs without a meeting less."""
        for number in range(part, CASES, PARTS):
            assert list(unfair(*planned(number))) == []

    @pytest.mark.parametrize(("new", "old", "tables"), [(9, 4, 4), (30, 8, 8), (16, 4, 4), (7, 3, 3)])
    def test_nobody_sits_out_twice_running_with_up_to_four_for_each_table(
        self, new: int, old: int, tables: int
    ) -> None:
        plan = checked(plain(new, old, 5, tables))
        assert plan.per_table == 2
        assert plan.twice_running() == set()

    @pytest.mark.parametrize(("new", "old"), [(15, 3), (3, 15), (18, 3), (5, 1), (6, 1)])
    def test_three_at_a_table_where_two_would_make_somebody_sit_out_twice(self, new: int, old: int) -> None:
        plan = checked(plain(new, old, 4))
        assert plan.per_table == 3
        assert plan.twice_running() == set()

    def test_more_than_three_a_table_there_never_are(self) -> None:
        plan = checked(plain(20, 2, 4))
        assert plan.per_table == 3
        assert plan.plan["warnings"]

    def test_the_women_rule_may_leave_somebody_out_twice_and_says_whom(self) -> None:
        """Three women who go out only with women and one old woman: one at her table at a time is not needed."""
        document = plain(3, 3, 3)
        for one in document["new"]:
            one.update(woman=True, women_only=True)
        document["old"][0]["woman"] = True
        plan = checked(document)
        assert {warning["id"] for warning in plan.plan["warnings"]} <= {"n0", "n1", "n2"}
        assert meets(plan)[0] == 3


class TestComingAndGoing:
    def test_somebody_who_comes_late_meets_people_from_then_on(self) -> None:
        plan = checked(plain(6, 6, 6) | {"from_round": {"n2": 4}})
        assert sum("n2" in pair for pair in plan.planned) == 3
        assert meets(plan) == (33, 33)

    def test_somebody_who_leaves_early_meets_people_until_then(self) -> None:
        plan = checked(plain(6, 6, 6) | {"until_round": {"o2": 2}})
        assert sum("o2" in pair for pair in plan.planned) >= 2
        assert plan.per_table == 2

    def test_who_went_home_may_still_be_in_the_played_rounds(self) -> None:
        document = plain(3, 3, 4) | {"played": [[{"table": 1, "old": ["gone"], "new": ["n0"]}]]}
        plan = checked(document)
        assert plan.plan["first_round"] == 2

    def test_who_stays_is_decided_by_who_is_there_in_a_round_to_plan(self) -> None:
        document = plain(4, 5, 3) | {"until_round": {"o0": 1, "o1": 1}, "played": [[]]}
        plan = checked(document)
        assert plan.hall.stay == "old"
        assert all(len(table["old"]) == 1 for tables in plan.rounds.values() for table in tables)

    def test_the_old_stay_when_both_sides_are_equal(self) -> None:
        plan = checked(plain(5, 5, 5))
        places = {one: set() for one in plan.hall.sides["old"]}  # type: dict[str, set[int]]
        for tables in plan.rounds.values():
            for table in tables:
                places[table["old"][0]].add(table["table"])
        assert all(len(numbers) == 1 for numbers in places.values())


class TestEnd:
    @pytest.mark.parametrize(("new", "old", "rounds"), [(3, 3, 3), (2, 5, 5), (4, 4, 4), (1, 1, 1), (4, 8, 4)])
    def test_it_ends_when_everybody_has_met_everybody(self, new: int, old: int, rounds: int) -> None:
        plan = checked(plain(new, old, 12))
        assert meets(plan) == (new * old, new * old)
        assert len(plan.rounds) <= rounds + 1

    @pytest.mark.parametrize(("new", "old"), [(0, 0), (0, 3), (3, 0)])
    def test_with_nobody_on_a_side_there_is_nothing_to_plan(self, new: int, old: int) -> None:
        answer = plan_rounds(plain(new, old, 4, tables=3))
        assert answer["rounds"] == answer["sitting_out"] == answer["warnings"] == []
        assert (answer["distinct_meetings"], answer["upper_bound"], answer["first_round"]) == (0, 0, 1)

    def test_all_rounds_played_is_an_empty_plan(self) -> None:
        document = plain(2, 2, 1) | {"played": [[{"table": 1, "old": ["o0"], "new": ["n0"]}]]}
        answer = plan_rounds(document)
        assert (answer["rounds"], answer["first_round"], answer["upper_bound"]) == ([], 2, 0)

    def test_an_empty_round_between_is_kept_for_who_comes_later(self) -> None:
        document = plain(1, 2, 5) | {"from_round": {"o1": 4}}
        plan = checked(document)
        assert set(plan.planned) == {("n0", "o0"), ("n0", "o1")}


class TestSameAgain:
    def test_the_same_document_gives_the_same_plan(self) -> None:
        for number in range(60):
            assert plan_rounds(seeded_rounds(number)) == planned(number)[1]

    def test_the_document_is_left_as_it_was(self) -> None:
        for number in range(30):
            document = seeded_rounds(number)
            plan_rounds(document)
            assert document == seeded_rounds(number)

    def test_the_order_of_rows_does_not_matter(self) -> None:
        for number in range(100):
            mixed = shuffled(random.Random(number), seeded_rounds(number))
            assert in_order(plan_rounds(mixed)) == in_order(planned(number)[1])


def in_order(plan: Document) -> Document:
    rounds = [
        sorted(({**table, "new": sorted(table["new"]), "old": sorted(table["old"])} for table in tables), key=str)
        for tables in plan["rounds"]
    ]
    out = [sorted(people) for people in plan["sitting_out"]]
    return {**plan, "rounds": rounds, "sitting_out": out, "warnings": sorted(plan["warnings"], key=str)}


class TestLowerLevels:
    @pytest.mark.parametrize(("new", "old"), [(12, 10), (30, 8), (6, 4), (8, 5), (10, 7)])
    def test_two_who_move_share_a_table_once_where_it_can_be(self, new: int, old: int) -> None:
        for seed in range(5):
            document = plain(new, old, 4, seed=str(seed))
            assert list(needless_repeats(document, plan_rounds(document))) == []

    def test_pairs_that_are_likely_good_come_early(self) -> None:
        """Over twenty halls the first round scores more than the last."""
        first = last = 0
        for number in range(20):
            chance = random.Random(number)
            document = plain(10, 10, 4, seed=str(number))
            for side in ("new", "old"):
                document[side] = [traits(chance, one["id"]) for one in document[side]]
            plan = checked(document)
            hall = Hall(document)
            scores = [
                sum(hall.score((table["new"][0], table["old"][0])) for table in plan.rounds[number])
                for number in plan.rounds
            ]
            first, last = first + scores[0], last + scores[-1]
        assert first > 1.2 * last


def traits(chance: random.Random, name: str) -> dict[str, Any]:
    return person(chance, name, traits=["languages", "dayparts", "interests", "postcode"], women=0.0)
