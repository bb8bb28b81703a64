"""What is refused, one by one, with the people it is about; and documents that are no documents."""

import copy
from typing import Any

import pytest

from matching.solver import Refused, plan_rounds, solve_couples

Document = dict[str, Any]


def good(**more: Any) -> Document:
    """Three new, three old; n3 and o3 are women who go out only with women."""
    document: Document = {
        "seed": "1",
        "new": [
            {"id": "n1", "woman": False, "postcode": "1069", "birth_year": 1980},
            {"id": "n2"},
            {"id": "n3", "woman": True, "women_only": True},
        ],
        "old": [
            {"id": "o1", "woman": False, "max_new": 2},
            {"id": "o2", "max_new": 1},
            {"id": "o3", "woman": True, "women_only": True, "max_new": 2},
        ],
    }
    return document | more


def changed(side: str, number: int, **more: Any) -> Document:
    document = good()
    document[side][number] |= more
    return document


def refused(document: Any, *people: str) -> Refused:
    """It is refused, in words, with at least these people."""
    before = copy.deepcopy(document)
    with pytest.raises(Refused) as caught:
        solve_couples(document)
    error = caught.value
    assert isinstance(error, ValueError)
    assert isinstance(error.message, str)
    assert error.message.strip()
    assert set(people) <= set(error.people)
    assert error.document() == {"error": error.message, "people": error.people}
    assert repr(document) == repr(before)
    return error


def test_the_good_one_is_good() -> None:
    assert len(solve_couples(good())["couples"]) == 3


BOTH_YES = [["n1", "o1", "yes"], ["o1", "n1", "yes"]]


class TestLocks:
    @pytest.mark.parametrize(
        ("more", "people"),
        [
            ({"locks": [["n1", "o3"]]}, ["n1", "o3"]),
            ({"locks": [["n3", "o1"]]}, ["n3", "o1"]),
            ({"locks": [["n3", "o2"]]}, ["n3", "o2"]),
            ({"locks": [["n2", "o3"]]}, ["n2", "o3"]),
            ({"locks": [["n1", "o1"]], "choices": [["n1", "o1", "no"]]}, ["n1", "o1"]),
            ({"locks": [["n1", "o1"]], "choices": [["o1", "n1", "no"], ["n1", "o1", "yes"]]}, ["n1", "o1"]),
            ({"locks": [["n1", "o1"]], "previous": [["n1", "o1"]]}, ["n1", "o1"]),
            (
                {"locks": [["n1", "o1"]], "previous": [["n1", "o1"]], "choices": [["n1", "o1", "yes"]]},
                ["n1", "o1"],
            ),
        ],
        ids=["women", "women-back", "women-unknown", "unknown-new", "no", "no-of-the-old", "previous", "one-yes"],
    )
    def test_a_lock_that_breaks_a_hard_rule(self, more: Document, people: list[str]) -> None:
        refused(good(**more), *people)

    def test_a_previous_couple_that_both_want_again_may_be_locked(self) -> None:
        answer = solve_couples(good(locks=[["n1", "o1"]], previous=[["n1", "o1"]], choices=BOTH_YES))
        assert {"n1"} <= {new for couple in answer["couples"] if couple["old"] == "o1" for new in couple["new"]}

    def test_locks_that_are_too_many_for_one_old(self) -> None:
        refused(good(locks=[["n1", "o2"], ["n2", "o2"]]), "o2")

    def test_locks_that_put_two_together_who_are_kept_apart(self) -> None:
        refused(good(locks=[["n1", "o1"], ["n2", "o1"]], apart=[["n2", "n1"]]), "n1", "n2")

    def test_locks_that_break_the_women_rule_only_together(self) -> None:
        document = good(locks=[["n2", "o3"], ["n3", "o3"]])
        document["old"][2]["women_only"] = False
        refused(document, "n2", "n3")

    def test_a_lock_that_is_vetoed_too(self) -> None:
        refused(good(locks=[["n1", "o1"]], vetoes=[["n1", "o1"]]), "n1", "o1")

    @pytest.mark.parametrize("lock", [["n9", "o1"], ["n1", "o9"]])
    def test_a_lock_of_somebody_who_is_not_there(self, lock: list[str]) -> None:
        refused(good(locks=[lock]), *(one for one in lock if one.endswith("9")))

    def test_one_new_locked_to_two(self) -> None:
        refused(good(locks=[["n1", "o1"], ["n1", "o2"]]), "n1")

    def test_the_same_lock_twice(self) -> None:
        refused(good(locks=[["n1", "o1"], ["n1", "o1"]]), "n1", "o1")

    def test_a_lock_written_the_wrong_way_round(self) -> None:
        refused(good(locks=[["o1", "n1"]]))


