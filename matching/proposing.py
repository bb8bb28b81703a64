"""The proposal as it stands: what it would cost to change it, and whether it is out of date."""

from typing import Any

from django.utils.translation import gettext as _

from matching.cases import candidates, couples_document, labels_of, mark_of, with_decisions
from matching.models import Board, Draft
from matching.solver import Refused, solve_couples
from mixen.errors import DomainError
from participants.models import Participant


def standing(board: Board) -> Draft:
    """The proposal as it stands; DomainError before one was made."""
    last = board.drafts.standing().first()
    if last is None:
        raise DomainError(_("Maak eerst een voorstel."))
    return last


def what_if(board: Board, new: Participant, old: Participant) -> dict[str, Any]:
    """What it would cost to put these two together: the core's ``why_not``, beside the proposal as it stands."""
    last = standing(board)
    people = candidates(board)
    document = with_decisions(
        couples_document(board, people), locks=last.locks, vetoes=last.vetoes, keep=last.answer["couples"]
    )
    pair = [str(new.pk), str(old.pk)]
    try:
        answer: dict[str, Any] = solve_couples({**document, "why_not": pair}, labels_of(people))["why_not"]
    except Refused as refused:
        raise DomainError(_("Een van deze mensen is er niet meer. Bereken het voorstel opnieuw.")) from refused
    return answer


def is_stale(board: Board, draft: Draft) -> bool:
    """Whether people or choices changed since this proposal was made."""
    return draft.asked != mark_of(couples_document(board, candidates(board)))
