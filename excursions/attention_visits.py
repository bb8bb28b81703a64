"""Visits by appointment that wait for a date, or that were while nobody said how it went."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from excursions.models import Visit
from mixen.templatetags.display import day
from projects.models import Project
from projects.watching import AttentionItem, watchers

_WAITING = ngettext_lazy(
    "%(count)s bezoek wacht langer dan een week op een datum",
    "%(count)s bezoeken wachten langer dan een week op een datum",
    "count",
)
_PAST = ngettext_lazy(
    "Van %(count)s bezoek is de datum voorbij: zijn ze geweest?",
    "Van %(count)s bezoeken is de datum voorbij: zijn ze geweest?",
    "count",
)


@watchers.register(40)
def visits_waiting(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Visits asked for more than a week ago, with no date yet."""
    for visit in Visit.objects.waiting_on(today).filter(project__in=projects).with_people().order_by("asked_on"):
        yield _item(
            visit,
            title=_("Het bezoek aan %(place)s heeft nog geen datum"),
            reason=_("%(project)s, gevraagd op %(day)s: %(couples)s") % _facts(visit, visit.asked_on),
            deed=_("Dag vastleggen"),
            mark=str((today - visit.asked_on).days),
            key=f"visits_waiting:{visit.pk}",
            tally=_WAITING,
        )


@watchers.register(41)
def visits_past(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Visits of which the date is over."""
    for visit in Visit.objects.past_on(today).filter(project__in=projects).with_people().order_by("starts_at"):
        yield _item(
            visit,
            title=_("Zijn ze geweest bij %(place)s?"),
            reason=_("%(project)s, bezoek op %(day)s: %(couples)s") % _facts(visit, visit.starts_at),
            deed=_("Bekijk bezoek"),
            mark="?",
            key=f"visits_past:{visit.pk}",
            tally=_PAST,
        )


def _facts(visit: Visit, when: Any) -> dict[str, Any]:
    couples = "; ".join(couple.title for couple in visit.couples.all())
    return {"project": visit.project, "day": day(when), "couples": couples}


def _item(visit: Visit, *, title: str, **told: Any) -> AttentionItem:
    return AttentionItem(
        project=visit.project,
        title=title % {"place": visit.place},
        url=visit.get_absolute_url(),
        all_url=reverse("excursions:visits", args=[visit.project.slug]) + "?toon=late",
        **told,
    )