class TestPeople:
    @pytest.mark.parametrize("side", ["new", "old"])
    def test_the_same_id_twice(self, side: str) -> None:
        document = good()
        document[side].append({"id": document[side][0]["id"]})
        refused(document, document[side][0]["id"])

    def test_the_same_id_on_both_sides(self) -> None:
        refused(changed("old", 0, id="n1"), "n1")

    @pytest.mark.parametrize("most", [0, 4, -1, 10**30, 1.0, 1.5, "1", None, True, [1]], ids=repr)
    def test_max_new_outside_one_to_three(self, most: Any) -> None:
        refused(changed("old", 0, max_new=most), "o1")

    @pytest.mark.parametrize("woman", [False, None])
    @pytest.mark.parametrize(("side", "name"), [("new", "n2"), ("old", "o2")])
    def test_women_only_with_woman_not_true(self, side: str, name: str, woman: bool | None) -> None:
        refused(changed(side, 1, women_only=True, woman=woman), name)

    @pytest.mark.parametrize(("side", "name"), [("new", "n2"), ("old", "o2")])
    def test_women_only_with_woman_missing(self, side: str, name: str) -> None:
        refused(changed(side, 1, women_only=True), name)

    @pytest.mark.parametrize(
        ("trait", "value"),
        [
            ("woman", "yes"),
            ("woman", 1),
            ("women_only", "no"),
            ("women_only", 1),
            ("languages", "ar"),
            ("languages", [1]),
            ("languages", {"ar": 1}),
            ("dayparts", 3),
            ("interests", [["koken"]]),
            ("postcode", 1069),
            ("birth_year", "1980"),
            ("birth_year", True),
            ("birth_year", 1980.5),
            ("children", "two"),
            ("children", 2),
        ],
    )
    @pytest.mark.parametrize("side", ["new", "old"])
    def test_a_trait_of_the_wrong_kind(self, side: str, trait: str, value: Any) -> None:
        refused(changed(side, 1, **{trait: value}))

    @pytest.mark.parametrize("name", [None, 5, True, ["n1"], {"n": 1}, 1.5], ids=repr)
    @pytest.mark.parametrize("side", ["new", "old"])
    def test_an_id_that_is_no_text(self, side: str, name: Any) -> None:
        refused(changed(side, 0, id=name))

    @pytest.mark.parametrize("somebody", [None, "n4", 4, [], ["id"], {}, {"name": "n4"}], ids=repr)
    @pytest.mark.parametrize("side", ["new", "old"])
    def test_somebody_who_is_nobody(self, side: str, somebody: Any) -> None:
        document = good()
        document[side].append(somebody)
        refused(document)

    def test_an_id_that_cannot_be_written(self) -> None:
        """Half a surrogate pair is legal JSON and no text."""
        refused(changed("new", 0, id="\ud800"))


class TestNames:
    """Ids that nobody has, and pairs that are no pairs."""

    @pytest.mark.parametrize("key", ["locks", "vetoes", "previous", "keep"])
    @pytest.mark.parametrize("pair", [["n1", "o9"], ["n9", "o1"], ["o1", "n1"], ["n1", "n2"], ["o1", "o2"]], ids=str)
    def test_a_pair_of_unknown_people_or_of_the_wrong_sides(self, key: str, pair: list[str]) -> None:
        refused(good(**{key: [pair]}), *(one for one in pair if one.endswith("9")))

    @pytest.mark.parametrize("pair", [["n1", "n9"], ["n1", "o1"], ["o1", "o2"], ["n1", "n1"]], ids=str)
    def test_apart_of_unknown_people_or_not_two_new(self, pair: list[str]) -> None:
        refused(good(apart=[pair]), *(one for one in pair if one.endswith("9")))

    @pytest.mark.parametrize("key", ["locks", "vetoes", "previous", "apart", "keep"])
    @pytest.mark.parametrize(
        "pair", [[], ["n1"], ["n1", "o1", "o2"], "n1", None, 3, [None, "o1"], [["n1"], "o1"], [1, 2]], ids=repr
    )
    def test_a_pair_that_is_no_pair(self, key: str, pair: Any) -> None:
        refused(good(**{key: [pair]}))

    @pytest.mark.parametrize(
        "couple",
        [
            {"old": "o9", "new": ["n1"]},
            {"old": "o1", "new": ["n9"]},
            {"old": "o1"},
            {"new": ["n1"]},
            {"old": "o1", "new": "n1"},
            {"old": ["o1"], "new": ["n1"]},
            {"old": "o1", "new": [["n1"]]},
        ],
        ids=str,
    )
    def test_a_kept_couple_that_is_none(self, couple: Document) -> None:
        refused(good(keep=[couple]))

    @pytest.mark.parametrize(
        "pair", [["n1", "o9"], ["n9", "o1"], ["o1", "n1"], ["n1"], "n1", {"new": "n1"}, [None, None], []], ids=repr
    )
    def test_why_not_of_what_is_no_pair(self, pair: Any) -> None:
        refused(good(why_not=pair))


