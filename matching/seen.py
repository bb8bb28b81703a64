"""When a couple last saw each other. Each app adds the meetings it knows of: outings here, excursions above."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.db.models import Max, Q

from matching.models import Couple, Outing, Pause
from matching.models.couple import CoupleQuerySet
from projects.registry import Registry

UNSEEN_AFTER = timedelta(days=14)
"""After this time without seeing each other somebody asks how it is going."""

Sightings = Callable[[CoupleQuerySet], dict[int, date]]
sightings: Registry[Sightings] = Registry("seen")


def last_seen(couples: Iterable[Couple]) -> dict[int, date]:
    """The last day each couple saw each other, by number; the day it began, while it has not.

    Nobody is loaded, and the number of queries does not depend on how many there are: a city has thousands.
    """
    rows = _asked(couples)
    seen = seen_on(rows)
    return {number: max(seen.get(number, began), began) for number, began in rows.values_list("pk", "formed_on")}


def seen_on(couples: Iterable[Couple]) -> dict[int, date]:
    """The last day each couple saw each other, by number; one that has not is not in it. Queries as ``last_seen``."""
    rows, seen = _asked(couples), dict[int, date]()
    for told in sightings:
        for number, day in told(rows).items():
            seen[number] = max(seen.get(number, day), day)
    return seen


def _asked(couples: Iterable[Couple]) -> CoupleQuerySet:
    """``couples`` as a question to the database that others can be built on."""
    if isinstance(couples, CoupleQuerySet):
        return couples
    return Couple.objects.filter(pk__in=[couple.pk for couple in couples])


@sightings.register(10)
def at_an_outing(couples: CoupleQuerySet) -> dict[int, date]:
    """The last outing of each couple."""
    outings = Outing.objects.filter(couple__in=couples.order_by().values("pk")).order_by()
    return dict(outings.values_list("couple").annotate(Max("day")))


def lost_sight(couples: CoupleQuerySet, today: date) -> dict[int, date]:
    """Those of ``couples`` that have not seen each other for more than two weeks: their last day, by number.

    A couple that pauses today is left alone, and one that paused has two weeks from the day it goes on.
    """
    limit = today - UNSEEN_AFTER
    paused = Pause.objects.filter(Q(until__isnull=True) | Q(until__gte=limit), since__lte=today)
    quiet = couples.filter(formed_on__lt=limit).exclude(pk__in=paused.values("couple"))
    return {number: day for number, day in last_seen(quiet).items() if day < limit}
