"""The couples and outings that figures of the end report count, and how each stands as a row behind a figure."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matching.models import Couple, Outing
from matching.models.couple import CoupleQuerySet
from projects.models import Project
from projects.report import Row
from projects.report.words import told_day, told_number


def couples_that_count(project: Project) -> CoupleQuerySet:
    """The couples of ``project`` that were not broken off early, with what they did."""
    return Couple.objects.filter(project=project).that_counted().with_new_count().with_outings()


def couple_rows(project: Project, new: int = 0, order: Callable[[Couple], Any] | None = None) -> list[Row]:
    """The couples that count, those with ``new`` newcomers when given, with what each did; in order of ``order``."""
    found = [one for one in couples_that_count(project).with_members() if not new or one.new_count == new]
    return [
        Row(
            f"{one.title} · {one.meetings} × · {told_number(one.hours)} {_('uur')}",
            reverse("matching:couple", args=[project.slug, one.pk]),
        )
        for one in (sorted(found, key=order) if order else found)
    ]


def outings_that_count(project: Project) -> Any:
    """What the couples that count did together."""
    return Outing.objects.filter(couple__in=Couple.objects.filter(project=project).that_counted())


def outing_rows(project: Project) -> list[Row]:
    """Each of those outings, the first one first."""
    members = "couple__members__participant__person"
    found = outings_that_count(project).select_related("couple").prefetch_related(members).order_by("day", "pk")
    return [
        Row(
            f"{told_day(one.day)} · {one.couple.title} · {told_number(one.hours)} {_('uur')}",
            reverse("matching:couple", args=[project.slug, one.couple_id]),
        )
        for one in found
    ]
