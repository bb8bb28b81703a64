"""What every answer of ``solve_couples`` must be, whatever the document: checked here, from the definition."""

from typing import Any

from tests.matching.solver.brute import (
    Book,
    Document,
    Levels,
    best,
    broken_rules,
    counted,
    couples_of,
    points,
)
from tests.matching.solver.cases import coupling_of

WHY = {"lock", "chosen", "one-sided", "score", "only-possibility"}


def check_rules(document: Document, answer: Document) -> None:
    """No hard rule is broken, everybody is somewhere once, and the stated levels are the counted ones."""
    coupling = coupling_of(answer)
    assert broken_rules(document, coupling) == []
    assert all(couple["new"] for couple in answer["couples"])
    for side, placed in (("new", {new for new, _old in coupling}), ("old", {old for _new, old in coupling})):
        left = [entry["id"] for entry in answer["left_out"][side]]
        assert len(left) == len(set(left))
        assert set(left) == {one["id"] for one in document[side]} - placed
    assert sum(len(couple["new"]) for couple in answer["couples"]) == len(coupling)
    assert len(answer["couples"]) == len(couples_of(coupling))
    assert answer["levels"] == counted(document, coupling).stated


def check_best(document: Document, answer: Document) -> Levels:
    """It is one of the best couplings there are, down to the draw."""
    levels, couplings = best(document)
    coupling = coupling_of(answer)
    assert counted(document, coupling)._asdict() == levels._asdict()
    assert coupling in couplings
    return levels


def check_words(document: Document, answer: Document) -> None:
    """The shape of an answer, the points of each pair, and a why that is true."""
    book = Book(document)
    for couple in answer["couples"]:
        assert set(couple) >= {"old", "new", "why", "points", "rank", "explanation", "internal"}
        assert set(couple["points"]) == set(couple["rank"]) == set(couple["new"])
        for new in couple["new"]:
            assert couple["points"][new] == points(book.new[new], book.old[couple["old"]], book.weights)
            possible = sum(book.pair_allowed(new, old) and book.allowed(old, [new]) for old in book.old)
            assert 1 <= couple["rank"][new] <= possible
        check_why(book, couple)
        assert couple["explanation"].strip()
        assert couple["internal"].strip()
    for side in ("new", "old"):
        for entry in answer["left_out"][side]:
            assert set(entry) >= {"id", "reason", "internal", "because_of", "would_help"}
            assert entry["reason"].strip()
            assert entry["internal"].strip()
            assert set(entry["because_of"]) <= set(book.people)
            assert len(set(entry["because_of"])) == len(entry["because_of"])


def check_why(book: Book, couple: dict[str, Any]) -> None:
    """The one word that says why these are together."""
    old, members = couple["old"], couple["new"]
    why = couple["why"]
    assert why in WHY
    assert (why == "lock") <= any((new, old) in book.locks for new in members)
    assert (why == "chosen") <= any(book.mutual(new, old) for new in members)
    positive = [{"yes", "maybe"} & set(book.both(new, old)) for new in members]
    assert (why == "one-sided") <= any(positive)
    if all((new, old) in book.locks for new in members):
        assert why == "lock"
    elif not any((new, old) in book.locks for new in members) and any(book.mutual(new, old) for new in members):
        assert why == "chosen"
    if why == "only-possibility":
        hosts = [[host for host in book.old if book.allowed(host, [new])] for new in members]
        guests = {new for new in book.new if book.allowed(old, [new])}
        assert guests <= set(members) or any(len(found) == 1 for found in hosts)


def check(document: Document, answer: Document) -> None:
    """All of it."""
    check_rules(document, answer)
    check_words(document, answer)
    check_best(document, answer)
