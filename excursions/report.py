"""What the end report tells about excursions and discounts."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from excursions.actions import CUSTOMARY_NUMBER
from excursions.models import BookletEntry, Excursion, Signup
from projects.models import Project
from projects.report import figure


@figure("results", 60, _("Excursies"), kind="table")
def excursions(project: Project) -> dict[str, Any] | None:
    """Groepsexcursies van het project, met het aantal deelnemers dat meeging."""
    found = Excursion.objects.filter(project=project).with_counts().order_by("starts_at")
    rows = [[excursion.name, date_format(excursion.day, "j F Y"), excursion.attended] for excursion in found]
    return {"columns": [_("Excursie"), _("Datum"), _("Deelnemers")], "rows": rows} if rows else None


@figure("results", 61, _("Aantal excursies"), target=lambda project: CUSTOMARY_NUMBER)
def excursions_number(project: Project) -> int:
    """Groepsexcursies waar ten minste één deelnemer meeging."""
    return sum(excursion.attended > 0 for excursion in Excursion.objects.filter(project=project).with_counts())


@figure("results", 62, _("Deelnames aan excursies"))
def excursion_attendances(project: Project) -> int:
    """Alle deelnemers van alle excursies bij elkaar opgeteld; wie twee keer meeging, telt twee keer."""
    return Signup.objects.filter(excursion__project=project, attended=True).count()


@figure("organisations", 40, _("Gaven korting of gratis toegang"), kind="list")
def discounts(project: Project) -> list[str] | None:
    """Organisaties van plekken met korting in het strippenboekje van het project."""
    newest = project.booklets.order_by("-edition").first()
    entries = BookletEntry.objects.filter(booklet=newest, place__organisation__isnull=False).exclude(
        place__discount=""
    )
    names = entries.order_by("place__organisation__name").values_list("place__organisation__name", flat=True)
    return list(dict.fromkeys(names)) or None
