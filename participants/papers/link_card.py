"""The link to somebody's own page on a card of A6, with a QR code and a few words in the language they read."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from mixen import pdf
from mixen.languages import READING_LANGUAGES
from participants.models import Participant


def link_cards(people: Iterable[Participant]) -> bytes:
    """Four cards on a sheet of A4, to cut; a page that says so when nobody has a link."""
    cards = [_card(participant) for participant in people]
    rows = [cards[place : place + 2] for place in range(0, len(cards), 2)]
    return pdf.render("pdf/link_cards.html", {"rows": rows})


def _card(participant: Participant) -> dict[str, Any]:
    token = participant.personal_link.token
    return {
        "participant": participant,
        "reading": READING_LANGUAGES[participant.person.language],
        "address": settings.SITE_URL + reverse("participants:personal", args=[token]),
    }
