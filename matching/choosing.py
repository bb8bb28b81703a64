"""Who met whom, and so whom somebody can answer about."""

from matching.models import Board, Presence, Seat
from participants.models import Participant


def met_by(board: Board, participant: Participant) -> set[int]:
    """The numbers of the participants somebody of the other side sat with in a round that was begun."""
    mine = Seat.objects.filter(round__board=board, round__started_at__isnull=False, participant=participant)
    tables = dict(mine.values_list("round", "table"))
    others = Seat.objects.filter(round__in=tables).exclude(participant__side=participant.side)
    return {
        who for who, number, table in others.values_list("participant", "round", "table") if tables[number] == table
    }


def may_choose(board: Board, participant: Participant) -> list[Presence]:
    """Whom somebody can answer about: who they met, or everybody here when no round was noted (it was on paper)."""
    others = board.presences.came().exclude(participant__side=participant.side).with_person()
    if board.all_rounds.begun().exists():
        others = others.filter(participant__in=met_by(board, participant))
    return list(others)
