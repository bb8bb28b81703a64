"""Without wifi: one PDF with all that an afternoon needs, printed before the doors open."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matching.models import Board, Choice, Presence
from matching.papers.beside import language_of
from matching.papers.fitting import SCALES, height_of, size_of, strips
from matching.papers.plans import SIDES, Sitting, Spare, document_for, expected, planned, spare_plans
from mixen import pdf
from mixen.languages import READING_LANGUAGES

WALK_INS = 4
EMPTY_SLIPS = 4
ROUNDS_IN_GRID, TABLES_AT_EASE = 8, 26
# In millimetres: what there is for the tables of a round, and for a name in one.
ROOM_ON_WALL, NAME_ON_WALL = 225.0, 63.0
ON_WALL = (15, 12, 9)  # points; as in print.css
# The same for the rows of a choice slip on a quarter of a sheet; with room to spare they are printed larger.
ROOM_ON_SLIP, ROW, LARGE_ROW, NAME_ON_SLIP = 104.0, 6.4, 8.8, 34.0
OWN_LINES = 14.0  # the question once more, in the language of who fills it in
TITLES: dict[tuple[int, int], Promise] = {
    (0, -2): _("Kant N (nieuw): twee mensen minder"),
    (-2, 0): _("Kant O (oud): twee mensen minder"),
    (-1, -1): _("Elke kant: één mens minder"),
    (0, 2): _("Kant N (nieuw): twee mensen meer"),
    (2, 0): _("Kant O (oud): twee mensen meer"),
    (1, 1): _("Elke kant: één mens meer"),
}


def print_pack(board: Board) -> bytes:
    """Attendance list, rounds with names, choice slips and spare plans, for everybody expected at ``board``."""
    return pdf.render("pdf/mix_pack.html", _context(board))


def _context(board: Board) -> dict[str, Any]:
    rows = expected(board)
    people = {str(row.participant_id): row for row in rows}
    document = document_for(board, rows)
    rounds = planned(document)
    numbers = {key: str(row.number) for key, row in people.items()}
    return {
        "board": board,
        "meeting": board.meeting,
        "project": board.meeting.project,
        **_attendance(board),
        "rounds": [_overview(sitting, people) for sitting in rounds],
        "grids": _grids(rounds, numbers),
        "strips": strips(_slips(people, rounds), lambda slip: bool(slip["is_wide"])),
        "empty_strips": [[0, 1]] * (EMPTY_SLIPS // 2),
        "empty_rows": range(int(ROOM_ON_SLIP / LARGE_ROW)),
        "spares": [_spare(spare, document, numbers) for spare in spare_plans(document)] if rounds else [],
    }


def _attendance(board: Board) -> dict[str, Any]:
    rows = list(board.presences.with_person())
    last = board.presences.aggregate(last=Max("number"))["last"] or 0
    return {
        "sides": [(str(side), [row for row in rows if row.participant.side == side]) for side in SIDES],
        "walk_ins": range(last + 1, last + 1 + WALK_INS),
    }


def _overview(sitting: Sitting, people: Mapping[str, Presence]) -> dict[str, Any]:
    def named(keys: Iterable[str]) -> list[dict[str, Any]]:
        return [{"presence": row, "size": size_of(row.name)} for row in _by_number(keys, people)]

    tables = [{"number": at.number, "old": named(at.old), "new": named(at.new)} for at in sitting.tables]
    fits = [points for points in ON_WALL if sum(_height(table, points) for table in tables) <= ROOM_ON_WALL]
    return {
        "number": sitting.number,
        "tables": tables,
        "out": _by_number(sitting.out, people),
        "points": fits[0] if fits else ON_WALL[-1],
    }


def _height(table: dict[str, Any], points: int) -> float:
    """About how high the row of a table is on the page of a round."""
    cells = [
        sum(height_of(one["presence"].name, width=NAME_ON_WALL, points=points * SCALES[one["size"]]) for one in side)
        for side in (table["old"], table["new"])
    ]
    return max(height_of("1", width=NAME_ON_WALL, points=points), *cells) * 1.12 + 2.5


def _by_number(keys: Iterable[str], people: Mapping[str, Presence]) -> list[Presence]:
    return sorted((people[key] for key in keys), key=lambda row: row.number)


def _grids(rounds: list[Sitting], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """All rounds in numbers, in as many parts as are needed to read them."""
    parts = math.ceil(len(rounds) / ROUNDS_IN_GRID)
    columns = math.ceil(len(rounds) / parts) if parts else 0
    return [_grid(rounds[part * columns : (part + 1) * columns], names) for part in range(parts)]


def _grid(rounds: list[Sitting], names: Mapping[str, str]) -> dict[str, Any]:
    """Some rounds in numbers: a row a table, a column a round."""
    seats = {
        (sitting.number, at.number): [name for side in (at.old, at.new) for name in _named(side, names)]
        for sitting in rounds
        for at in sitting.tables
    }
    heads = [sitting.number for sitting in rounds]
    return {
        "heads": heads,
        "rows": [
            (table, [seats.get((number, table), []) for number in heads])
            for table in sorted({table for _number, table in seats})
        ],
        "out": [_named(sitting.out, names) for sitting in rounds],
        "has_out": any(sitting.out for sitting in rounds),
        "is_dense": len({table for _number, table in seats}) > TABLES_AT_EASE,
    }


def _named(keys: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return sorted((names[key] for key in keys), key=_as_counted)


def _as_counted(name: str) -> tuple[int, str]:
    """Numbers in their order, letters after them."""
    return (int(name), "") if name.isdecimal() else (10**6, name)


def _slips(people: Mapping[str, Presence], rounds: list[Sitting]) -> list[dict[str, Any]]:
    """One choice slip a person, with a row for each one they meet, and one for a round they sit out."""
    meets: dict[str, list[dict[str, Any]]] = {key: [] for key in people}
    for sitting in rounds:
        for at in sitting.tables:
            for mine, others in ((at.old, at.new), (at.new, at.old)):
                for key in mine:
                    meets[key] += [_row(sitting.number, at.number, people[other]) for other in others]
        for key in sitting.out:
            meets[key].append({"round": sitting.number, "height": ROW})
    return [_slip(people[key], meets[key]) for key in people]


def _row(number: int, table: int, other: Presence) -> dict[str, Any]:
    size = size_of(other.name)
    height = max(ROW, height_of(other.name, width=NAME_ON_SLIP, points=9.5 * SCALES[size]) + 1)
    return {"round": number, "table": table, "other": other, "size": size, "height": height}


def _slip(own: Presence, rows: list[dict[str, Any]]) -> dict[str, Any]:
    name = own.participant.person.name
    language = language_of(own.participant.person)
    taken = sum(row["height"] for row in rows) + height_of(name, width=91, points=9) + (OWN_LINES if language else 0)
    half = (len(rows) + 1) // 2
    is_wide = taken > ROOM_ON_SLIP
    return {
        "own": own,
        "reading": READING_LANGUAGES.get(language),
        "answers": [answer.label for answer in Choice.Answer],
        "size": size_of(name),
        "is_wide": is_wide,
        "is_roomy": taken * LARGE_ROW / ROW <= ROOM_ON_SLIP,
        "columns": [rows[:half], rows[half:]] if is_wide else [rows],
    }


def _spare(spare: Spare, document: dict[str, Any], numbers: Mapping[str, str]) -> dict[str, Any]:
    """One spare plan in numbers and letters only."""
    letters = {letter: letter for keys in spare.extra.values() for letter in keys}
    return {
        "title": TITLES[spare.old, spare.new],
        "grids": _grids(spare.rounds, {**numbers, **letters}),
        "stand_ins": [
            {
                "letter": side_letter(side),
                "numbers": _named(keys, numbers),
                "example": _example(document, side, keys, numbers.__getitem__),
            }
            for side, keys in spare.stand_ins.items()
        ],
        "extra": [(letter, side) for side, keys in spare.extra.items() for letter in keys],
    }


def _example(document: dict[str, Any], side: str, out: list[str], number: Callable[[str], str]) -> str:
    """Somebody of that side who is in the plan, so that the rule can be told with a real number."""
    return number(next(one["id"] for one in document[side] if one["id"] not in out))


def side_letter(side: str) -> str:
    """The letter on the badge of a side."""
    return "O" if side == "old" else "N"
