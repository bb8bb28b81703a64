"""Setting up an afternoon and noting who is there. Every deed counts up the board, so other tablets see it."""

from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from matching.models import Board, Couple, EndReason, Helper, NotTogether, Presence
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions import note_attendance, register, sign_up
from participants.models import Attendance, Participant, Side, Status
from projects.models import Meeting, Organisation


@action
def set_up_board(*, meeting: Meeting, tables: int, rounds: int, minutes: int, by: User | None) -> Board:
    """Make the board of a mix meeting ready, or change how it is set up; everybody expected gets a number."""
    if meeting.kind != Meeting.Kind.MIX:
        raise DomainError(_("Rondes en keuzes horen bij een mixbijeenkomst."))
    board, _made = Board.objects.get_or_create(meeting=meeting)
    board = Board.objects.as_it_is_now(board)
    board.tables, board.rounds, board.minutes = tables, rounds, minutes
    board.save(update_fields=["tables", "rounds", "minutes"])
    for participant in board.expected().order_by("-side", "person__name", "pk"):
        _presence(board, participant)
    board.tell(by, _("De middag is klaargezet."))
    return board


def _presence(board: Board, participant: Participant) -> Presence:
    row = board.presences.filter(participant=participant).first()
    if row:
        return row
    last = board.presences.aggregate(last=Max("number"))["last"] or 0
    return Presence.objects.create(board=board, participant=participant, number=last + 1)


def _of_project(board: Board, participant: Participant) -> None:
    if participant.project_id != board.meeting.project_id:
        raise DomainError(_("Deze deelnemer hoort bij een ander project."))


@action
def mark_here(*, board: Board, participant: Participant, by: User | None) -> Presence:
    """Somebody is in the hall; who comes after the rounds began joins in the next one."""
    board = Board.objects.as_it_is_now(board)
    _of_project(board, participant)
    note_attendance(meeting=board.meeting, participant=participant, present=True, by=by)
    row = _presence(board, participant)
    begun = board.rounds_begun
    back = row.until_round is not None and row.until_round < begun
    new = not row.participant.seats.filter(round__board=board).exists()
    if begun and (back or new):
        row.from_round = begun + 1
    row.late, row.until_round = False, None
    row.save()
    board.tell(by, _("%(name)s is er.") % {"name": participant.person.goes_by})
    return row


@action
def mark_away(*, board: Board, participant: Participant, by: User | None) -> Presence:
    """The tick was a mistake, or somebody does not come."""
    board = Board.objects.as_it_is_now(board)
    _of_project(board, participant)
    row = _presence(board, participant)
    if row.participant.seats.filter(round__board=board, round__started_at__isnull=False).exists():
        raise DomainError(
            _("%(name)s zat al aan tafel. Kies 'naar huis' in plaats van 'niet gekomen'.")
            % {"name": participant.person.goes_by}
        )
    note_attendance(meeting=board.meeting, participant=participant, present=False, by=by)
    row.late, row.until_round, row.from_round = False, None, 1
    row.save()
    board.tell(by, _("%(name)s is niet gekomen.") % {"name": participant.person.goes_by})
    return row


@action
def mark_late(*, board: Board, participant: Participant, by: User | None) -> Presence:
    """Somebody let know that they come later."""
    board = Board.objects.as_it_is_now(board)
    _of_project(board, participant)
    row = _presence(board, participant)
    if Attendance.objects.filter(meeting=board.meeting, participant=participant, present=True).exists():
        raise DomainError(_("%(name)s is er al.") % {"name": participant.person.goes_by})
    row.late = True
    row.save()
    board.tell(by, _("%(name)s komt later.") % {"name": participant.person.goes_by})
    return row


@action
def mark_gone(*, board: Board, participant: Participant, by: User | None) -> Presence:
    """Somebody went home: no more rounds, and no couple today."""
    board = Board.objects.as_it_is_now(board)
    _of_project(board, participant)
    row = _presence(board, participant)
    if not Attendance.objects.filter(meeting=board.meeting, participant=participant, present=True).exists():
        raise DomainError(_("%(name)s was nog niet aangevinkt.") % {"name": participant.person.goes_by})
    row.until_round = board.rounds_begun
    row.save()
    board.tell(by, _("%(name)s ging naar huis.") % {"name": participant.person.goes_by})
    return row


@action
def welcome_walk_in(
    *,
    board: Board,
    key: UUID,
    name: str,
    side: Side | str,
    gender: str,
    women_only: bool,
    phone: str,
    by: User | None,
) -> Presence:
    """Somebody walks in, agrees and takes part at once; the same ``key`` sent twice is one person."""
    project = board.meeting.project
    same = project.participants.active().filter(person__name__iexact=name).exclude(registration_key=key).first()
    if same:
        raise DomainError(
            _("Er staat al een %(name)s op de lijst. Zet er iets bij om ze uit elkaar te houden.") % {"name": name},
            field="name",
        )
    participant = register(
        project=project,
        side=side,
        person={"name": name, "gender": gender, "women_only": women_only, "phone": phone},
        key=key,
        by=by,
    )
    if participant.status == Status.INTERESTED:
        participant = sign_up(participant=participant, signed_as=name, even_if_full=True, by=by)
    return mark_here(board=board, participant=participant, by=by)


@action
def add_helper(
    *, board: Board, kind: Helper.Kind | str, name: str, organisation: Organisation | None, by: User | None
) -> Helper:
    """Note who helps as host or hostess, or which teacher came along."""
    helper = Helper.objects.create(board=board, kind=kind, name=name, organisation=organisation)
    board.tell(by, _("%(name)s helpt mee.") % {"name": name})
    return helper


@action
def remove_helper(*, helper: Helper, by: User | None) -> None:
    board = helper.board
    board.tell(by, _("%(name)s helpt toch niet mee.") % {"name": helper.name})
    helper.delete()


@action
def keep_apart(*, first: Participant, second: Participant, by: User | None) -> NotTogether:
    """Two people who are not to be coupled or seated together, in this project."""
    if first.project_id != second.project_id or first.pk == second.pk:
        raise DomainError(_("Kies twee verschillende mensen uit dit project."), field="second")
    if first.side == second.side == Side.OLD:
        raise DomainError(_("Twee 'oude' Amsterdammers komen nooit in één koppel."), field="second")
    Board.objects.filter(meeting__project=first.project_id).tell(by, _("Er is afgesproken wie niet samen gaan."))
    one, other = sorted((first, second), key=lambda participant: participant.pk)
    row, _made = NotTogether.objects.get_or_create(first=one, second=other)
    return row


@action
def lift_apart(*, row: NotTogether, by: User | None) -> None:
    """They may be together again. Raises DomainError for who were taken apart, but for the coordinator."""
    apart = Couple.objects.filter(end_reason=EndReason.SEPARATED)
    taken_apart = apart.filter(members__participant=row.first_id).filter(members__participant=row.second_id)
    if not (by and by.is_coordinator) and taken_apart.exists():
        raise DomainError(_("Overleg eerst met de coördinator."))
    Board.objects.filter(meeting__project=row.first.project_id).tell(by, _("Twee mensen mogen weer samen."))
    row.delete()
