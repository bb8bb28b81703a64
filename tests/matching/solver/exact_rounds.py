"""The best plan of rounds for a handful of people, by trying every seating of every round."""

from collections.abc import Iterator
from functools import cache

from tests.matching.solver.brute import Document, Pair
from tests.matching.solver.checker import Hall

Seating = frozenset[Pair]


def seatings(hall: Hall, number: int, per_table: int) -> Iterator[Seating]:
    """Every way to seat people in this round, nobody among them, whoever met before."""
    stayers = hall.present(hall.stay, number)

    def seat(movers: list[str], tables: dict[str, tuple[str, ...]]) -> Iterator[Seating]:
        if not movers:
            yield frozenset(hall.pair(stayer, mover) for stayer, guests in tables.items() for mover in guests)
            return
        first, rest = movers[0], movers[1:]
        yield from seat(rest, tables)
        for stayer in stayers:
            guests = (*tables.get(stayer, ()), first)
            more = {**tables, stayer: guests}
            if (
                len(more) <= hall.document["tables"]
                and len(guests) <= per_table
                and hall.pair(stayer, first) in hall.pairs
                and hall.may_share([stayer, *guests])
            ):
                yield from seat(rest, more)

    yield from seat(hall.present(hall.move, number), {})


def best_plan(document: Document, per_table: int) -> tuple[int, int]:
    """The fewest people twice running without a seat, and the most distinct meetings with that few."""
    hall = Hall(document)
    options = {
        number: [(seating, frozenset(one for pair in seating for one in pair)) for seating in found]
        for number in range(hall.first, hall.last + 1)
        for found in [list(seatings(hall, number, per_table))]
    }
    there = {number: {one for one in hall.people if hall.there(one, number)} for number in range(1, hall.last + 1)}
    before = hall.first - 1
    seated = {one for table in (hall.played[-1] if hall.played else []) for one in [*table["new"], *table["old"]]}
    out = frozenset(there[before] - seated) if hall.played else frozenset()

    @cache
    def highest(number: int, met: frozenset[Pair], out: frozenset[str]) -> tuple[int, int]:
        """The least bad from this round on: minus the people twice running without a seat, and the meetings."""
        if number > hall.last:
            return 0, 0
        fresh = {one for pair in hall.pairs - met if set(pair) <= there[number] for one in pair}
        found = None
        for seating, people in options[number]:
            if not seating & met:
                now = frozenset(there[number] - people)
                rest = highest(number + 1, met | seating, now)
                total = rest[0] - len(fresh & now & out), rest[1] + len(seating)
                found = total if found is None else max(found, total)
        assert found is not None
        return found

    bad, meetings = highest(hall.first, frozenset(), out)
    return -bad, meetings


def small_enough(document: Document, per_table: int, most: int = 150_000) -> bool:
    """Whether trying everything takes about a second at most."""
    hall = Hall(document)
    tries = 1
    for number in range(hall.first, hall.last + 1):
        tries *= sum(1 for _seating in seatings(hall, number, per_table))
        if tries > most:
            return False
    return True
