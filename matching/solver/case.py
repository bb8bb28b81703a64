"""A checked case: who is there, what they said and what was decided, and which rule forbids a pair."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from matching.solver.people import Person, women_rule_broken_by

Pair = tuple[str, str]
Said = tuple[str | None, str | None]
"""What the new one said of the old one, and the other way round; None where nothing was said."""
SILENCE: Said = (None, None)
RULES = {
    "veto": "there is a veto on this couple",
    "no": "one of them said no",
    "previous": "they were a couple before, and did not both say yes now",
    "women": "one of them goes out only with women",
}


@dataclass
class People:
    """Both sides, in order of id, with where each stands."""

    new: list[Person]
    old: list[Person]
    row: dict[str, int] = field(init=False)
    column: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.new.sort()
        self.old.sort()
        self.row = {one.id: place for place, one in enumerate(self.new)}
        self.column = {one.id: place for place, one in enumerate(self.old)}


@dataclass
class Case:
    """A checked couples document. Pairs are ``(new, old)`` ids; ``said`` has those of whom at least one answered."""

    seed: str
    people: People
    weights: dict[str, int]
    said: dict[Pair, Said]
    locks: list[Pair]
    vetoes: set[Pair]
    apart: set[frozenset[str]]
    previous: set[Pair]
    keep: set[Pair]
    why_not: Pair | None

    def both_yes(self, new: str, old: str) -> bool:
        return self.said.get((new, old)) == ("yes", "yes")


def pair_barred(case: Case, new: str, old: str) -> str | None:
    """Which hard rule forbids these two as a couple: ``veto``, ``no``, ``previous``, ``women`` or None."""
    one, other = case.people.new[case.people.row[new]], case.people.old[case.people.column[old]]
    if (new, old) in case.vetoes:
        return "veto"
    if "no" in case.said.get((new, old), SILENCE):
        return "no"
    if (new, old) in case.previous and not case.both_yes(new, old):
        return "previous"
    return "women" if women_rule_broken_by([one, other]) else None


def only(case: Case, rows: Iterable[int], columns: Iterable[int]) -> Case:
    """The same case among some people only."""
    people = People([case.people.new[row] for row in rows], [case.people.old[column] for column in columns])
    here = {*people.row, *people.column}
    return replace(
        case,
        people=people,
        said={pair: answers for pair, answers in case.said.items() if here.issuperset(pair)},
        locks=[pair for pair in case.locks if here.issuperset(pair)],
        vetoes={pair for pair in case.vetoes if here.issuperset(pair)},
        apart={pair for pair in case.apart if here.issuperset(pair)},
        previous={pair for pair in case.previous if here.issuperset(pair)},
        keep={pair for pair in case.keep if here.issuperset(pair)},
    )
