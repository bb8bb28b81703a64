"""Each one left out proves itself, what is said to help helps, and the trade-offs are true and complete."""

import random
import re
from typing import Any

import pytest

from matching.solver import solve_couples
from tests.matching.solver.brute import Book, Coupling, Document, Levels, best, broken_rules, counted
from tests.matching.solver.cases import LARGE, SIZES, coupling_of, restricted, seeded

PARTS = 6
CASES = 1800
CHOSEN = ("chosen_couples",)
WOULD_HELP = re.compile(
    r"nog één (?P<kind>vrouw bij de 'oude' Amsterdammers|'oude' Amsterdammer"
    r"|vrouw bij de 'nieuwe' Amsterdammers|'nieuwe' Amsterdammer)"
    r"(?: of (?P<host>\w+) neemt er nog één bij)?"
)


def documents(part: int) -> list[Document]:
    return [seeded(number, SIZES + LARGE) for number in range(200_000 + part, 200_000 + CASES, PARTS)]


def all_can_be_placed(document: Document, people: set[str], side: str) -> bool:
    """Whether these of one side can all have a couple at once, whoever the others are; hard rules and locks kept.

    The new go before the old: an old one is not placed by leaving a new one out.
    """
    other = "old" if side == "new" else "new"
    small = restricted(document, people | {one["id"] for one in document[other]})
    levels, _couplings = best(small, most=1, without=CHOSEN)
    return (levels.new_left_out if side == "new" else levels.old_left_out) == 0


@pytest.mark.parametrize("part", range(PARTS))
def test_each_left_out_proves_itself(part: int) -> None:
    """Those of its side it rests on cannot all be placed, among these people nor among all of them.

    Where a trade-off says that somebody would have a couple without a chosen couple, chosen couples count as fixed.
    """
    proven = 0
    for document in documents(part):
        answer = solve_couples(document)
        explained = {one for trade in answer["trade_offs"] for one in trade["placed"]}
        book = Book(document)
        chosen = [list(pair) for pair in coupling_of(answer) if book.mutual(*pair)]
        for side in ("new", "old"):
            ids = {one["id"] for one in document[side]}
            for entry in answer["left_out"][side]:
                people = set(entry["because_of"])
                assert entry["id"] in people
                fixed = with_locks(document, chosen if entry["id"] in explained else [])
                assert not all_can_be_placed(restricted(fixed, people), people & ids, side), entry
                assert not all_can_be_placed(fixed, people & ids, side), entry
                proven += 1
    assert proven > 100


def with_locks(document: Document, pairs: list[list[str]]) -> Document:
    return document | {"locks": [*document["locks"], *(pair for pair in pairs if pair not in document["locks"])]}


CLAIM = "kunnen niet allemaal een koppel vormen zonder een regel te breken"


@pytest.mark.parametrize("part", range(PARTS))
def test_what_the_coordinator_reads_about_the_rules_is_true(part: int) -> None:
    """Where it says that these people cannot all have a couple without breaking a rule, they cannot."""
    for document in documents(part):
        for entries in solve_couples(document)["left_out"].values():
            for entry in entries:
                if CLAIM in entry["internal"]:
                    small = restricted(document, entry["because_of"])
                    levels, _couplings = best(small, most=1, without=CHOSEN)
                    assert levels.new_left_out + levels.old_left_out > 0, entry


@pytest.mark.parametrize("part", range(PARTS))
def test_what_would_help_helps(part: int) -> None:
    """One more such person, or one more place with that old, and fewer of that side are left out."""
    tried = 0
    for document in documents(part):
        for side in ("new", "old"):
            for entry in (answer := solve_couples(document))["left_out"][side]:
                if not entry["would_help"]:
                    continue
                told = WOULD_HELP.fullmatch(entry["would_help"])
                assert told, entry["would_help"]
                for helped in helped_documents(document, told):
                    tried += 1
                    found = best(helped, most=1)[0]
                    assert left(found, side) < len(answer["left_out"][side]), (entry, helped)
    assert tried > 100


def helped_documents(document: Document, told: re.Match[str]) -> list[Document]:
    """The document with what would help, once for each thing that is said to."""
    side = "old" if "'oude'" in told["kind"] else "new"
    somebody: dict[str, Any] = {"id": "x99", "woman": told["kind"].startswith("vrouw"), "women_only": False}
    found = [document | {side: [*document[side], somebody]}]
    if told["host"]:
        more = [
            one | {"max_new": one.get("max_new", 1) + 1} if one["id"] == told["host"] else one
            for one in document["old"]
        ]
        found.append(document | {"old": more})
    return found


def left(levels: Levels, side: str) -> int:
    return levels.new_left_out if side == "new" else levels.old_left_out


@pytest.mark.parametrize("part", range(PARTS))
def test_trade_offs_are_true_and_none_is_missing(part: int) -> None:
    found = 0
    for document in documents(part):
        answer = solve_couples(document)
        levels = counted(document, coupling_of(answer))
        for trade in answer["trade_offs"]:
            check_trade(document, answer, levels, trade)
            found += 1
        other, _couplings = best(document, most=1, without=CHOSEN)
        if (other.new_left_out, other.old_left_out) < (levels.new_left_out, levels.old_left_out):
            assert answer["trade_offs"], (levels, other)
    assert found > 5


