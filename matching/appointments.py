"""Which appointment of a couple comes next."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from matching.models import Couple


class Appointment(NamedTuple):
    """When and where; ``field`` is which of the two of a couple it is, as ``matching.reminders`` calls them."""

    at: datetime
    place: str
    field: str

    @property
    def is_first(self) -> bool:
        """Whether it is the one that was made on the afternoon itself."""
        return self.field == "first_appointment"


def coming(couple: Couple, now: datetime | None = None) -> Appointment | None:
    """The first appointment of ``couple`` that is still to come."""
    made = [
        Appointment(at, getattr(couple, f"{field}_place"), field)
        for field in ("first_appointment", "next_appointment")
        if (at := getattr(couple, f"{field}_at"))
    ]
    later = [one for one in made if one.at > (now or timezone.now())]
    return min(later, key=lambda one: one.at, default=None)
