"""Which appointment of a couple comes next."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from matching.models import Couple


class Appointment(NamedTuple):
    """When and where; ``is_first`` for the one that was made on the afternoon itself."""

    at: datetime
    place: str
    is_first: bool

    @property
    def field(self) -> str:
        """What it is called on the couple, without the ``_at``."""
        return "first_appointment" if self.is_first else "next_appointment"


def coming(couple: Couple, now: datetime | None = None) -> Appointment | None:
    """The first appointment of ``couple`` that is still to come."""
    made = [
        Appointment(couple.first_appointment_at, couple.first_appointment_place, is_first=True)
        if couple.first_appointment_at
        else None,
        Appointment(couple.next_appointment_at, couple.next_appointment_place, is_first=False)
        if couple.next_appointment_at
        else None,
    ]
    later = [one for one in made if one and one.at > (now or timezone.now())]
    return min(later, key=lambda one: one.at, default=None)