class TestChoices:
    @pytest.mark.parametrize("answer", ["Yes", "ja", "", "none", None, True, 1, ["yes"]], ids=repr)
    def test_an_unknown_answer(self, answer: Any) -> None:
        refused(good(choices=[["n1", "o1", answer]]))

    @pytest.mark.parametrize("pair", [["n1", "n2"], ["o1", "o2"], ["n1", "n1"]], ids=str)
    def test_a_choice_between_two_of_one_side(self, pair: list[str]) -> None:
        refused(good(choices=[[*pair, "yes"]]), *pair)

    @pytest.mark.parametrize("pair", [["n9", "o1"], ["n1", "o9"], ["o9", "n1"]], ids=str)
    def test_a_choice_of_unknown_people(self, pair: list[str]) -> None:
        refused(good(choices=[[*pair, "yes"]]), *(one for one in pair if one.endswith("9")))

    @pytest.mark.parametrize("second", ["yes", "no"])
    def test_the_same_choice_twice(self, second: str) -> None:
        refused(good(choices=[["n1", "o1", "yes"], ["n1", "o1", second]]), "n1", "o1")

    def test_there_and_back_is_not_the_same_choice(self) -> None:
        assert solve_couples(good(choices=BOTH_YES))["levels"]["chosen_couples"] == 1

    @pytest.mark.parametrize("choice", [["n1", "o1"], ["n1", "o1", "yes", "yes"], "yes", None, {}, [[], [], []]])
    def test_a_choice_that_is_none(self, choice: Any) -> None:
        refused(good(choices=[choice]))


class TestWeights:
    @pytest.mark.parametrize(
        "weight",
        [-1, 1001, 10**30, True, False, 0.5, 300.0, "300", None, [300], float("nan"), float("inf")],
        ids=repr,
    )
    def test_a_weight_outside_zero_to_a_thousand(self, weight: Any) -> None:
        refused(good(weights={"language": weight}))

    def test_an_unknown_criterion(self) -> None:
        refused(good(weights={"charm": 3}))

    @pytest.mark.parametrize("weights", [[], "300", 3, [["language", 3]], True], ids=repr)
    def test_weights_that_are_no_object(self, weights: Any) -> None:
        refused(good(weights=weights))


class TestShape:
    @pytest.mark.parametrize("document", [[], None, "x", 3, True, [{}]], ids=repr)
    def test_what_is_no_object(self, document: Any) -> None:
        refused(document)
        with pytest.raises(Refused):
            plan_rounds(document)

    @pytest.mark.parametrize("key", ["seed", "new", "old"])
    def test_a_key_that_must_be_there(self, key: str) -> None:
        document = good()
        del document[key]
        refused(document)

    @pytest.mark.parametrize("key", ["choices", "locks", "vetoes", "apart", "previous", "keep", "new", "old"])
    @pytest.mark.parametrize("value", [{}, "n1", 3, True, {"n1": "o1"}], ids=repr)
    def test_a_list_that_is_none(self, key: str, value: Any) -> None:
        refused(good(**{key: value}))

    @pytest.mark.parametrize("key", ["new", "old"])
    def test_people_that_are_null(self, key: str) -> None:
        refused(good(**{key: None}))

    @pytest.mark.parametrize("seed", [None, ["1"], {}, True, 1.5, "\ud800"], ids=repr)
    def test_a_seed_that_is_no_text(self, seed: Any) -> None:
        refused(good(seed=seed))
