"""An excursion that everybody of a couple attended counts as seeing each other."""

from datetime import date

from django.utils import timezone

from excursions.models import Signup
from matching.models import Couple
from matching.seen import sightings


@sightings.register(20)
def at_an_excursion(couples: list[Couple]) -> dict[int, date]:
    """The last excursion of each couple to which all of them came, while they were a couple."""
    people = {participant.pk: couple for couple in couples for participant in couple.people}
    present: dict[tuple[int, date], set[int]] = {}
    attended = Signup.objects.filter(participant__in=people, attended=True)
    for participant, excursion, starts_at in attended.values_list("participant", "excursion", "excursion__starts_at"):
        trip = (excursion, timezone.localdate(starts_at))
        present.setdefault(trip, set()).add(participant)
    seen: dict[int, date] = {}
    for (_excursion, day), who in present.items():
        for couple in {people[number] for number in who}:
            everybody = {participant.pk for participant in couple.people}
            if everybody <= who and day >= couple.formed_on:
                seen[couple.pk] = max(day, seen.get(couple.pk, day))
    return seen
