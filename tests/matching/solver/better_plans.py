"""Small changes that would make a plan better at one level and worse at none above it; a good plan has none."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import combinations

from tests.matching.solver.brute import Document
from tests.matching.solver.checker import Plan, Table


def could_be_added(document: Document, answer: Document) -> Iterator[str]:
    """People who sit out in a round and could meet somebody there whom they meet in no round at all."""
    plan = Plan(document, answer)
    hall = plan.hall
    free = hall.pairs - set(plan.planned)
    for number, tables in plan.rounds.items():
        movers = [one for one in hall.present(hall.move, number) if plan.sits_out(one, number)]
        stayers = [one for one in hall.present(hall.stay, number) if plan.sits_out(one, number)]
        for mover in movers:
            for table in tables:
                if (
                    len(table[hall.move]) < plan.per_table
                    and hall.pair(table[hall.stay][0], mover) in free
                    and hall.may_share([mover, *table["new"], *table["old"]])
                ):
                    yield f"round {number}: {mover} could sit at {table}"
            if len(tables) < document["tables"]:
                for stayer in stayers:
                    if hall.pair(stayer, mover) in free:
                        yield f"round {number}: {mover} and {stayer} could sit at a free table"


def sat_out(plan: Plan, one: str) -> tuple[int, int, int]:
    """How often somebody sits out: in all, in the rounds to plan, and where somebody new to meet was there."""
    rounds = [number for number in plan.seated if plan.sits_out(one, number)]
    to_plan = [number for number in rounds if number in plan.rounds]
    return len(rounds), len(to_plan), sum(one in plan.with_somebody_new(number) for number in to_plan)


def unfair(document: Document, answer: Document) -> Iterator[str]:
    """Somebody who sits out two more, however counted, than another whose seat could be theirs without loss."""
    plan = Plan(document, answer)
    times = {one: sat_out(plan, one) for one in plan.hall.people}
    for people in plan.hall.sides.values():
        for one in people:
            for other in people:
                if all(mine >= theirs + 2 for mine, theirs in zip(times[one], times[other], strict=True)):
                    yield from instead(document, answer, plan, one, other)


def instead(document: Document, answer: Document, plan: Plan, one: str, other: str) -> Iterator[str]:
    """The rounds in which ``one`` could have the seat of ``other``."""
    side = "new" if one in plan.hall.sides["new"] else "old"
    for place, number in enumerate(plan.rounds):
        if not plan.sits_out(one, number):
            continue
        for table in answer["rounds"][place]:
            if other in table[side]:
                changed = deepcopy(answer)
                seat = next(each for each in changed["rounds"][place] if each["table"] == table["table"])
                seat[side] = [one if each == other else each for each in seat[side]]
                if not_worse(document, plan, changed):
                    yield f"round {number}: {one} could have the seat of {other} at table {table['table']}"


def not_worse(document: Document, plan: Plan, changed: Document) -> bool:
    """Whether the changed plan keeps every hard rule, has as many meetings and no more people out twice running."""
    other = Plan(document, changed)
    hall = other.hall
    return (
        max(other.planned.values(), default=1) == 1
        and set(other.planned) <= hall.pairs
        and len(other.planned) == len(plan.planned)
        and all(hall.may_share([*each["new"], *each["old"]]) for tables in other.rounds.values() for each in tables)
        and len(other.twice_running()) <= len(plan.twice_running())
    )


def shared_tables(plan: Plan) -> Counter[frozenset[str]]:
    """How often two movers are at one table."""
    tables = [table for tables in plan.rounds.values() for table in tables]
    return Counter(frozenset(two) for table in tables for two in combinations(table[plan.hall.move], 2))


def repeats(plan: Plan) -> int:
    """How many times movers are at one table again."""
    return sum(times - 1 for times in shared_tables(plan).values())


def needless_repeats(document: Document, answer: Document) -> Iterator[str]:
    """Movers who are at one table again where exchanging two of them in one round would avoid it."""
    plan = Plan(document, answer)
    before = repeats(plan)
    if not before:
        return
    side = plan.hall.move
    for place, number in enumerate(plan.rounds):
        for one, other in combinations(answer["rounds"][place], 2):
            for mover, guest in ((each, every) for each in one[side] for every in other[side]):
                changed = deepcopy(answer)
                exchange(changed["rounds"][place], side, mover, guest)
                if not_worse(document, plan, changed) and repeats(Plan(document, changed)) < before:
                    yield f"round {number}: {mover} and {guest} could change places"


def exchange(tables: list[Table], side: str, one: str, other: str) -> None:
    names = {one: other, other: one}
    for table in tables:
        table[side] = [names.get(each, each) for each in table[side]]
