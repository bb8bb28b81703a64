"""What the pages of a mix meeting show: the five steps with their counts, and who is how far."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.choosing import may_choose
from matching.models import Board, Choice, Couple, Draft, Presence, Round, Seat
from matching.proposing import is_stale
from participants.models import Attendance, Participant, Side, Status
from projects.models import Meeting

STEPS = (
    ("present", _("Aanwezig")),
    ("rounds", _("Rondes")),
    ("choices", _("Keuzes")),
    ("couples", _("Koppels")),
    ("ready", _("Klaar")),
)


@dataclass(frozen=True)
class Step:
    """One of the five, with what it counts."""

    key: str
    name: Any
    count: str
    done: bool
    url: str


def steps_of(board: Board) -> list[Step]:
    """The steps across the top, in seven queries whatever the number of people."""
    here = board.presences.here().count()
    begun = board.all_rounds.begun().count()
    rounds = board.all_rounds.count() or board.rounds
    chose = board.presences.here().filter(chose_at__isnull=False).count()
    couples = list(formed_at(board.meeting).values_list("told", flat=True))
    draft = board.drafts.standing().first()
    proposed = len(draft.answer["couples"]) if draft else 0
    counts = {
        "present": (str(here), False),
        "rounds": (f"{begun}/{rounds}", 0 < rounds == begun),
        "choices": (f"{chose}/{here}", 0 < here == chose),
        "couples": (str(len(couples) or proposed), bool(couples)),
        "ready": (f"{sum(couples)}/{len(couples)}", bool(couples) and all(couples)),
    }
    address = [board.meeting.project.slug, board.meeting_id]
    return [Step(key, name, *counts[key], reverse(f"matching:mix_{key}", args=address)) for key, name in STEPS]


def formed_at(meeting: Meeting) -> Any:
    """The couples that came out of a meeting and go out still."""
    return Couple.objects.active().filter(meeting=meeting)


@dataclass(frozen=True)
class Arrival:
    """One line of the list of who is there."""

    participant: Participant
    presence: Presence | None
    came: bool | None

    @property
    def state(self) -> str:
        """``here``, ``gone``, ``late``, ``away`` or nothing yet."""
        if self.came and self.presence and self.presence.until_round is not None:
            return "gone"
        if self.came:
            return "here"
        if self.presence and self.presence.late:
            return "late"
        return "away" if self.came is False else ""

    @property
    def must_sign_up(self) -> bool:
        return self.participant.status == Status.INTERESTED


def arrivals(board: Board, people: Any) -> dict[str, list[Arrival]]:
    """Per side who may come, in order of name."""
    numbers = {one.participant_id: one for one in board.presences.all()}
    came = dict(Attendance.objects.filter(meeting=board.meeting).values_list("participant", "present"))
    rows = [Arrival(one, numbers.get(one.pk), came.get(one.pk)) for one in people.with_person().in_order_of_name()]
    return {side: [row for row in rows if row.participant.side == side] for side in (Side.OLD, Side.NEW)}


@dataclass(frozen=True)
class Table:
    """One table of one round."""

    number: int
    old: list[Presence]
    new: list[Presence]


@dataclass(frozen=True)
class Played:
    """One round with its tables, and who is there without a seat."""

    round: Round
    tables: list[Table]
    out: list[Presence]


def rounds_of(board: Board) -> list[Played]:
    """All rounds with names, in four queries."""
    people = {one.participant_id: one for one in board.presences.came().with_person()}
    seats: dict[int, list[Seat]] = {}
    for seat in Seat.objects.filter(round__board=board).order_by("table"):
        seats.setdefault(seat.round_id, []).append(seat)
    found = []
    for row in board.all_rounds.order_by("number"):
        row.board = board
        mine = seats.get(row.pk, [])
        seated = {seat.participant_id for seat in mine}
        out = [
            one
            for one in people.values()
            if one.participant_id not in seated
            and one.participant.may_be_matched
            and one.from_round <= row.number <= (one.until_round if one.until_round is not None else row.number)
        ]
        found.append(Played(row, _tables(mine, people), out))
    return found


def _tables(seats: list[Seat], people: dict[int, Presence]) -> list[Table]:
    tables: dict[int, Table] = {}
    for seat in seats:
        presence = people.get(seat.participant_id)
        if presence:
            table = tables.setdefault(seat.table, Table(seat.table, [], []))
            (table.old if presence.participant.side == Side.OLD else table.new).append(presence)
    return [tables[number] for number in sorted(tables)]


@dataclass(frozen=True)
class Chooser:
    """How far somebody is with choosing; never what they chose."""

    presence: Presence
    answered: int

    @property
    def done(self) -> bool:
        return self.presence.chose_at is not None


def choosers(board: Board) -> list[Chooser]:
    """Everybody who is here, with how many answers they gave, in two queries."""
    given: dict[int, int] = {}
    for chooser in Choice.objects.filter(meeting=board.meeting).values_list("chooser", flat=True):
        given[chooser] = given.get(chooser, 0) + 1
    return [Chooser(one, given.get(one.participant_id, 0)) for one in board.presences.here().with_person()]


@dataclass(frozen=True)
class Row:
    """One line of a choice sheet: whom it is about, in which round they met, and the answer while it is filled in."""

    presence: Presence
    answer: str


def sheet_of(board: Board, presence: Presence) -> list[Row]:
    """The people somebody met. Once put away, and after the day itself, the answers are shown to nobody."""
    answers: dict[int, str] = {}
    if presence.chose_at is None and board.meeting.day == timezone.localdate():
        mine = Choice.objects.filter(meeting=board.meeting, chooser=presence.participant)
        answers = dict(mine.values_list("chosen", "answer"))
    return [Row(one, answers.get(one.participant_id, "")) for one in may_choose(board, presence.participant)]


@dataclass(frozen=True)
class Proposed:
    """One couple of the proposal with its people, as the page shows it."""

    old: Participant
    new: list[Participant]
    entry: dict[str, Any]
    locked: bool


@dataclass(frozen=True)
class Without:
    """Somebody without a couple, with the reason of both kinds and what would help."""

    participant: Participant
    entry: dict[str, Any]
    joinable: list[Couple]


@dataclass(frozen=True)
class Proposal:
    """The proposal as it stands."""

    draft: Draft
    couples: list[Proposed]
    without: list[Without]
    vetoes: list[tuple[Participant, Participant]]
    stale: bool
    can_undo: bool


def proposal_of(board: Board) -> Proposal | None:
    """The proposal with names; None before one was made."""
    standing = list(board.drafts.standing()[:2])
    if not standing:
        return None
    draft = standing[0]
    people = {str(one.pk): one for one in board.meeting.project.participants.select_related("person")}
    answer = draft.answer
    locked = {tuple(pair) for pair in draft.locks}
    couples = [
        Proposed(
            people[entry["old"]],
            [people[one] for one in entry["new"]],
            entry,
            any((one, entry["old"]) in locked for one in entry["new"]),
        )
        for entry in answer["couples"]
        if all(people[one].may_be_matched for one in (entry["old"], *entry["new"]))
    ]
    room = [one for one in board.meeting.project.couples.active().with_members() if one.has_room]
    without = [
        Without(people[entry["id"]], entry, room if side == "new" else [])
        for side in ("new", "old")
        for entry in answer["left_out"][side]
        if people[entry["id"]].may_be_matched
    ]
    vetoes = [(people[new], people[old]) for new, old in draft.vetoes if new in people and old in people]
    return Proposal(
        draft, couples, without, vetoes, is_stale(board, draft) and bool(couples or without), len(standing) > 1
    )
