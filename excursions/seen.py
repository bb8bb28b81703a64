"""An excursion that everybody of a couple attended counts as seeing each other."""

from datetime import date

from django.utils import timezone

from excursions.models import Signup
from matching.models import Couple
from matching.seen import sightings


@sightings.register(20)
def at_an_excursion(couples: list[Couple]) -> dict[int, date]:
    """The last excursion of each couple to which all of them came, while they were a couple."""
    people = {participant.pk for couple in couples for participant in couple.people}
    present: dict[tuple[int, date], set[int]] = {}
    attended = Signup.objects.filter(participant__in=people, attended=True)
    for participant, excursion, starts_at in attended.values_list("participant", "excursion", "excursion__starts_at"):
        trip = (excursion, timezone.localdate(starts_at))
        present.setdefault(trip, set()).add(participant)
    seen: dict[int, date] = {}
    for couple in couples:  # somebody may be in several of them, one after another
        everybody = {participant.pk for participant in couple.people}
        together = [day for (_excursion, day), who in present.items() if everybody <= who and _lasted_on(couple, day)]
        if together:
            seen[couple.pk] = max(together)
    return seen


def _lasted_on(couple: Couple, day: date) -> bool:
    return couple.formed_on <= day and (couple.ended_on is None or day <= couple.ended_on)
