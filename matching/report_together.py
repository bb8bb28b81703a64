"""What the end report tells about how couples see each other: how many do, how often, and how long."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from matching.overview import by_week
from matching.report_rows import couple_rows, couples_that_count, outing_rows, outings_that_count
from matching.together import Together, mean, middle, share, tried
from mixen.templatetags.display import short_day
from projects.models import Project
from projects.report import Row, figure
from projects.report.charts import line


def _tried(project: Project) -> list[Together]:
    return tried(project, timezone.localdate())


def _rows(project: Project, holds: Callable[[Together], bool]) -> list[Row]:
    """Every couple that counts, with whether it met and on which days it first did."""
    return [
        Row(
            " · ".join([one.couple.title, _t("ja") if holds(one) else _t("nee"), _first_days(one)]),
            reverse("matching:couple", args=[project.slug, one.couple.pk]),
        )
        for one in _tried(project)
    ]


def _first_days(one: Together) -> str:
    """``gevormd 12 mrt 2027, zagen elkaar 14 mrt 2027 en 20 mrt 2027``, of nog niet."""
    formed = short_day(one.couple.formed_on)
    if not one.days:
        return _t("gevormd %(day)s, zagen elkaar nog niet") % {"day": formed}
    met = ", ".join(short_day(day) for day in one.days[:2])
    return _t("gevormd %(day)s, zagen elkaar %(met)s") % {"day": formed, "met": met}


def _twice(one: Together) -> bool:
    return one.met_twice


def _soon(one: Together) -> bool:
    return one.met_soon


@figure(
    "results",
    48,
    _("Koppels die elkaar ten minste twee keer zagen"),
    kind="percent",
    behind=lambda project: _rows(project, _twice),
)
def met_twice(project: Project) -> int | None:
    """Welk deel van de koppels elkaar ten minste twee keer zag, van alle koppels die 14 dagen of langer geleden zijn
    gevormd.

    Ook koppels die eerder stopten tellen mee. Vergissingen bij het invoeren en groepsexcursies tellen niet mee.
    """
    return share(_tried(project), _twice)


@figure(
    "results",
    49,
    _("Koppels die elkaar in de eerste 14 dagen zagen"),
    kind="percent",
    behind=lambda project: _rows(project, _soon),
)
def met_soon(project: Project) -> int | None:
    """Welk deel van de koppels elkaar zag binnen 14 dagen na de dag dat ze een koppel werden, van alle koppels die
    14 dagen of langer geleden zijn gevormd.

    Ook koppels die eerder stopten tellen mee. Vergissingen bij het invoeren en groepsexcursies tellen niet mee.
    """
    return share(_tried(project), _soon)


@figure("results", 50, _("Ontmoetingen per koppel, gemiddeld"), kind="hours", behind=couple_rows)
def meetings_per_couple(project: Project) -> Decimal:
    """Alle genoteerde ontmoetingen, gedeeld door het aantal koppels. Groepsexcursies tellen niet mee."""
    return mean([couple.meetings for couple in couples_that_count(project)])


@figure(
    "results",
    51,
    _("Ontmoetingen van het middelste koppel"),
    kind="hours",
    behind=lambda project: couple_rows(project, order=lambda couple: couple.meetings),
)
def meetings_in_the_middle(project: Project) -> Decimal:
    """De mediaan: zet je de koppels op volgorde van hun aantal ontmoetingen, dan is dit het aantal van het middelste.

    Bij een even aantal koppels is het de helft tussen de twee in het midden. Koppels die eerder stopten dan
    afgesproken en groepsexcursies tellen niet mee.
    """
    return middle([couple.meetings for couple in couples_that_count(project)])


@figure("results", 52, _("Uren per koppel, gemiddeld"), kind="hours", behind=couple_rows)
def hours_per_couple(project: Project) -> Decimal:
    """Alle genoteerde uren van ontmoetingen bij elkaar opgeteld, gedeeld door het aantal koppels.

    Groepsexcursies tellen niet mee.
    """
    return mean([couple.hours for couple in couples_that_count(project)])


@figure(
    "results",
    53,
    _("Uren van het middelste koppel"),
    kind="hours",
    behind=lambda project: couple_rows(project, order=lambda couple: couple.hours),
)
def hours_in_the_middle(project: Project) -> Decimal:
    """De mediaan: zet je de koppels op volgorde van hun uren, dan zijn dit de uren van het middelste.

    Bij een even aantal koppels is het de helft tussen de twee in het midden. Koppels die eerder stopten dan
    afgesproken en groepsexcursies tellen niet mee.
    """
    return middle([couple.hours for couple in couples_that_count(project)])


@figure("results", 54, _("Ontmoetingen, alle koppels samen"), behind=outing_rows)
def meetings_total(project: Project) -> int:
    """Alle genoteerde ontmoetingen van koppels die niet eerder stopten dan afgesproken."""
    return sum(couple.meetings for couple in couples_that_count(project))


@figure("results", 55, _("Ontmoetingen per week"), kind="table", chart=line(1), behind=outing_rows)
def meetings_by_week(project: Project) -> dict[str, Any] | None:
    """Hoe vaak de koppels elkaar per week zagen, van maandag tot en met zondag.

    Koppels die eerder stopten dan afgesproken en groepsexcursies tellen niet mee.
    """
    days = sorted(outings_that_count(project).values_list("day", flat=True))
    if not days:
        return None
    rows = [[short_day(week), count] for week, count in by_week(days, days[0], days[-1])]
    return {"columns": [_("Week van"), _("Ontmoetingen")], "rows": rows}
