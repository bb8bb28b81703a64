"""What the end report tells about excursions and discounts."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from excursions import report_strips  # noqa: F401  (registers figures too)
from excursions.actions import CUSTOMARY_NUMBER
from excursions.models import BookletEntry, Excursion, Signup
from excursions.models.excursion import SignupQuerySet
from projects.models import Project
from projects.report import Row, figure, proposal
from projects.report.charts import bars
from projects.report.words import listed, told


def _excursion_rows(project: Project) -> list[Row]:
    rows = Excursion.objects.filter(project=project).taking_place().select_related("project")
    found = rows.with_counts().order_by("starts_at")
    return [Row(f"{one.name} · {one.attended}", one.get_absolute_url()) for one in found]


def _noted(project: Project, *, attended: bool) -> SignupQuerySet:
    return Signup.objects.filter(excursion__project=project, attended=attended)


def _noted_rows(project: Project, *, attended: bool) -> list[Row]:
    found = _noted(project, attended=attended).select_related("excursion", "participant__person")
    return [
        Row(
            f"{one.excursion.name} · {one.participant.person.name}",
            reverse("excursions:excursion", args=[project.slug, one.excursion_id]),
        )
        for one in found.order_by("excursion__starts_at", "participant__person__name")
    ]


def _attended_rows(project: Project) -> list[Row]:
    return _noted_rows(project, attended=True)


def _no_show_rows(project: Project) -> list[Row]:
    return _noted_rows(project, attended=False)


@figure("results", 60, _("Excursies"), kind="table", chart=bars(2), behind=_excursion_rows)
def excursions(project: Project) -> dict[str, Any] | None:
    """Groepsexcursies van het project, met het aantal deelnemers dat meeging."""
    found = Excursion.objects.filter(project=project).taking_place().with_counts().order_by("starts_at")
    rows = [[excursion.name, date_format(excursion.day, "j F Y"), excursion.attended] for excursion in found]
    return {"columns": [_("Excursie"), _("Datum"), _("Deelnemers")], "rows": rows} if rows else None


@figure("results", 61, _("Aantal excursies"), target=lambda project: CUSTOMARY_NUMBER, behind=_excursion_rows)
def excursions_number(project: Project) -> int:
    """Groepsexcursies waar ten minste één deelnemer meeging."""
    return sum(excursion.attended > 0 for excursion in Excursion.objects.filter(project=project).with_counts())


@figure("results", 62, _("Deelnames aan excursies"), behind=_attended_rows)
def excursion_attendances(project: Project) -> int:
    """Alle deelnemers van alle excursies bij elkaar opgeteld; wie twee keer meeging, telt twee keer."""
    return _noted(project, attended=True).count()


@figure("results", 63, _("Kwam niet mee met een excursie"), behind=_no_show_rows)
def excursion_no_shows(project: Project) -> int | None:
    """Deelnemers met een plaats die niet kwamen, van alle excursies bij elkaar opgeteld; wie afzegde, telt niet."""
    return _noted(project, attended=False).count() or None


@figure("organisations", 40, _("Gaven korting of gratis toegang"), kind="list")
def discounts(project: Project) -> list[str] | None:
    """Organisaties van plekken met korting in het strippenboekje van het project."""
    newest = project.booklets.newest()
    entries = BookletEntry.objects.filter(booklet=newest, place__organisation__isnull=False).exclude(
        place__discount=""
    )
    names = entries.order_by("place__organisation__name").values_list("place__organisation__name", flat=True)
    return list(dict.fromkeys(names)) or None


@proposal("results", 30)
def excursions_in_words(project: Project) -> str | None:
    """The trips that somebody came along to, by name, and how many came in all."""
    been = [
        one for one in Excursion.objects.filter(project=project).with_counts().order_by("starts_at") if one.attended
    ]
    if not been:
        return None
    people = sum(one.attended for one in been)
    return (
        ngettext(
            "Er was %(number)s excursie voor de hele groep: %(names)s.",
            "Er waren %(number)s excursies voor de hele groep: %(names)s.",
            len(been),
        )
        % {"number": len(been), "names": listed([one.name for one in been])}
        + " "
        + ngettext("Daar ging %(number)s deelnemer mee.", "Bij elkaar waren er %(number)s deelnames.", people)
        % {"number": people}
    )


@proposal("organisations", 20)
def discounts_in_words(project: Project) -> str | None:
    """Who gave a discount or let people in for free."""
    names = discounts(project)
    return names and told(_t("Korting of gratis toegang gaven: %(names)s.") % {"names": listed(names)})
