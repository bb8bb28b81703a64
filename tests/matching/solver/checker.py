"""Checks a plan of rounds from the definition: hard rules, sitting out, its own bound."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import combinations
from typing import Any

from tests.matching.solver.brute import WEIGHTS, Document, Pair, points, women_rule

Table = dict[str, Any]


class Hall:
    """Who is there when, who may sit with whom, and who met before."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sides = {side: [one["id"] for one in document[side]] for side in ("new", "old")}
        self.people = {one["id"]: one for side in ("new", "old") for one in document[side]}
        self.vetoes = {(new, old) for new, old in document.get("vetoes", [])}
        self.apart = {frozenset(two) for two in document.get("apart", [])}
        self.played: list[list[Table]] = document.get("played", [])
        self.first = len(self.played) + 1
        self.last = document["rounds"]
        self.met = {pair for tables in self.played for table in tables for pair in meetings(table)}

    def there(self, one: str, number: int) -> bool:
        """Whether somebody is there in this round."""
        since = self.document.get("from_round", {}).get(one, 1)
        return since <= number <= self.document.get("until_round", {}).get(one, number)

    def present(self, side: str, number: int) -> list[str]:
        return [one for one in self.sides[side] if self.there(one, number)]

    def rounds_there(self, one: str, last: int | None = None) -> list[int]:
        """The rounds to plan in which somebody is there."""
        return [number for number in range(self.first, (last or self.last) + 1) if self.there(one, number)]

    @cached_property
    def stay(self) -> str:
        """The side that stays at its table: the fewer people there in a round to plan; the old when equal."""
        number = {side: sum(bool(self.rounds_there(one)) for one in self.sides[side]) for side in ("new", "old")}
        return "new" if number["new"] < number["old"] else "old"

    @cached_property
    def move(self) -> str:
        return "old" if self.stay == "new" else "new"

    def may_share(self, people: Collection[str]) -> bool:
        """Whether these may be at one table: the women rule and ``apart``."""
        return women_rule([self.people[one] for one in people]) and not any(
            frozenset(two) in self.apart for two in combinations(people, 2)
        )

    @cached_property
    def pairs(self) -> set[Pair]:
        """The pairs (new, old) who may meet and did not yet, whenever they are there."""
        return {
            (new, old)
            for new in self.sides["new"]
            for old in self.sides["old"]
            if (new, old) not in self.vetoes and (new, old) not in self.met and self.may_share([new, old])
        }

    @cached_property
    def possible(self) -> set[Pair]:
        """Those of ``pairs`` who are there together in a round to plan."""
        there = {one: set(self.rounds_there(one)) for one in self.people}
        return {(new, old) for new, old in self.pairs if there[new] & there[old]}

    def pair(self, stayer: str, mover: str) -> Pair:
        return (stayer, mover) if self.stay == "new" else (mover, stayer)

    def bound(self, per_table: int) -> int:
        """The most pairs with one for a mover in a round and ``per_table`` for a stayer."""
        stayers = {one: per_table * len(self.rounds_there(one)) for one in self.sides[self.stay]}
        movers = {one: len(self.rounds_there(one)) for one in self.sides[self.move]}
        reach = {
            mover: [stayer for stayer in stayers if self.pair(stayer, mover) in self.possible] for mover in movers
        }
        return most_pairs(movers, stayers, reach)

    def movers_a_table(self) -> tuple[int, int]:
        """The most movers there at once for each table in use, with the most and with the fewest tables in a round."""
        rounds = range(self.first, self.last + 1)
        movers = max((len(self.present(self.move, number)) for number in rounds), default=0)
        tables = [min(self.document["tables"], len(self.present(self.stay, number))) for number in rounds]
        used = [number for number in tables if number]
        return (-(-movers // max(used)), -(-movers // min(used))) if used else (0, 0)

    def score(self, pair: Pair) -> int:
        return sum(points(self.people[pair[0]], self.people[pair[1]], WEIGHTS).values())


def meetings(table: Table) -> Iterator[Pair]:
    """The pairs (new, old) who sit opposite each other at this table."""
    return ((new, old) for new in table["new"] for old in table["old"])


def most_pairs(movers: dict[str, int], stayers: dict[str, int], reach: dict[str, list[str]]) -> int:
    """The largest number of pairs within these capacities, each pair at most once, by augmenting paths."""
    chosen: dict[str, set[str]] = {mover: set() for mover in movers}
    guests: dict[str, set[str]] = {stayer: set() for stayer in stayers}
    total = 0
    for mover, capacity in movers.items():
        while len(chosen[mover]) < capacity and augment(mover, stayers, reach, chosen, guests):
            total += 1
    return total


def augment(
    start: str,
    stayers: dict[str, int],
    reach: dict[str, list[str]],
    chosen: dict[str, set[str]],
    guests: dict[str, set[str]],
) -> bool:
    """One pair more for ``start``, moving pairs of others from stayer to stayer where that makes room."""
    came: dict[str, str] = {}  # the mover from whom each stayer was reached
    through: dict[str, str] = {}  # the stayer through whom each mover was reached
    waiting = [start]
    while waiting:
        mover = waiting.pop()
        for stayer in reach[mover]:
            if stayer in came or stayer in chosen[mover]:
                continue
            came[stayer] = mover
            if len(guests[stayer]) < stayers[stayer]:
                turn(stayer, start, came, through, chosen, guests)
                return True
            for other in guests[stayer]:
                if other != start and other not in through:
                    through[other] = stayer
                    waiting.append(other)
    return False


def turn(
    stayer: str,
    start: str,
    came: dict[str, str],
    through: dict[str, str],
    chosen: dict[str, set[str]],
    guests: dict[str, set[str]],
) -> None:
    """Carry out the path that ends at this stayer."""
    while True:
        mover = came[stayer]
        chosen[mover].add(stayer)
        guests[stayer].add(mover)
        if mover == start:
            return
        stayer = through[mover]
        chosen[mover].remove(stayer)
        guests[stayer].remove(mover)


class Plan:
    """A plan beside the hall it is for."""

    def __init__(self, document: Document, plan: Document) -> None:
        self.hall = Hall(document)
        self.plan = plan
        self.rounds: dict[int, list[Table]] = dict(enumerate(plan["rounds"], start=self.hall.first))
        self.per_table: int = plan["per_table"]
        self.planned = Counter(pair for tables in self.rounds.values() for table in tables for pair in meetings(table))
        self.seated = {number: self._seated(number) for number in range(1, self.hall.first + len(self.rounds))}

    def _seated(self, number: int) -> set[str]:
        """Who has a seat with somebody opposite, in a played round or a planned one."""
        tables = self.hall.played[number - 1] if number < self.hall.first else self.rounds[number]
        return {one for table in tables for pair in meetings(table) for one in pair}

    def sits_out(self, one: str, number: int) -> bool:
        return self.hall.there(one, number) and one not in self.seated[number]

    def had_met(self, number: int) -> set[Pair]:
        """Who had met before this round."""
        earlier = [tables for other, tables in self.rounds.items() if other < number]
        return self.hall.met | {pair for tables in earlier for table in tables for pair in meetings(table)}

    def with_somebody_new(self, number: int) -> set[str]:
        """Who is there in this round together with somebody they may meet and did not before."""
        fresh = self.hall.pairs - self.had_met(number)
        return {one for pair in fresh if all(self.hall.there(each, number) for each in pair) for one in pair}

    def twice_running(self) -> set[tuple[int, str]]:
        """Who sits out a second round running, and when, while somebody new to meet is there."""
        return {
            (number, one)
            for number in self.rounds
            if number > 1
            for one in self.with_somebody_new(number)
            if self.sits_out(one, number) and self.sits_out(one, number - 1)
        }

    def faults(self) -> list[str]:
        """Everything that is wrong with the plan, hard rules first."""
        found = [fault for number in self.rounds for fault in self._faults_of_round(number)]
        found += [f"{pair} meets {times} times" for pair, times in self.planned.items() if times > 1]
        found += [f"{pair} met before" for pair in self.planned if pair in self.hall.met]
        if found:
            return found
        return [*self._wrong_figures(), *self._wrong_end(), *self._wrong_tables()]

    def _faults_of_round(self, number: int) -> Iterator[str]:
        hall = self.hall
        tables = self.rounds[number]
        everybody = Counter(one for table in tables for one in [*table["new"], *table["old"]])
        yield from (f"round {number}: {one} is in two places" for one, times in everybody.items() if times > 1)
        if unknown := set(everybody) - set(hall.people):
            yield f"round {number}: unknown {sorted(unknown)}"
            return
        yield from (f"round {number}: {one} is not there" for one in everybody if not hall.there(one, number))
        numbers = [table["table"] for table in tables]
        if len(set(numbers)) < len(numbers) or not set(numbers) <= set(range(1, hall.document["tables"] + 1)):
            yield f"round {number}: wrong tables {numbers}"
        for table in tables:
            if len(table[hall.stay]) != 1 or not 1 <= len(table[hall.move]) <= self.per_table:
                yield f"round {number}: wrong number of people at {table}"
            if not hall.may_share([*table["new"], *table["old"]]):
                yield f"round {number}: these may not share a table: {table}"
            yield from (f"round {number}: vetoed {pair}" for pair in meetings(table) if pair in hall.vetoes)

    def _wrong_figures(self) -> Iterator[str]:
        hall, plan = self.hall, self.plan
        expected = {
            "first_round": hall.first,
            "distinct_meetings": len(self.planned),
            "upper_bound": hall.bound(self.per_table),
        }
        yield from (f"{name}: {plan[name]}, not {value}" for name, value in expected.items() if plan[name] != value)
        out = [sorted(one for one in hall.people if self.sits_out(one, number)) for number in self.rounds]
        if [sorted(people) for people in plan["sitting_out"]] != out:
            yield f"sitting out: {plan['sitting_out']}, not {out}"
        warned = [(warning["round"], warning["id"]) for warning in plan["warnings"]]
        if sorted(warned) != sorted(self.twice_running()):
            yield f"warned: {sorted(warned)}, twice running: {sorted(self.twice_running())}"
        if not all(warning["text"].strip() for warning in plan["warnings"]):
            yield "a warning without words"

    def _wrong_end(self) -> Iterator[str]:
        """It ends when nobody has anyone new to meet, and not before."""
        hall = self.hall
        after = hall.first + len(self.rounds)
        if after > hall.last + 1:
            yield "more rounds than asked for"
        met = self.had_met(after)
        for number in range(after, hall.last + 1):
            fresh = [pair for pair in hall.pairs - met if all(hall.there(one, number) for one in pair)]
            yield from (f"ends before round {number} in which {pair} could meet" for pair in sorted(fresh)[:1])
        if self.rounds and not self.rounds[after - 1]:
            yield "an empty last round"

    def _wrong_tables(self) -> Iterator[str]:
        """Who stays keeps the table number, where there is a table for everybody who stays."""
        numbers = defaultdict(set)
        for tables in self.rounds.values():
            for table in tables:
                numbers[table[self.hall.stay][0]].add(table["table"])
        stayers = [one for one in self.hall.sides[self.hall.stay] if self.hall.rounds_there(one)]
        if len(stayers) <= self.hall.document["tables"]:
            yield from (f"{one} is at tables {used}" for one, used in numbers.items() if len(used) > 1)
