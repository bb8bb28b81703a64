"""What people in a couple may know of each other: phone and e-mail; an address only of who offers it."""

from typing import Any

from matching.models import CoupleMember


def address_of(member: CoupleMember) -> str:
    """The address that ``member`` offers; empty for who offers none."""
    person = member.participant.person
    if not (member.shares_address and person.street):
        return ""
    return ", ".join(filter(None, [person.street, person.postcode]))


def buddies_in(own: CoupleMember) -> list[dict[str, Any]]:
    """The others in the couple of ``own``, each with how to reach them."""
    return [
        {
            "participant": member.participant,
            "person": member.participant.person,
            "whatsapp": _whatsapp(member),
            "address": address_of(member),
            "pickup": member.pickup,
        }
        for member in own.couple.current_members
        if member.pk != own.pk
    ]


def _whatsapp(member: CoupleMember) -> str:
    """The number as WhatsApp wants it in an address, of who agreed to be reached that way."""
    phone = member.participant.person.phone
    return phone.lstrip("+") if member.participant.whatsapp_ok else ""
