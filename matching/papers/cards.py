"""Cards for the hall: a number on every table, and a number for every person."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from matching.models import Board, Presence, Seat
from matching.papers.fitting import size_of, strips
from mixen import pdf
from participants.models import Side

MOST_NAMES_ON_TABLE = 4
ROUNDS_IN_COLUMN = 10


def cards(board: Board) -> bytes:
    """Table cards and personal cards of ``board``, with the rounds that are planned or played so far."""
    seats = list(
        Seat.objects.filter(round__board=board)
        .select_related("round", "participant__person")
        .order_by("round__number")
    )
    rounds = sorted(board.all_rounds.values_list("number", flat=True))
    staying = who_stays(seats)
    return pdf.render(
        "pdf/mix_cards.html",
        {
            "board": board,
            "project": board.meeting.project,
            "tables": [_table(number, staying.get(number, [])) for number in _tables(board, seats)],
            "strips": strips(_personal(board, seats, rounds), lambda _card: False),
        },
    )


def _tables(board: Board, seats: Iterable[Seat]) -> range:
    return range(1, max([board.tables, *(seat.table for seat in seats)]) + 1)


def _table(number: int, names: list[str]) -> dict[str, Any]:
    size = size_of(*names)
    return {
        "number": number,
        "names": names[:MOST_NAMES_ON_TABLE],
        "size": "small" if len(names) > 1 and size == "normal" else size,
        "is_full": len(names) > 1 or size != "normal",
    }


def who_stays(seats: Iterable[Seat]) -> dict[int, list[str]]:
    """The names of who stays at each table, those who come there first in front.

    One side stays and the other moves: the side whose people change tables least, with fewer people when that is
    equal, and else the old.
    """
    places: dict[str, dict[int, set[int]]] = {str(side): defaultdict(set) for side in Side}
    tables: dict[str, dict[int, Counter[str]]] = {str(side): defaultdict(Counter) for side in Side}
    for seat in seats:
        side = seat.participant.side
        places[side][seat.participant_id].add(seat.table)
        tables[side][seat.table][seat.participant.person.goes_by] += 1
    present = [side for side in places if places[side]]
    if not present:
        return {}

    def unrest(side: str) -> tuple[int, int, bool]:
        people = places[side]
        return sum(len(found) - 1 for found in people.values()), len(people), side == Side.NEW

    return {number: list(names) for number, names in tables[min(present, key=unrest)].items()}


def _personal(board: Board, seats: Iterable[Seat], rounds: list[int]) -> list[dict[str, Any]]:
    at = {(seat.participant_id, seat.round.number): seat.table for seat in seats}
    return [
        _person(row, [(one, at.get((row.participant_id, one))) for one in rounds])
        for row in board.presences.with_person()
    ]


def _person(row: Presence, rounds: list[tuple[int, int | None]]) -> dict[str, Any]:
    person = row.participant.person
    size = size_of(person.name, person.own_script_name)
    split = ROUNDS_IN_COLUMN if len(rounds) > ROUNDS_IN_COLUMN else len(rounds)
    return {
        "row": row,
        "person": person,
        "size": size,
        "is_roomy": len(rounds) <= ROUNDS_IN_COLUMN and size != "smaller",
        "columns": [part for part in (rounds[:split], rounds[split:]) if part],
    }
