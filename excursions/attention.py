"""Couples that lost sight of each other. An excursion both attended counts too, so it is told here."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.models import Signup
from matching.models import Couple
from mixen.templatetags.display import day
from projects.attention import AttentionItem, watchers
from projects.models import Project

UNSEEN_DAYS = 14


def last_seen(couples: list[Couple]) -> dict[int, date]:
    """The last day each couple saw each other: an outing, an excursion everybody attended, or the day it formed."""
    with_outings = Couple.objects.filter(pk__in=[couple.pk for couple in couples]).with_outings()
    seen = {couple.pk: couple.last_outing or couple.formed_on for couple in with_outings}
    people = {participant.pk: couple.pk for couple in couples for participant in couple.people}
    present: dict[tuple[int, int], set[int]] = {}
    days: dict[int, date] = {}
    attended = Signup.objects.filter(participant__in=people, attended=True).select_related("excursion")
    for signup in attended:
        present.setdefault((people[signup.participant_id], signup.excursion_id), set()).add(signup.participant_id)
        days[signup.excursion_id] = timezone.localdate(signup.excursion.starts_at)
    for couple in couples:
        everybody = {participant.pk for participant in couple.people}
        for (couple_id, excursion_id), who in present.items():
            if couple_id == couple.pk and who == everybody:
                seen[couple.pk] = max(seen[couple.pk], days[excursion_id])
    return seen


@watchers.register(20)
def couples_not_seen(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Active couples that have not seen each other for more than 14 days."""
    couples = list(Couple.objects.active().filter(project__in=projects).with_members())
    seen = last_seen(couples)
    for couple in couples:
        days = (today - seen[couple.pk]).days
        if days > UNSEEN_DAYS:
            yield AttentionItem(
                project=couple.project,
                title=_("%(couple)s hebben elkaar al %(days)s dagen niet gezien")
                % {"couple": couple.title, "days": days},
                reason=_("%(project)s, laatst: %(day)s") % {"project": couple.project, "day": day(seen[couple.pk])},
                url=reverse("matching:couple", args=[couple.project.slug, couple.pk]),
                deed=_("Bekijk koppel"),
                mark=str(days),
            )
