"""When a couple last saw each other. Each app adds the meetings it knows of: outings here, excursions above."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.db.models import Max

from matching.models import Couple, Outing, Pause
from projects.registry import Registry

UNSEEN_AFTER = timedelta(days=14)
"""After this time without seeing each other somebody asks how it is going."""

Sightings = Callable[[list[Couple]], dict[int, date]]
sightings: Registry[Sightings] = Registry("seen")


def last_seen(couples: Iterable[Couple]) -> dict[int, date]:
    """The last day each couple saw each other, by number; the day it began, while it has not.

    ``couples`` come ``with_members()``; the number of queries does not depend on how many there are.
    """
    rows = list(couples)
    seen = seen_on(rows)
    return {couple.pk: max(seen.get(couple.pk, couple.formed_on), couple.formed_on) for couple in rows}


def seen_on(couples: Iterable[Couple]) -> dict[int, date]:
    """The last day each couple saw each other, by number; one that has not is not in it. Queries as ``last_seen``."""
    rows, seen = list(couples), dict[int, date]()
    for told in sightings:
        for number, day in told(rows).items():
            seen[number] = max(seen.get(number, day), day)
    return seen


@sightings.register(10)
def at_an_outing(couples: list[Couple]) -> dict[int, date]:
    """The last outing of each couple."""
    outings = Outing.objects.filter(couple__in=couples).order_by()
    return dict(outings.values_list("couple").annotate(Max("day")))


def lost_sight(couples: Iterable[Couple], today: date) -> dict[Couple, date]:
    """Those of ``couples`` that have not seen each other for more than two weeks, with the day they last did.

    A couple that pauses today is left alone, and one that paused has two weeks from the day it goes on.
    """
    rows = list(couples)
    seen, resting, went_on = last_seen(rows), set(), dict[int, date]()
    pauses = Pause.objects.filter(couple__in=rows, since__lte=today)
    for pause in pauses:
        if pause.until is None or pause.until >= today:
            resting.add(pause.couple_id)
        else:
            went_on[pause.couple_id] = max(pause.until, went_on.get(pause.couple_id, pause.until))
    return {
        couple: seen[couple.pk]
        for couple in rows
        if couple.pk not in resting
        and today - max(seen[couple.pk], went_on.get(couple.pk, seen[couple.pk])) > UNSEEN_AFTER
    }
