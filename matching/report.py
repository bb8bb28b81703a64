"""What the end report tells about couples. Outings are what couples do besides the group excursions."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from matching.models import CheckIn, Couple
from projects.models import Project
from projects.report import figure


def _couples(project: Project) -> list[Any]:
    return list(Couple.objects.filter(project=project).that_counted().with_new_count().with_outings())


def _mean(total: Decimal | int, number: int) -> Decimal:
    return (Decimal(total) / number).quantize(Decimal("0.1"), ROUND_HALF_UP) if number else Decimal("0.0")


@figure("results", 10, _("Koppels"), target=lambda project: min(project.target_old, project.target_new))
def couples(project: Project) -> int:
    """Koppels die niet eerder stopten dan afgesproken: ze zijn nog op stap, of hun afgesproken tijd is om."""
    return len(_couples(project))


@figure("results", 11, _("Koppels van drie personen"))
def couples_of_three(project: Project) -> int:
    """Koppels van één 'oude' met twee 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 2 for couple in _couples(project))


@figure("results", 12, _("Koppels van vier personen"))
def couples_of_four(project: Project) -> int | None:
    """Koppels van één 'oude' met drie 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 3 for couple in _couples(project)) or None


@figure("results", 50, _("Ontmoetingen per koppel, gemiddeld"), kind="hours")
def meetings_per_couple(project: Project) -> Decimal:
    """Alle genoteerde ontmoetingen, gedeeld door het aantal koppels. Groepsexcursies tellen niet mee."""
    found = _couples(project)
    return _mean(sum(couple.meetings for couple in found), len(found))


@figure("results", 51, _("Uren per koppel, gemiddeld"), kind="hours")
def hours_per_couple(project: Project) -> Decimal:
    """Alle genoteerde uren van ontmoetingen bij elkaar opgeteld, gedeeld door het aantal koppels.

    Groepsexcursies tellen niet mee.
    """
    found = _couples(project)
    return _mean(sum((couple.hours for couple in found), Decimal(0)), len(found))


@figure("results", 52, _("Ontmoetingen, alle koppels samen"))
def meetings_total(project: Project) -> int:
    """Alle genoteerde ontmoetingen van koppels die niet eerder stopten dan afgesproken."""
    return sum(couple.meetings for couple in _couples(project))


@figure("course", 30, _("Koppels gevormd"), kind="table")
def couples_formed(project: Project) -> dict[str, Any] | None:
    """Per dag: hoeveel koppels er werden gevormd, en hoeveel deelnemers daarin zaten."""
    by_day: dict[Any, list[int]] = {}
    for couple in _couples(project):
        row = by_day.setdefault(couple.formed_on, [0, 0])
        row[0] += 1
        row[1] += 1 + couple.new_count
    if not by_day:
        return None
    rows = [[date_format(day, "j F Y"), *counts] for day, counts in sorted(by_day.items())]
    return {"columns": [_("Datum"), _("Koppels"), _("Deelnemers")], "rows": rows}


@figure("course", 40, _("Gesproken bij de belronde"))
def calls_answered(project: Project) -> int | None:
    """Deelnemers die bij de belronde (na twee weken of halverwege) ten minste één keer werden gesproken."""
    spoken = [CheckIn.Outcome.WELL, CheckIn.Outcome.HELP, CheckIn.Outcome.STOPPED]
    found = CheckIn.objects.filter(project=project, outcome__in=spoken)
    return found.values("member__participant").distinct().count() or None