def check_trade(document: Document, answer: Document, levels: Levels, trade: Document) -> None:
    """These chose each other and stand in the answer; without them these people have a couple in the alternative."""
    assert set(trade) >= {"couples", "placed", "alternative", "text"}
    coupling = coupling_of(answer)
    given_up = {(new, old) for new, old in trade["couples"]}
    alternative = whole_alternative(answer, trade)
    assert given_up
    assert given_up <= coupling
    for new, old in given_up:
        choices = document["choices"]
        assert [new, old, "yes"] in choices
        assert [old, new, "yes"] in choices
    assert not given_up & alternative
    assert broken_rules(document, alternative) == []
    there = {one for pair in alternative for one in pair}
    left_out = {entry["id"] for side in ("new", "old") for entry in answer["left_out"][side]}
    assert trade["placed"]
    assert set(trade["placed"]) == left_out & there
    other = counted(document, alternative)
    assert (other.new_left_out, other.old_left_out) < (levels.new_left_out, levels.old_left_out)
    for one in [*(one for pair in given_up for one in pair), *trade["placed"]]:
        assert re.search(rf"\b{one}\b", trade["text"])


def whole_alternative(answer: Document, trade: Document) -> Coupling:
    """The couples of the alternative, with those of the answer in which nobody takes part in them."""
    told = [(new, couple["old"]) for couple in trade["alternative"] for new in couple["new"]]
    moved = {one for pair in told for one in pair}
    stay = [couple for couple in answer["couples"] if not moved & {couple["old"], *couple["new"]}]
    return frozenset(told) | coupling_of({"couples": stay})


def test_a_chosen_couple_that_leaves_somebody_out_is_told() -> None:
    """n1 and o1 chose each other; n2 could only go with o1, and n1 with o2 as well."""
    document = {
        "seed": "1",
        "new": [{"id": "n1"}, {"id": "n2"}],
        "old": [{"id": "o1"}, {"id": "o2"}],
        "choices": [["n1", "o1", "yes"], ["o1", "n1", "yes"]],
        "vetoes": [["n2", "o2"]],
    }
    answer = solve_couples(document)
    assert coupling_of(answer) == {("n1", "o1")}
    (trade,) = answer["trade_offs"]
    assert trade["couples"] == [["n1", "o1"]]
    assert sorted(trade["placed"]) == ["n2", "o2"]
    assert coupling_of({"couples": trade["alternative"]}) == {("n2", "o1"), ("n1", "o2")}


def test_the_ambassador_who_decides_otherwise_has_no_trade_off_left() -> None:
    document = {
        "seed": "1",
        "new": [{"id": "n1"}, {"id": "n2"}],
        "old": [{"id": "o1"}, {"id": "o2"}],
        "choices": [["n1", "o1", "yes"], ["o1", "n1", "yes"]],
        "vetoes": [["n2", "o2"], ["n1", "o1"]],
    }
    answer = solve_couples(document)
    assert coupling_of(answer) == {("n1", "o2"), ("n2", "o1")}
    assert answer["trade_offs"] == []


@pytest.mark.parametrize("spare", ["new", "old"])
def test_more_people_than_places_is_proved_by_them(spare: str) -> None:
    """Three of one side and two of the other, no rules: everybody is needed for the proof."""
    number = {"new": 2, "old": 2} | {spare: 3}
    document = {
        "seed": "1",
        **{side: [{"id": f"{side}{one}"} for one in range(number[side])] for side in ("new", "old")},
    }
    answer = solve_couples(document)
    (entry,) = answer["left_out"][spare]
    assert len(entry["because_of"]) == 5
    assert entry["would_help"].startswith("nog één " + ("'oude'" if spare == "new" else "'nieuwe'"))


def test_somebody_whom_nobody_fits_is_alone_in_the_proof() -> None:
    document = {
        "seed": "1",
        "new": [{"id": "n1", "woman": True, "women_only": True}],
        "old": [{"id": "o1", "woman": False}, {"id": "o2"}],
    }
    entry = solve_couples(document)["left_out"]["new"][0]
    assert entry["because_of"] == ["n1"]
    assert entry["would_help"] == "nog één vrouw bij de 'oude' Amsterdammers"


def test_a_lock_that_takes_the_last_place_is_in_the_proof() -> None:
    document = {
        "seed": "1",
        "new": [{"id": "n1"}, {"id": "n2"}],
        "old": [{"id": "o1"}, {"id": "o2"}],
        "locks": [["n1", "o1"]],
        "vetoes": [["n2", "o2"]],
    }
    (entry,) = solve_couples(document)["left_out"]["new"]
    assert set(entry["because_of"]) >= {"n1", "n2", "o1"}


def test_nobody_is_left_out_who_could_simply_be_added() -> None:
    for number in range(300):
        document = seeded(number, SIZES + LARGE)
        answer = solve_couples(document)
        coupling = coupling_of(answer)
        spare = [{entry["id"] for entry in answer["left_out"][side]} for side in ("new", "old")]
        for new in spare[0]:
            for old in random.Random(number).sample(document["old"], len(document["old"])):
                assert broken_rules(document, coupling | {(new, old["id"])})
