"""The contact card that everybody in a couple takes home, in Dutch and in a language they read."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects

from matching.models import Couple, CoupleMember
from matching.papers.beside import language_of
from matching.papers.fitting import SCALES, height_of, size_of, strips
from matching.sharing import address_of
from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE

# Millimetres on a quarter of a sheet: its width, and its height less what every card says.
WIDTH, ROOM = 91.0, 52.0
LABEL, DATA = 3.4, 4.6  # the height of a label, and of one line under it


def contact_cards(couples: Iterable[Couple]) -> bytes:
    """A card for each person of ``couples``: who their buddies are, how to reach them, and what happens now."""
    found = list(couples)
    prefetch_related_objects(found, "ambassador", "members__participant__person__languages")
    made = [_card(couple, member) for couple in found for member in couple.current_members]
    return pdf.render("pdf/mix_contact.html", {"strips": strips(made, lambda card: bool(card["is_wide"]))})


def _card(couple: Couple, own: CoupleMember) -> dict[str, Any]:
    buddies = [_buddy(member) for member in couple.current_members if member.pk != own.pk]
    language = language_of(own.participant.person)
    height = sum(buddy["height"] for buddy in buddies)
    height += sum(_height(text) for text in (couple.first_appointment_place, own.participant.person.name))
    return {
        "couple": couple,
        "own": own,
        "language": language,
        "direction": READING_LANGUAGES[language or SOURCE].direction,
        "buddies": buddies,
        "is_wide": height > ROOM,
    }


def _buddy(member: CoupleMember) -> dict[str, Any]:
    """What somebody may know of a buddy; an address only of who offers it."""
    person = member.participant.person
    address = address_of(member)
    size = size_of(f"{person.name} {person.own_script_name}")
    told = [text for text in (person.pronunciation, person.email, address, member.pickup) if text]
    height = height_of(f"{person.name} {person.own_script_name}", width=WIDTH, points=14 * SCALES[size])
    height += (LABEL + 1.4 * DATA) * bool(person.phone) + sum(LABEL + _height(text) for text in told)
    return {
        "person": person,
        "side": member.participant.side,
        "size": size,
        "address": address,
        "pickup": member.pickup,
        "height": height,
    }


def _height(text: str) -> float:
    return height_of(text, width=WIDTH, points=9.5)
