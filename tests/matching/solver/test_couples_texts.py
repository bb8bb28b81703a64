"""What may be read out to anybody tells nobody what somebody else chose, or that somebody goes out only with women."""

import random
import re
from itertools import product
from typing import Any

import pytest

from matching.solver import solve_couples
from tests.matching.solver.brute import Book, Document
from tests.matching.solver.cases import LARGE, SIZES, seeded

SECRET = re.compile(
    r"\b(vrouw\w*|man|mannen|koos|kiez\w*|kies\w*|gekozen|keuze|keus|nee|ja|misschien|veto|wil|wilde|willen|liever"
    r"|weiger\w*|afgewezen|woman|women|yes|no|maybe)\b",
    re.IGNORECASE,
)
BOTH_CHOSE = "kozen elkaar"
PARTS = 4


def told(answer: Document) -> dict[str, str]:
    """Everything that may be read out, by whom it is about."""
    found = {"+".join([couple["old"], *sorted(couple["new"])]): couple["explanation"] for couple in answer["couples"]}
    left = [entry for side in ("new", "old") for entry in answer["left_out"][side]]
    return found | {entry["id"]: entry["reason"] for entry in left}


def only_women(number: int) -> Document:
    """A document in which nearly every woman goes out only with women."""
    document = seeded(number, SIZES + LARGE)
    chance = random.Random(number)
    for one in document["new"] + document["old"]:
        woman = chance.choice([True, True, False, None])
        one.update(woman=woman, women_only=woman is True and chance.random() < 0.8)
    return document | {"locks": []}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_secret_word_is_read_out(part: int) -> None:
    for number in range(part, 1200, PARTS):
        document = only_women(number)
        book = Book(document)
        answer = solve_couples(document)
        for about, text in told(answer).items():
            assert not SECRET.search(text), (about, text)
        for couple in answer["couples"]:
            if not all(book.mutual(new, couple["old"]) for new in couple["new"]):
                assert BOTH_CHOSE not in couple["explanation"]
                assert not re.search(r"\bkozen\b", couple["explanation"])
        for side in ("new", "old"):
            for entry in answer["left_out"][side]:
                named = set(re.findall(r"\w+", entry["reason"])) & set(book.people)
                assert named <= {entry["id"]}
                assert not re.search(r"\bkozen\b", entry["reason"])


@pytest.mark.parametrize("part", range(PARTS))
def test_whoever_of_the_two_said_it_the_same_is_read_out(part: int) -> None:
    """With the answers of each pair exchanged nothing changes but what the coordinator reads."""
    for number in range(part, 800, PARTS):
        document = seeded(number, SIZES + LARGE)
        chance = random.Random(number)
        turned = {frozenset(choice[:2]) for choice in document["choices"] if chance.random() < 0.7}
        mirrored = [
            [whom, who, answer] if frozenset((who, whom)) in turned else [who, whom, answer]
            for who, whom, answer in document["choices"]
        ]
        one, other = solve_couples(document), solve_couples(document | {"choices": mirrored})
        assert without_internal(one) == without_internal(other)


def without_internal(answer: Document) -> Document:
    couples = [{**couple, "internal": ""} for couple in answer["couples"]]
    left = {side: [{**one, "internal": ""} for one in entries] for side, entries in answer["left_out"].items()}
    return {**answer, "couples": couples, "left_out": left}


@pytest.mark.parametrize("part", range(PARTS))
def test_a_couple_hears_the_same_whatever_was_secret(part: int) -> None:
    """Without wishes, noes, vetoes, earlier couples and answers to which there was no yes back: the same words."""
    compared = 0
    for number in range(part, 1200, PARTS):
        document = seeded(number, SIZES + LARGE)
        book = Book(document)
        bare = document | {"vetoes": [], "previous": [], "apart": []}
        for side in ("new", "old"):
            bare[side] = [one | {"women_only": False} for one in document[side]]
        bare["choices"] = [choice for choice in document["choices"] if is_mutual(book, choice)]
        one, other = solve_couples(document), solve_couples(bare)
        with_secrets, without = told(one), told(other)
        for couple in set(with_secrets) & set(without):
            if "+" in couple:
                assert with_secrets[couple] == without[couple]
                compared += 1
    assert compared > 100


def is_mutual(book: Book, choice: list[str]) -> bool:
    new, old = choice[:2] if choice[0] in book.new else (choice[1], choice[0])
    return book.mutual(new, old)


def pair(new: dict[str, Any], old: dict[str, Any], there: str | None, back: str | None) -> Document:
    """A document of two people with an answer each, or none."""
    choices = [["n1", "o1", there], ["o1", "n1", back]]
    return {
        "seed": "1",
        "new": [{"id": "n1", "woman": True, **new}],
        "old": [{"id": "o1", "woman": True, **old}],
        "choices": [choice for choice in choices if choice[2]],
    }


@pytest.mark.parametrize(
    "traits", [{}, {"interests": ["koken"], "dayparts": ["sat-1"]}, {"languages": ["ar"], "postcode": "1069"}]
)
def test_two_people_hear_the_same_unless_both_said_yes(traits: dict[str, Any]) -> None:
    texts = set()
    for there, back in product([None, "maybe", "yes"], repeat=2):
        for one, other in product([False, True], repeat=2):
            document = pair(traits | {"women_only": one}, traits | {"women_only": other}, there, back)
            (couple,) = solve_couples(document)["couples"]
            if (there, back) == ("yes", "yes"):
                assert couple["why"] == "chosen"
                assert BOTH_CHOSE in couple["explanation"]
            else:
                texts.add(couple["explanation"])
    assert len(texts) == 1
    assert BOTH_CHOSE not in texts.pop()


@pytest.mark.parametrize("traits", [{}, {"interests": ["koken"]}])
def test_who_is_left_out_hears_the_same_whatever_stood_between(traits: dict[str, Any]) -> None:
    """A no of either side, a veto, an earlier couple, a wish of either side: one reason for all."""
    woman, man = {"woman": True, "women_only": True}, {"woman": False}
    documents = [
        pair(traits, traits, "no", "yes"),
        pair(traits, traits, "yes", "no"),
        pair(traits, traits, None, "no"),
        pair(traits, traits, None, None) | {"vetoes": [["n1", "o1"]]},
        pair(traits, traits, None, None) | {"previous": [["n1", "o1"]]},
        pair(traits | woman, traits | man, None, None),
        pair(traits | man, traits | woman, None, None),
    ]
    for side in ("new", "old"):
        reasons = {solve_couples(document)["left_out"][side][0]["reason"] for document in documents}
        assert len(reasons) == 1


def test_the_coordinator_is_told_what_was_said() -> None:
    document = pair({}, {}, "yes", "maybe")
    (couple,) = solve_couples(document)["couples"]
    assert couple["why"] == "one-sided"
    assert couple["internal"] != solve_couples(pair({}, {}, "maybe", "yes"))["couples"][0]["internal"]


def test_two_who_share_something_are_told_what() -> None:
    traits = {"interests": ["koken"], "dayparts": ["sat-1"]}
    (couple,) = solve_couples(pair(traits, traits, None, None))["couples"]
    assert "koken" in couple["explanation"]
    assert "zaterdag" in couple["explanation"]
    (other,) = solve_couples(pair({}, {}, None, None))["couples"]
    assert couple["explanation"] != other["explanation"]
