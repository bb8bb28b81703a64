"""What the end report tells about the strips of the booklet. These are figures of the programme, about nobody."""

from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from excursions.models import Section, StripUse
from excursions.models.strip import StripUseQuerySet
from projects.models import Project
from projects.report import Row, figure
from projects.report.charts import bars

MOST_PLACES = 10


def _used_rows(project: Project) -> list[Row]:
    return _rows(StripUse.objects.of_project(project), project)


def _discount_rows(project: Project) -> list[Row]:
    return _rows(StripUse.objects.of_project(project).with_discount(), project)


def _rows(uses: StripUseQuerySet, project: Project) -> list[Row]:
    found = uses.select_related("entry__place").prefetch_related("couple__members__participant__person")
    return [
        Row(
            f"{use.entry.place.name} · {use.couple.title} · {date_format(use.used_on, 'j F Y')}",
            reverse("excursions:strips", args=[project.slug, use.couple_id]),
        )
        for use in found.order_by("used_on", "pk")
    ]


@figure("results", 63, _("Gebruikte strippen"), behind=_used_rows)
def strips_used(project: Project) -> int | None:
    """Strippen uit het boekje die koppels gebruikten. Een koppel telt bij elke plek één keer."""
    return StripUse.objects.of_project(project).count() or None


@figure("results", 64, _("Gebruikte strippen per deel van het boekje"), kind="table", chart=bars(1), behind=_used_rows)
def strips_per_section(project: Project) -> dict[str, Any] | None:
    """De gebruikte strippen, naar het deel van het boekje waar de plek in staat."""
    uses = StripUse.objects.of_project(project).order_by()
    counted = dict(uses.values_list("entry__place__section").annotate(Count("pk")))
    rows = [[str(section.label), counted.get(section, 0)] for section in Section]
    return {"columns": [_("Deel"), _("Strippen")], "rows": rows} if counted else None


@figure("results", 65, _("Meest bezochte plekken uit het boekje"), kind="table", behind=_used_rows)
def most_used_places(project: Project) -> dict[str, Any] | None:
    """De tien plekken met de meeste gebruikte strippen, met het aantal koppels dat er was."""
    uses = StripUse.objects.of_project(project).order_by()
    counted = (
        uses.values("entry__place__name").annotate(couples=Count("pk")).order_by("-couples", "entry__place__name")
    )
    rows = [[one["entry__place__name"], one["couples"]] for one in counted[:MOST_PLACES]]
    return {"columns": [_("Plek"), _("Koppels")], "rows": rows} if rows else None


@figure("results", 66, _("Strippen met korting"), behind=_discount_rows)
def discounts_earned(project: Project) -> int | None:
    """Gebruikte strippen van plekken met een korting die op die dag gold. Bedragen zijn niet bekend."""
    if not StripUse.objects.of_project(project).exists():
        return None
    return StripUse.objects.of_project(project).with_discount().count()
