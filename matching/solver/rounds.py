"""The plan of the rounds still to play: everybody meets as many different people of the other side as can be."""

from typing import Any

from matching.solver.hall import Hall
from matching.solver.meetings import most_meetings
from matching.solver.round_document import RoundsCase, read_rounds
from matching.solver.seating import Planned, play
from matching.solver.words import ROUND_WARNING, Labels

MOST_AT_TABLE = 3


def plan(document: Any, labels: Labels) -> dict[str, Any]:
    """The answer to a rounds document. Raises Refused."""
    case = read_rounds(document)
    hall = Hall.of(case)
    per_table = _at_most_two(hall)
    planned = play(hall, per_table)
    if per_table == MOST_AT_TABLE - 1 and planned.twice and _crowded(hall) > per_table:
        wider = play(hall, MOST_AT_TABLE)
        if len(wider.twice) < len(planned.twice):
            per_table, planned = MOST_AT_TABLE, wider
    return _answer(case, hall, per_table, planned, labels)


def _crowded(hall: Hall) -> int:
    """How many movers there are to a table in use, in the fullest round to plan."""
    most = 1
    for number in hall.to_plan:
        movers, tables = hall.counts(number)
        if tables:
            most = max(most, -(-movers // tables))
    return most


def _at_most_two(hall: Hall) -> int:
    return min(MOST_AT_TABLE - 1, _crowded(hall))


def upper_bound(hall: Hall, per_table: int) -> int:
    """The most meetings the rounds to plan could have, were there no table rules."""
    movers, stayers = hall.rounds_left(hall.first_round)
    return most_meetings(hall.new_to_meet(hall.first_round), movers, per_table * stayers)


def _answer(case: RoundsCase, hall: Hall, per_table: int, planned: Planned, labels: Labels) -> dict[str, Any]:
    return {
        "rounds": [[hall.written(*table) for table in tables] for tables in planned.rounds],
        "first_round": hall.first_round,
        "sitting_out": [hall.names(out) for out in planned.sitting_out],
        "per_table": per_table,
        "distinct_meetings": sum(len(members) for tables in planned.rounds for _number, _stayer, members in tables),
        "upper_bound": upper_bound(hall, per_table) if hall.to_plan else 0,
        "warnings": [
            {
                "round": number,
                "id": hall.name(person),
                "text": labels.say(ROUND_WARNING) % {"name": labels.person(hall.name(person)), "round": number},
            }
            for number, person in planned.twice
        ],
    }
