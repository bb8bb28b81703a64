"""The mix meeting on paper: everything for an afternoon without wifi, cards on the tables, cards to take home."""

from matching.papers.cards import cards
from matching.papers.contact import contact_cards
from matching.papers.pack import print_pack

__all__ = ["cards", "contact_cards", "print_pack"]
