"""What the big screen in the hall shows: the round, the clock, and who sits where. First names and sides, no more."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from matching.models import Board, Presence, Round, Seat
from participants.models import Participant

SOON = 30  # so many seconds before the end the next places are shown
SEEKING = 30  # and so many seconds after the start people are still walking
Place = dict[str, Any]
Names = dict[int, str]


def screen_state(board: Board, now: datetime) -> dict[str, Any]:
    """The afternoon as it is now, ready to be sent as JSON; three queries, however many tables."""
    rounds = list(board.all_rounds.order_by("number"))
    running = next((one for one in rounds if one.is_running), None)
    planned = next((one for one in rounds if one.started_at is None), None)
    begun = [one.number for one in rounds if one.started_at]
    there = list(board.presences.came().with_person())
    names = names_of(there)
    shown = [one for one in (running, planned) if one]
    seats = list(Seat.objects.filter(round__in=shown).select_related("participant__person"))
    clock = running or planned
    left = clock.seconds_left(now) if clock else 0
    state: dict[str, Any] = {
        "version": board.changes,
        "phase": _phase(running, planned, begun),
        "round": max(begun, default=0),
        "rounds": max((one.number for one in rounds), default=board.rounds),
        "minutes": board.minutes,
        "whole": board.minutes * 60,
        "seconds_left": left,
        "time": f"{left // 60}:{left % 60:02}",
        "soon": SOON,
        "seeking": SEEKING,
        "paused": running is not None and running.is_paused,
        **_places(running, seats, there, names),
        "next": {"round": planned.number, **_places(planned, seats, there, names)} if planned else None,
    }
    state["lines"] = _lines(state)
    state["moment"] = moment_of(state)
    state["line"] = state["lines"][state["moment"]]
    state["shows_next"] = planned is not None and (running is None or left <= SOON)
    return state


def _phase(running: Round | None, planned: Round | None, begun: list[int]) -> str:
    if running:
        return "round"
    if begun:
        return "between" if planned else "over"
    return "before"


def moment_of(state: dict[str, Any]) -> str:
    """Which of the lines holds now; the page follows the same order between two answers of the server."""
    left = state["seconds_left"]
    if state["phase"] != "round":
        return str(state["phase"])
    if state["paused"]:
        return "paused"
    if left == 0:
        return "up"
    if left <= SOON:
        return "soon"
    return "seek" if state["whole"] - left < SEEKING else "talk"


def _lines(state: dict[str, Any]) -> dict[str, str]:
    """What everybody is to do, for each moment."""
    following = state["next"]
    number = {"number": following["round"] if following else state["round"]}
    return {
        "before": _("Zoek je tafel") if following else _("Welkom! We beginnen zo."),
        "seek": _("Zoek je tafel"),
        "talk": _("Maak kennis met elkaar"),
        "soon": _("Straks: je tafel in ronde %(number)s") % number if following else _("Nog even: de laatste ronde"),
        "up": _("Wissel: zoek je nieuwe tafel") if following else _("De tijd is om. Dit was de laatste ronde."),
        "paused": _("De klok staat stil"),
        "between": _("Pauze: straks zit je hier"),
        "over": _("De rondes zijn klaar. Nu mag je kiezen."),
    }


def _places(played: Round | None, seats: list[Seat], there: list[Presence], names: Names) -> Place:
    """Who sits where in one round, and who does not sit; nobody who went home before it."""
    if played is None:
        return {"tables": [], "sitting_out": []}
    expected = [one for one in there if _is_there(one, played.number)]
    ids = {one.participant_id for one in expected}
    tables: dict[int, list[Participant]] = {}
    seated = set()
    for seat in seats:
        if seat.round_id == played.pk and seat.participant_id in ids:
            tables.setdefault(seat.table, []).append(seat.participant)
            seated.add(seat.participant_id)
    out = [one.participant for one in expected if one.participant_id not in seated and _wants_a_seat(one)]
    return {
        "tables": [{"table": number, "names": _written(tables[number], names)} for number in sorted(tables)],
        "sitting_out": _written(out, names),
    }


def _is_there(presence: Presence, number: int) -> bool:
    return presence.from_round <= number and (presence.until_round is None or presence.until_round >= number)


def _wants_a_seat(presence: Presence) -> bool:
    return presence.until_round is None and presence.participant.may_be_matched


def _written(people: Iterable[Participant], names: Names) -> list[dict[str, str]]:
    """Name and side; the old ones first, then by name."""
    told = [{"name": names[one.pk], "side": str(one.side)} for one in people]
    return sorted(told, key=lambda one: (one["side"] != "old", one["name"].casefold()))


def names_of(presences: Iterable[Presence]) -> Names:
    """How each is called on the screen: by the first name, and by more where two people have the same.

    More is the letter their last name begins with, or the number on their card where that does not tell them apart.
    """
    rows = list(presences)
    short = {one.participant_id: " ".join(one.name.split()) for one in rows}
    same = _shared(short)
    longer = {**short, **{one.participant_id: _with_letter(one) for one in rows if one.participant_id in same}}
    same = _shared(longer)
    numbered = {one.participant_id: f"{short[one.participant_id]} {one.number}" for one in rows}
    return {key: numbered[key] if key in same else name for key, name in longer.items()}


def _shared(names: Names) -> set[int]:
    """Whose name somebody else has as well, whatever the capitals."""
    count = Counter(name.casefold() for name in names.values())
    return {key for key, name in names.items() if count[name.casefold()] > 1}


def _with_letter(presence: Presence) -> str:
    """``Ans V.`` for Ans de Vries; the name as it is when there is no more of it."""
    called = " ".join(presence.name.split())
    known = called.casefold().split()
    more = [part for part in presence.participant.person.name.split() if part.casefold() not in known]
    return f"{called} {more[-1][0].upper()}." if more else called
