"""Random halls: rules, few tables, people who come late or leave early, rounds that were played."""

import random
from typing import Any

from hypothesis import strategies as st

from tests.matching.solver.brute import Document
from tests.matching.solver.cases import TRAITS, person
from tests.matching.solver.checker import Hall

SIDES = ("new", "old")
SIZES = [(2, 2), (3, 3), (4, 3), (3, 5), (5, 5), (6, 4), (4, 8), (9, 4), (8, 8), (10, 7), (12, 3), (12, 10), (1, 6)]


def plain(new: int, old: int, rounds: int, tables: int | None = None, seed: str = "1") -> Document:
    """A hall without any rule, with a table for everybody who stays unless ``tables`` says otherwise."""
    return {
        "seed": seed,
        "new": [{"id": f"n{number}"} for number in range(new)],
        "old": [{"id": f"o{number}"} for number in range(old)],
        "tables": min(new, old) if tables is None else tables,
        "rounds": rounds,
    }


def rounds_case(chance: random.Random, new: int, old: int) -> Document:
    """Any document for ``plan_rounds``: each rule is absent, rare or frequent."""
    traits = [trait for trait in TRAITS if chance.random() < 0.5]
    women = chance.choice([0.0, 0.3, 1.0])
    document = plain(new, old, chance.randint(1, 8), seed=str(chance.randrange(1000)))
    for side in ("new", "old"):
        document[side] = [person(chance, one["id"], traits=traits, women=women) for one in document[side]]
    if chance.random() < 0.4:
        document["tables"] = chance.randint(1, min(new, old) + 2)
    pairs = [[one["id"], other["id"]] for one in document["new"] for other in document["old"]]
    share = chance.choice([0.0, 0.0, 0.1, 0.3])
    document["vetoes"] = [pair for pair in pairs if chance.random() < share]
    if new > 1 and chance.random() < 0.3:
        ids = [one["id"] for one in document["new"]]
        document["apart"] = [chance.sample(ids, 2) for _number in range(chance.randint(1, new))]
    come_and_go(chance, document, chance.choice([0.0, 0.0, 0.2, 0.5]))
    if chance.random() < 0.4:
        play(chance, document, chance.randint(0, document["rounds"]))
    return document


def come_and_go(chance: random.Random, document: Document, share: float) -> None:
    """Late arrivals and people who leave early."""
    document["from_round"], document["until_round"] = {}, {}
    for one in [*document["new"], *document["old"]]:
        if chance.random() < share:
            document["from_round"][one["id"]] = chance.randint(1, document["rounds"])
        if chance.random() < share:
            since = document["from_round"].get(one["id"], 1)
            document["until_round"][one["id"]] = chance.randint(since, document["rounds"])


def play(chance: random.Random, document: Document, rounds: int) -> None:
    """Some rounds that were played, by the rules, with somebody in them who went home since."""
    document["played"] = []
    gone = chance.random() < 0.5
    for number in range(1, rounds + 1):
        hall = Hall(document)
        new, old = (chance.sample(people, len(people)) for people in (hall.present(side, number) for side in SIDES))
        tables: list[dict[str, Any]] = []
        for host in old[: document["tables"]]:
            guest = next((one for one in new if (one, host) in hall.pairs), None)
            if guest and chance.random() < 0.8:
                new.remove(guest)
                tables.append({"table": len(tables) + 1, "old": [host], "new": [guest]})
        if gone and tables:
            tables[0]["new"].append("home1")
            if len(tables) < document["tables"]:
                tables.append({"table": len(tables) + 1, "old": ["home2"], "new": ["home3"]})
        document["played"].append(tables)


@st.composite
def rounds_cases(draw: Any) -> Document:
    """Halls that hypothesis can make smaller when one of them fails."""
    new, old = draw(st.sampled_from(SIZES))
    return rounds_case(draw(st.randoms(use_true_random=False)), new, old)


def seeded_rounds(number: int, sizes: list[tuple[int, int]] = SIZES) -> Document:
    chance = random.Random(number)
    return rounds_case(chance, *chance.choice(sizes))
