"""What must hold of every answer: order does not matter, locks, keep and why_not do what they say."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.solver import Refused, solve_couples
from tests.matching.solver.answers import check_best, check_rules
from tests.matching.solver.brute import (
    LEVELS,
    Coupling,
    Document,
    Impossible,
    Levels,
    best,
    broken_rules,
    counted,
    couples_of,
    first_worse,
)
from tests.matching.solver.cases import (
    LARGE,
    QUICK,
    SIZES,
    conflict_case,
    couples_cases,
    coupling_of,
    seeded,
    shuffled,
)


def in_order(answer: Document) -> Document:
    """The answer with its lists sorted, so that only what it says is compared."""
    found = {**answer}
    found["couples"] = sorted(
        (couple | {"new": sorted(couple["new"])} for couple in answer["couples"]), key=lambda couple: couple["old"]
    )
    found["left_out"] = {
        side: sorted(
            (entry | {"because_of": sorted(entry["because_of"])} for entry in entries), key=lambda entry: entry["id"]
        )
        for side, entries in answer["left_out"].items()
    }
    return found


@pytest.mark.parametrize("part", range(4))
def test_the_order_of_input_does_not_matter(part: int) -> None:
    for number in range(part, 400, 4):
        chance = random.Random(number)
        document = seeded(number, SIZES + LARGE) if number % 4 else conflict_case(chance, 12, 8)
        answer = in_order(solve_couples(document))
        assert in_order(solve_couples(shuffled(chance, document))) == answer


@settings(QUICK, max_examples=150)
@given(couples_cases(SIZES + LARGE), st.integers(0, 10**6))
def test_the_order_of_what_hypothesis_thinks_of_does_not_matter(document: Document, number: int) -> None:
    mixed = shuffled(random.Random(number), document)
    assert in_order(solve_couples(mixed)) == in_order(solve_couples(document))


def test_the_same_document_gives_the_same_answer_and_is_left_as_it_was() -> None:
    for number in range(50):
        document, twin = seeded(number), seeded(number)
        assert solve_couples(document) == solve_couples(twin)
        assert document == seeded(number)


def test_all_couples_locked_gives_the_same_couples() -> None:
    for number in range(300):
        document = seeded(number, SIZES + LARGE)
        answer = solve_couples(document)
        locked = solve_couples(document | {"locks": sorted(map(list, coupling_of(answer)))})
        assert coupling_of(locked) == coupling_of(answer)
        assert locked["levels"] == answer["levels"]
        assert {couple["why"] for couple in locked["couples"]} <= {"lock"}


@pytest.mark.parametrize("part", range(4))
def test_forcing_any_other_pair_never_improves(part: int) -> None:
    """Every pair there is, forced by a lock: refused where it cannot be, and never better."""
    for number in range(part, 240, 4):
        document = seeded(number)
        free = counted(document, coupling_of(solve_couples(document)))
        for new in document["new"]:
            for old in document["old"]:
                forced = document | {"locks": _with(document.get("locks", []), [new["id"], old["id"]])}
                assert_never_better(forced, free)


def _with(pairs: list[Any], pair: list[str]) -> list[Any]:
    return pairs if pair in pairs else [*pairs, pair]


def assert_never_better(forced: Document, free: Levels) -> None:
    try:
        levels, _couplings = best(forced)
    except Impossible:
        with pytest.raises(Refused):
            solve_couples(forced)
        return
    found = counted(forced, coupling_of(solve_couples(forced)))
    assert found == levels
    assert found.merit <= free.merit


class TestKeep:
    """Running again changes as few couples as possible, above the choice points and below the mutual pairs."""

    def test_an_answer_that_is_kept_stays_whatever_the_seed_and_the_scores(self) -> None:
        for number in range(200):
            document = seeded(number, SIZES + LARGE) | {"keep": []}
            answer = solve_couples(document)
            again = document | {"keep": answer["couples"], "seed": "another", "weights": {"age": 1000, "language": 1}}
            assert coupling_of(solve_couples(again)) == coupling_of(answer)

    def test_both_shapes_mean_the_same(self) -> None:
        for number in range(100):
            document = seeded(number, SIZES + LARGE)
            answer = solve_couples(document | {"keep": []})
            other = document | {"seed": "another"}
            as_pairs = other | {"keep": [list(pair) for pair in coupling_of(answer)]}
            as_couples = other | {"keep": answer["couples"]}
            assert in_order(solve_couples(as_pairs)) == in_order(solve_couples(as_couples))

    def test_somebody_who_comes_in_changes_as_little_as_can_be(self) -> None:
        for number in range(200):
            document = seeded(number, LARGE) | {"keep": []}
            document["locks"] = []
            before = solve_couples(document)
            late: dict[str, Any] = {"id": "z99", "woman": True, "max_new": 2}
            after = document | {"old": [*document["old"], late], "keep": before["couples"]}
            answer = solve_couples(after)
            check_rules(after, answer)
            check_best(after, answer)

    def test_a_kept_pair_goes_before_choice_points(self) -> None:
        document = {
            "seed": "1",
            "new": [{"id": "n1"}, {"id": "n2"}],
            "old": [{"id": "o1"}, {"id": "o2"}],
            "choices": [["n1", "o2", "yes"], ["o2", "n1", "maybe"]],
        }
        assert ("n1", "o2") in coupling_of(solve_couples(document))
        assert ("n1", "o1") in coupling_of(solve_couples(document | {"keep": [["n1", "o1"]]}))

    def test_choosing_each_other_goes_before_a_kept_pair(self) -> None:
        document = {
            "seed": "1",
            "new": [{"id": "n1"}, {"id": "n2"}],
            "old": [{"id": "o1"}, {"id": "o2"}],
            "choices": [["n1", "o2", "yes"], ["o2", "n1", "yes"]],
            "keep": [["n1", "o1"], ["n2", "o2"]],
        }
        assert coupling_of(solve_couples(document)) == {("n1", "o2"), ("n2", "o1")}

    def test_a_kept_pair_that_is_vetoed_now_is_let_go(self) -> None:
        document = {
            "seed": "1",
            "new": [{"id": "n1"}],
            "old": [{"id": "o1"}],
            "vetoes": [["n1", "o1"]],
            "keep": [{"old": "o1", "new": ["n1"]}],
        }
        assert solve_couples(document)["couples"] == []


@pytest.mark.parametrize("part", range(8))
def test_why_not_is_what_brute_force_finds(part: int) -> None:
    for number in range(part, 640, 8):
        document = seeded(number)
        chance = random.Random(number)
        pair = [chance.choice(document["new"])["id"], chance.choice(document["old"])["id"]]
        asked = document | {"why_not": pair}
        answer = solve_couples(asked)
        free, couplings = best(document)
        assert coupling_of(answer) in couplings
        told = answer["why_not"]
        assert set(told) >= {"pair", "possible", "reason", "level", "by", "loses", "couples"}
        assert told["pair"] == pair
        check_why_not(document, coupling_of(answer), free, told)


def check_why_not(document: Document, coupling: Coupling, free: Levels, told: Document) -> None:
    new, old = told["pair"]
    if (new, old) in coupling:
        assert (told["possible"], told["level"], told["by"], told["loses"]) == (True, None, None, [])
        return
    forced = document | {"locks": _with(document.get("locks", []), told["pair"])}
    try:
        levels, couplings = best(forced)
    except Impossible:
        assert (told["possible"], told["level"], told["by"], told["loses"]) == (False, None, None, [])
        assert told["couples"] == []
        assert told["reason"].strip()
        return
    assert told["possible"] is True
    worse = first_worse(free, levels)
    assert (told["level"], told["by"]) == (worse or (None, None))
    check_differences(free, levels, told)
    others = [other for other in couplings if told_couples(told) in (whole(other), whole(other) - whole(coupling))]
    assert others
    assert (new, old) in others[0]
    assert broken_rules(forced, others[0]) == []
    check_losses(document, coupling, others[0], told)


def check_differences(free: Levels, forced: Levels, told: Document) -> None:
    """Where it tells what happens to the other levels too, that is true; more is better."""
    merits = zip(LEVELS, free.merit, forced.merit, strict=True)
    if "levels" in told:
        assert told["levels"] == {name: after - before for name, before, after in merits if after != before}


def whole(coupling: Coupling) -> set[tuple[str, tuple[str, ...]]]:
    """The couples of a coupling."""
    return {(old, tuple(members)) for old, members in couples_of(coupling).items()}


def told_couples(told: Document) -> set[tuple[str, tuple[str, ...]]]:
    """The couples there would be: all of them, or those that are not in the answer."""
    return {(couple["old"], tuple(sorted(couple["new"]))) for couple in told["couples"]}


def check_losses(document: Document, coupling: Coupling, other: Coupling, told: Document) -> None:
    """Who had a couple and would have none is among those who lose; nobody loses who keeps everything."""
    people = {one["id"] for side in ("new", "old") for one in document[side]}
    losers = {loss["id"] for loss in told["loses"]}
    assert losers <= people
    assert all(loss["text"].strip() for loss in told["loses"])
    before, after = ({one for pair in pairs for one in pair} for pairs in (coupling, other))
    if told["level"] in {"new_left_out", "old_left_out"}:
        assert losers & (before - after)
    changed = {one for couple in whole(coupling) ^ whole(other) for one in [couple[0], *couple[1]]}
    assert losers <= changed


def test_without_the_question_there_is_no_why_not() -> None:
    document = {"seed": "1", "new": [{"id": "n1"}], "old": [{"id": "o1"}]}
    assert solve_couples(document).get("why_not") is None
    assert solve_couples(document | {"why_not": None}).get("why_not") is None
