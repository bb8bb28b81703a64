"""The page behind somebody's own link; each app adds its cards."""

from collections.abc import Callable
from typing import Any, NamedTuple

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
