"""The plan of the rounds still to play: everybody meets as many different people of the other side as can be."""

from typing import Any, NamedTuple

from matching.solver.clashes import Groups
from matching.solver.hall import Hall
from matching.solver.judging import Course, follow
from matching.solver.meetings import most_meetings
from matching.solver.polish import Polish
from matching.solver.round_document import read_rounds
from matching.solver.seating import play
from matching.solver.tables import numbered
from matching.solver.words import ROUND_WARNING, Labels

MOST_AT_TABLE = 3
TRIES = ((20, 40), (60, 8), (10_000_000, 3))
"""Up to so many possible pairs, so many tries: a handful of people leaves little room, and takes little time."""


class Plan(NamedTuple):
    """Rounds, followed on paper."""

    rounds: list[Groups]
    course: Course


def plan(document: Any, labels: Labels) -> dict[str, Any]:
    """The answer to a rounds document. Raises Refused."""
    case = read_rounds(document)
    hall = Hall.of(case)
    crowded = _crowded(hall)
    per_table = min(MOST_AT_TABLE - 1, crowded)
    best = _best(hall, per_table)
    if crowded > per_table and best.course.twice:
        wider = _best(hall, MOST_AT_TABLE)
        if len(wider.course.twice) < len(best.course.twice):
            per_table, best = MOST_AT_TABLE, wider
    return _answer(hall, per_table, best, labels)


def _best(hall: Hall, per_table: int) -> Plan:
    """The best of several tries; one that could not be better ends the trying."""
    bound = upper_bound(hall, per_table) if hall.to_plan else 0
    tries = next(tries for most, tries in TRIES if hall.allowed.size <= most)
    best = _tried(hall, per_table, 0)
    for attempt in range(1, tries):
        judged = best.course.judged
        if judged.twice == 0 and -judged.missing == bound:
            break
        best = min(best, _tried(hall, per_table, attempt), key=lambda one: one.course.judged)
    return best


def _tried(hall: Hall, per_table: int, attempt: int) -> Plan:
    rounds = Polish(hall, play(hall, per_table, attempt), per_table).run()
    return Plan(rounds, follow(hall, rounds))


def _crowded(hall: Hall) -> int:
    """How many movers there are to a table in use: in the fullest round to plan, and over all of them."""
    counts = [hall.counts(number) for number in hall.to_plan]
    movers = max((many for many, _tables in counts), default=0)
    tables = max((many for _movers, many in counts), default=0)
    ratios = [-(-many // room) for many, room in [*counts, (movers, tables)] if room]
    return max(1, *ratios) if ratios else 1


def upper_bound(hall: Hall, per_table: int) -> int:
    """The most meetings the rounds to plan could have, were there no table rules."""
    movers, stayers = hall.rounds_left(hall.first_round)
    return most_meetings(hall.new_to_meet(hall.first_round), movers, per_table * stayers)


def _answer(hall: Hall, per_table: int, best: Plan, labels: Labels) -> dict[str, Any]:
    return {
        "rounds": [[hall.written(*table) for table in tables] for tables in numbered(hall, best.rounds)],
        "first_round": hall.first_round,
        "sitting_out": [hall.names(out) for out in best.course.sitting_out],
        "per_table": per_table,
        "distinct_meetings": -best.course.judged.missing,
        "upper_bound": upper_bound(hall, per_table) if hall.to_plan else 0,
        "warnings": [
            {
                "round": number,
                "id": hall.name(person),
                "text": labels.say(ROUND_WARNING) % {"name": labels.person(hall.name(person)), "round": number},
            }
            for number, person in best.course.twice
        ],
    }
