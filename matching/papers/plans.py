"""The rounds on paper, planned for everybody expected, and spare plans for when more or fewer people come.

A spare plan is used by people who know nobody's wishes, so it has to be safe whatever happens. Fewer people: whoever
is left out of the plan may take the number of anybody of their side who did not come. That holds because they are
women who do not go out only with women: wherever a woman who does so sits, they fit, and wherever a man sits too.
Where nobody expected goes out only with women, anybody may. More people: who comes along is planned as somebody of
whom nothing is known, so never at the table of a woman who goes out only with women.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from matching.cases import Document, hall_document
from matching.models import Board, Presence
from matching.solver import plan_rounds
from participants.models import Side

SIDES = (Side.OLD, Side.NEW)
# How many more, or fewer, of the old and of the new.
SPARES = ((0, -2), (-2, 0), (-1, -1), (0, 2), (2, 0), (1, 1))
LETTERS = "AB"


class At(NamedTuple):
    """One table in one round, with the ids of who sits at it."""

    number: int
    old: list[str]
    new: list[str]


class Sitting(NamedTuple):
    """One round: its tables, and who is at none."""

    number: int
    tables: list[At]
    out: list[str]


@dataclass(frozen=True)
class Spare:
    """A plan for ``old`` and ``new`` more people than expected, or fewer.

    ``stand_ins`` are the ids, by side, that are not in the plan and take the number of who is missing; ``extra`` the
    letters, by side, that stand for who comes along. Without ``rounds`` there is no such plan.
    """

    old: int
    new: int
    stand_ins: Mapping[str, list[str]]
    extra: Mapping[str, list[str]]
    rounds: list[Sitting]


def expected(board: Board) -> list[Presence]:
    """Everybody who signed up for good, in order of number, whether ticked or not."""
    rows = board.presences.with_person().filter(participant__in=board.meeting.project.participants.unmatched())
    return list(rows.prefetch_related("participant__person__languages", "participant__interests"))


def document_for(board: Board, rows: Iterable[Presence]) -> Document:
    """The rounds document for all of ``rows``, each side in order of number, with nothing played yet."""
    return hall_document(board, [row.participant for row in rows])


def planned(document: Document) -> list[Sitting]:
    """The rounds for a document; none when a side is empty."""
    answer = plan_rounds(document)
    return [
        Sitting(number, [At(one["table"], one["old"], one["new"]) for one in tables], out)
        for number, (tables, out) in enumerate(zip(answer["rounds"], answer["sitting_out"], strict=True), 1)
    ]


def stand_ins(document: Document, side: str, count: int) -> list[str]:
    """The ids of ``count`` people of a side who may take the place of anybody else of it.

    Empty when there are not so many, or when nobody else would be left. The highest numbers first, and women before
    others. Who is kept apart from somebody is never one of them: at another's place they might meet.
    """
    women_only = any(one["women_only"] for each in SIDES for one in document[each])
    kept = {one for pair in (*document["vetoes"], *document["apart"]) for one in pair}
    may = [
        (one["woman"] is True, place, one["id"])
        for place, one in enumerate(document[side])
        if not one["women_only"] and one["id"] not in kept and (one["woman"] is True or not women_only)
    ]
    chosen = [key for _woman, _place, key in sorted(may, reverse=True)[:count]]
    return chosen if len(chosen) == count < len(document[side]) else []


def spare_plan(document: Document, old: int, new: int) -> Spare:
    """The plan for so many more, or fewer, of each side; without rounds where it cannot be made safely."""
    more = {Side.OLD: old, Side.NEW: new}
    out = {str(side): stand_ins(document, side, -count) for side, count in more.items() if count < 0}
    extra = _letters(more)
    if not all(out.values()):
        return Spare(old, new, {}, {}, [])
    rounds = planned(_changed(document, {key for keys in out.values() for key in keys}, extra))
    seated = {key for sitting in rounds for at in sitting.tables for key in (*at.old, *at.new)}
    if not {key for keys in extra.values() for key in keys} <= seated:
        return Spare(old, new, {}, {}, [])
    return Spare(old, new, out, extra, rounds)


def _letters(more: Mapping[Side, int]) -> dict[str, list[str]]:
    letters = iter(LETTERS)
    return {str(side): [next(letters) for _one in range(count)] for side, count in more.items() if count > 0}


def _changed(document: Document, out: set[str], extra: Mapping[str, list[str]]) -> Document:
    """The document without some and with others, of whom nothing is known."""
    unknown = {
        side: [{"id": key, "woman": None, "women_only": False} for key in extra.get(side, [])] for side in SIDES
    }
    return {
        **document,
        **{str(side): [*(one for one in document[side] if one["id"] not in out), *unknown[side]] for side in SIDES},
    }


def spare_plans(document: Document) -> list[Spare]:
    """A plan for each number of people that is a little off."""
    return [spare_plan(document, old, new) for old, new in SPARES]
