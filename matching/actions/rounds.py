"""Planning and playing the rounds."""

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.cases import rounds_document
from matching.models import Board, Round, Seat
from matching.solver import plan_rounds
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError


@action
def plan_the_rounds(*, board: Board, by: User | None) -> Board:
    """Plan the rounds that have not begun, for who is here now. What was played stays."""
    board = Board.objects.as_it_is_now(board)
    document = rounds_document(board)
    there = [one["id"] for one in (*document["old"], *document["new"]) if one["id"] not in document["until_round"]]
    sides = [[one for one in document[side] if one["id"] in there] for side in ("old", "new")]
    if not all(sides):
        raise DomainError(_("Vink eerst aan wie er is: van elke kant ten minste één die is ingeschreven."))
    answer = plan_rounds(document)
    board.all_rounds.planned().delete()
    for number, tables in enumerate(answer["rounds"], answer["first_round"]):
        planned = Round.objects.create(board=board, number=number)
        Seat.objects.bulk_create(
            Seat(round=planned, participant_id=int(one), table=table["table"])
            for table in tables
            for one in (*table["old"], *table["new"])
        )
    Board.objects.filter(pk=board.pk).update(
        plan={
            name: answer[name] for name in ("first_round", "per_table", "distinct_meetings", "upper_bound", "warnings")
        }
    )
    board.tell(by, _("De rondes zijn gepland."))
    return board


@action
def start_next_round(*, board: Board, by: User | None, number: int | None = None) -> Round:
    """The next round begins; the one that runs ends with it. ``number`` is the round somebody saw as the next."""
    board = Board.objects.as_it_is_now(board)
    now = timezone.now()
    following = board.all_rounds.planned().order_by("number").first()
    if following is None:
        raise DomainError(_("Er is geen ronde meer gepland. Plan eerst de rondes."))
    if number is not None and number < following.number:
        raise DomainError(_("Ronde %(number)s is al begonnen.") % {"number": number})
    _end_running(board)
    following.started_at = now
    following.save(update_fields=["started_at"])
    board.tell(by, _("Ronde %(number)s begint.") % {"number": following.number})
    return following


@action
def pause_round(*, board: Board, by: User | None) -> Round:
    """The clock stands still. Said twice it stays still."""
    board = Board.objects.as_it_is_now(board)
    running = _running(board)
    if running.paused_at is None:
        running.paused_at = timezone.now()
        running.save(update_fields=["paused_at"])
        board.tell(by, _("De klok staat stil."))
    return running


@action
def resume_round(*, board: Board, by: User | None) -> Round:
    """The clock goes on where it stood."""
    board = Board.objects.as_it_is_now(board)
    running = _running(board)
    if running.paused_at is not None:
        running.paused_seconds += round((timezone.now() - running.paused_at).total_seconds())
        running.paused_at = None
        running.save(update_fields=["paused_at", "paused_seconds"])
        board.tell(by, _("De klok loopt weer."))
    return running


@action
def end_round(*, board: Board, by: User | None) -> Round:
    """The round that runs is over."""
    board = Board.objects.as_it_is_now(board)
    running = _running(board)
    _end_running(board)
    board.tell(by, _("Ronde %(number)s is klaar.") % {"number": running.number})
    return running


@action
def take_back_round(*, board: Board, by: User | None) -> Round:
    """The round that runs was begun by mistake: it has not been played, and can be begun or planned anew."""
    board = Board.objects.as_it_is_now(board)
    running = _running(board)
    running.started_at = running.paused_at = None
    running.paused_seconds = 0
    running.save(update_fields=["started_at", "paused_at", "paused_seconds"])
    for row in board.presences.filter(from_round=running.number + 1):
        row.from_round = running.number
        row.save(update_fields=["from_round"])
    for row in board.presences.filter(until_round=running.number):
        row.until_round = running.number - 1
        row.save(update_fields=["until_round"])
    board.tell(by, _("Ronde %(number)s is toch nog niet begonnen.") % {"number": running.number})
    return running


def _running(board: Board) -> Round:
    running = board.all_rounds.running().first()
    if running is None:
        raise DomainError(_("Er loopt nu geen ronde."))
    return running


def _end_running(board: Board) -> None:
    board.all_rounds.running().update(ended_at=timezone.now(), paused_at=None)
