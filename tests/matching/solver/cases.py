"""Random people, choices and rules, coarse enough that many couplings tie and every level decides now and then."""

import random
from collections.abc import Collection
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.matching.solver.brute import Book, Coupling, Document, kept_pairs

QUICK = settings(
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
GENDERS = ((True, False), (True, True), (False, False), (None, False))
TRAITS: dict[str, list[Any]] = {
    "languages": [[], ["ar"], ["ar", "tr"], ["tr"]],
    "dayparts": [[], ["sat-1"], ["sat-1", "sun-2"], ["sun-2", "fri-3", "sat-1"]],
    "interests": [[], ["koken"], ["tuin", "koken"]],
    "postcode": [None, "1069", "1068", "1055"],
    "birth_year": [None, 1950, 1989, 1990],
    "children": [None, True, False],
}
ANSWERS = ("yes", "yes", "yes", "maybe", "maybe", "no")
SIZES = [(new, old) for new in (2, 3, 4) for old in (2, 3, 4)]
SIZES += [(1, 3), (4, 1), (5, 3), (3, 5), (5, 4), (5, 5), (6, 3)]
LARGE = [(6, 6), (6, 5), (5, 6), (6, 4), (7, 3)]


def person(chance: random.Random, name: str, *, traits: list[str], women: float) -> dict[str, Any]:
    """Somebody with some of these traits; a trait may also be missing altogether."""
    woman, women_only = chance.choice(GENDERS) if chance.random() < women else (chance.choice([True, False]), False)
    found: dict[str, Any] = {"id": name, "woman": woman, "women_only": women_only}
    for trait in traits:
        if chance.random() < 0.9:
            found[trait] = chance.choice(TRAITS[trait])
    return found


def couples_case(chance: random.Random, new: int, old: int) -> Document:
    """Any document for ``solve_couples``: each rule is absent, rare or frequent."""

    def often(*levels: float) -> float:
        return chance.choice(levels)

    traits = [trait for trait in TRAITS if chance.random() < often(0.0, 0.2, 0.5)]
    women = often(0.0, 0.3, 1.0)
    names = [f"{letter}{number}" for letter in "knop" for number in range(20)]
    chance.shuffle(names)
    people = [person(chance, names.pop(), traits=traits, women=women) for _number in range(new + old)]
    document: Document = {"seed": str(chance.randrange(1000)), "new": people[:new], "old": people[new:]}
    most = chance.choice([(1,), (1, 2), (1, 2, 3), (1, 3), (2, 3), (3,)])
    for one in document["old"]:
        if (number := chance.choice(most)) > 1 or chance.random() < 0.5:
            one["max_new"] = number
    if chance.random() < 0.3:
        document["weights"] = {name: chance.choice([0, 1, 7, 1000]) for name in _some(chance, list(WEIGHT_NAMES), 0.5)}
    pairs = [[one["id"], other["id"]] for one in document["new"] for other in document["old"]]
    document["choices"] = _choices(chance, pairs, often(0.0, 0.3, 0.7, 1.0), often(0.0, 1.0))
    document["vetoes"] = _some(chance, pairs, often(0.0, 0.0, 0.15, 0.4))
    document["previous"] = _some(chance, pairs, often(0.0, 0.0, 0.3))
    ids = [one["id"] for one in document["new"]]
    twos = [[one, other] for number, one in enumerate(ids) for other in ids[:number]]
    document["apart"] = _some(chance, twos, often(0.0, 0.0, 0.3))
    document["locks"] = _locks(chance, document, pairs, often(0.0, 0.0, 0.2))
    document["keep"] = _keep(chance, pairs, often(0.0, 0.0, 0.5))
    return document


WEIGHT_NAMES = ("language", "postcode", "dayparts", "interests", "age", "children")


def conflict_case(chance: random.Random, new: int, old: int) -> Document:
    """A whole meeting with groups of two and three in which many may not share an old."""
    document = couples_case(chance, new, old)
    everybody = [one["id"] for one in document["new"]]
    for one in document["new"] + document["old"]:
        one.update(person(chance, one["id"], traits=list(TRAITS), women=chance.choice([0.5, 1.0])))
    for one in document["old"]:
        one["max_new"] = chance.choice([1, 2, 2, 3])
        if chance.random() < 0.7:
            one.update(woman=True, women_only=False)
    pairs = [[one["id"], other["id"]] for one in document["new"] for other in document["old"]]
    document["choices"] = _choices(chance, pairs, chance.choice([0.05, 0.15, 0.3]), 1.0)
    document["vetoes"] = _some(chance, pairs, chance.choice([0.0, 0.1, 0.4]))
    document["apart"] = [chance.sample(everybody, 2) for _number in range(chance.randrange(new))]
    document["locks"] = _locks(chance, document, pairs, chance.choice([0.0, 0.02]))
    return document


def _some(chance: random.Random, things: list[Any], share: float) -> list[Any]:
    return [thing for thing in things if share and chance.random() < share]


def _choices(chance: random.Random, pairs: list[list[str]], share: float, noes: float) -> list[list[str]]:
    """Answers both ways, and often enough a yes both ways."""
    found = []
    for new, old in _some(chance, pairs, share):
        there, back = chance.choice(ANSWERS), chance.choice(ANSWERS)
        if chance.random() < 0.3:
            there = back = "yes"
        for who, whom, answer in ((new, old, there), (old, new, back)):
            if chance.random() < 0.8 and (answer != "no" or chance.random() < noes):
                found.append([who, whom, answer])
    chance.shuffle(found)
    return found


def _locks(chance: random.Random, document: Document, pairs: list[list[str]], share: float) -> list[list[str]]:
    """Locks that can all be kept."""
    book = Book(document)
    taken: dict[str, list[str]] = {}
    found: list[list[str]] = []
    for new, old in _some(chance, chance.sample(pairs, len(pairs)), share):
        members = [*taken.get(old, []), new]
        if new not in {lock[0] for lock in found} and book.allowed(old, members):
            taken[old] = members
            found.append([new, old])
    return found


def _keep(chance: random.Random, pairs: list[list[str]], share: float) -> list[Any]:
    """Couples of an earlier answer, whether or not they are still possible; in either of the two shapes."""
    if not share:
        return []
    hosts: dict[str, str] = {}
    for new, old in chance.sample(pairs, len(pairs)):
        if chance.random() < share:
            hosts.setdefault(new, old)
    if chance.random() < 0.5:
        return [[new, old] for new, old in hosts.items()]
    return [
        {"old": old, "new": [new for new, host in hosts.items() if host == old], "why": "score"}
        for old in sorted(set(hosts.values()))
    ]


@st.composite
def couples_cases(draw: Any, sizes: list[tuple[int, int]] = SIZES) -> Document:
    """Documents that hypothesis can make smaller when one of them fails."""
    new, old = draw(st.sampled_from(sizes))
    return couples_case(draw(st.randoms(use_true_random=False)), new, old)


def seeded(number: int, sizes: list[tuple[int, int]] = SIZES) -> Document:
    """The document of this number."""
    chance = random.Random(number)
    return couples_case(chance, *chance.choice(sizes))


def shuffled(chance: random.Random, document: Document) -> Document:
    """The same document with every list in another order, except where the order says something."""

    def mixed(things: list[Any]) -> list[Any]:
        return chance.sample(things, len(things))

    found = {**document}
    for side in ("new", "old"):
        lists = ("languages", "dayparts", "interests")
        found[side] = [
            dict(mixed(list((one | {name: mixed(one[name]) for name in lists if name in one}).items())))
            for one in mixed(document[side])
        ]
    for name in ("choices", "locks", "vetoes", "previous"):
        found[name] = mixed(document.get(name, []))
    found["apart"] = [mixed(two) for two in mixed(document.get("apart", []))]
    found["keep"] = [
        one | {"new": mixed(one["new"])} if isinstance(one, dict) else one for one in mixed(document.get("keep", []))
    ]
    return dict(mixed(list(found.items())))


def restricted(document: Document, people: Collection[str]) -> Document:
    """The same document with only these people in it."""
    wanted = set(people)
    small = {**document, "why_not": None}
    for side in ("new", "old"):
        small[side] = [one for one in document[side] if one["id"] in wanted]
    for name in ("locks", "vetoes", "previous", "apart"):
        small[name] = [pair for pair in document.get(name, []) if set(pair) <= wanted]
    small["choices"] = [choice for choice in document.get("choices", []) if {choice[0], choice[1]} <= wanted]
    small["keep"] = [pair for pair in kept_pairs(document) if set(pair) <= wanted]
    return small


def coupling_of(answer: Document) -> Coupling:
    """The pairs of an answer."""
    return frozenset((new, couple["old"]) for couple in answer["couples"] for new in couple["new"])
