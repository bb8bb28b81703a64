"""An excursion that everybody of a couple attended counts as seeing each other."""

from datetime import date

from django.db.models import Count
from django.utils import timezone

from matching.models import CoupleMember
from matching.models.couple import CoupleQuerySet
from matching.seen import sightings

SIGNUP = "participant__excursion_signups"


@sightings.register(20)
def at_an_excursion(couples: CoupleQuerySet) -> dict[int, date]:
    """The last excursion of each couple to which all of them came, while they were a couple; two queries."""
    members = CoupleMember.objects.current().filter(couple__in=couples.order_by().values("pk")).order_by()
    came = members.filter(**{f"{SIGNUP}__attended": True}).values_list(
        "couple", "couple__formed_on", "couple__ended_on", f"{SIGNUP}__excursion__starts_at", f"{SIGNUP}__excursion"
    )
    trips = list(came.annotate(people=Count("participant", distinct=True)))
    everybody = dict(
        members.filter(couple__in={trip[0] for trip in trips}).values_list("couple").annotate(Count("pk"))
    )
    seen: dict[int, date] = {}
    for couple, began, ended, starts_at, _excursion, people in trips:
        day = timezone.localdate(starts_at)
        if people == everybody[couple] and began <= day and (ended is None or day <= ended):
            seen[couple] = max(seen.get(couple, day), day)
    return seen
