"""The page behind somebody's own link; each app adds its cards."""

from collections.abc import Callable
from typing import Any, NamedTuple

from participants.evaluating import may_answer
from participants.models import Participant
from projects.registry import Registry


class Card(NamedTuple):
    """One card of the page: a template and what it shows; the page adds ``participant`` and ``token``."""

    template: str
    context: dict[str, Any]


CardMaker = Callable[[Participant], Card | None]
cards: Registry[CardMaker] = Registry("personal")


def cards_for(participant: Participant) -> list[Card]:
    """The cards in order; a maker answers None where there is nothing to show or do."""
    return [card for maker in cards if (card := maker(participant))]


@cards.register(50)
def evaluation(participant: Participant) -> Card | None:
    """What did you think of it? From two weeks before the end until the end report is final."""
    if not may_answer(participant):
        return None
    return Card("participants/evaluation/card.html", {"is_answered": hasattr(participant, "evaluation")})
