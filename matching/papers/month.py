"""A card on which a couple writes a month of meetings, in Dutch and in what each of them reads."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import override

from matching.models import Couple
from matching.papers.beside import language_of
from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE

WEEKS = 5


def month_cards(couples: Iterable[Couple]) -> bytes:
    """A page of A5 for each of ``couples``: five weeks and a line to spare."""
    found = list(couples)
    prefetch_related_objects(found, "ambassador", "members__participant__person__languages")
    return pdf.render("pdf/month_cards.html", {"cards": [_card(couple) for couple in found]})


def _card(couple: Couple) -> dict[str, Any]:
    codes = dict.fromkeys(language_of(one.person) for one in couple.people)
    with override(SOURCE):
        dutch = _words()
    return {
        "couple": couple,
        "dutch": dutch,
        "others": [_in(code) for code in codes if code],
        "weeks": [*range(1, WEEKS + 1), ""],
    }


def _in(code: str) -> dict[str, Any]:
    with override(code):
        return {"reading": READING_LANGUAGES[code], **_words()}


def _words() -> dict[str, str]:
    """What stands on the card, in the language that is on."""
    return {
        "title": _("Onze ontmoetingen"),
        "day": _("Welke dag?"),
        "hours": _("Hoeveel uur?"),
        "what": _("Wat deden jullie?"),
        "give": _("Is de maand om? Geef deze kaart aan je ambassadeur."),
    }
