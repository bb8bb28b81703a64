"""What the end report tells about couples. Outings are what couples do besides the group excursions."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from matching.models import CheckIn, Couple, Outing
from matching.overview import by_week
from matching.report_texts import couples_in_words, course, lessons
from mixen.templatetags.display import short_day
from projects.models import Project
from projects.report import Row, figure, proposal
from projects.report.charts import line
from projects.report.words import told_day, told_number

proposal("course", 20)(course)
proposal("results", 10)(couples_in_words)
proposal("lessons", 20)(lessons)


def _couples(project: Project) -> list[Any]:
    return list(Couple.objects.filter(project=project).that_counted().with_new_count().with_outings())


def _mean(total: Decimal | int, number: int) -> Decimal:
    return (Decimal(total) / number).quantize(Decimal("0.1"), ROUND_HALF_UP) if number else Decimal("0.0")


def _couple_rows(project: Project, new: int = 0) -> list[Row]:
    """The couples that count, those with ``new`` newcomers when given, with what each did."""
    found = Couple.objects.filter(project=project).that_counted().with_members().with_new_count().with_outings()
    return [
        Row(
            f"{one.title} · {one.meetings} × · {told_number(one.hours)} {_('uur')}",
            reverse("matching:couple", args=[project.slug, one.pk]),
        )
        for one in found
        if not new or one.new_count == new
    ]


def _outings(project: Project) -> Any:
    return Outing.objects.filter(couple__in=Couple.objects.filter(project=project).that_counted())


def _outing_rows(project: Project) -> list[Row]:
    members = "couple__members__participant__person"
    found = _outings(project).select_related("couple").prefetch_related(members).order_by("day", "pk")
    return [
        Row(
            f"{told_day(one.day)} · {one.couple.title} · {told_number(one.hours)} {_('uur')}",
            reverse("matching:couple", args=[project.slug, one.couple_id]),
        )
        for one in found
    ]


@figure(
    "results",
    10,
    _("Koppels"),
    target=lambda project: min(project.target_old, project.target_new),
    behind=_couple_rows,
)
def couples(project: Project) -> int:
    """Koppels die niet eerder stopten dan afgesproken: ze zijn nog op stap, of hun afgesproken tijd is om."""
    return len(_couples(project))


@figure("results", 11, _("Koppels van drie personen"), behind=lambda project: _couple_rows(project, 2))
def couples_of_three(project: Project) -> int:
    """Koppels van één 'oude' met twee 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 2 for couple in _couples(project))


@figure("results", 12, _("Koppels van vier personen"), behind=lambda project: _couple_rows(project, 3))
def couples_of_four(project: Project) -> int | None:
    """Koppels van één 'oude' met drie 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 3 for couple in _couples(project)) or None


@figure("results", 50, _("Ontmoetingen per koppel, gemiddeld"), kind="hours", behind=_couple_rows)
def meetings_per_couple(project: Project) -> Decimal:
    """Alle genoteerde ontmoetingen, gedeeld door het aantal koppels. Groepsexcursies tellen niet mee."""
    found = _couples(project)
    return _mean(sum(couple.meetings for couple in found), len(found))


@figure("results", 51, _("Uren per koppel, gemiddeld"), kind="hours", behind=_couple_rows)
def hours_per_couple(project: Project) -> Decimal:
    """Alle genoteerde uren van ontmoetingen bij elkaar opgeteld, gedeeld door het aantal koppels.

    Groepsexcursies tellen niet mee.
    """
    found = _couples(project)
    return _mean(sum((couple.hours for couple in found), Decimal(0)), len(found))


@figure("results", 52, _("Ontmoetingen, alle koppels samen"), behind=_outing_rows)
def meetings_total(project: Project) -> int:
    """Alle genoteerde ontmoetingen van koppels die niet eerder stopten dan afgesproken."""
    return sum(couple.meetings for couple in _couples(project))


@figure("results", 53, _("Ontmoetingen per week"), kind="table", chart=line(1), behind=_outing_rows)
def meetings_by_week(project: Project) -> dict[str, Any] | None:
    """Hoe vaak de koppels elkaar per week zagen, van maandag tot en met zondag.

    Koppels die eerder stopten dan afgesproken en groepsexcursies tellen niet mee.
    """
    days = sorted(_outings(project).values_list("day", flat=True))
    if not days:
        return None
    rows = [[short_day(week), count] for week, count in by_week(days, days[0], days[-1])]
    return {"columns": [_("Week van"), _("Ontmoetingen")], "rows": rows}


@figure("course", 30, _("Koppels gevormd"), kind="table", behind=_couple_rows)
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


def _spoken(project: Project) -> Any:
    return CheckIn.objects.filter(project=project).in_the_round().spoken()


def _spoken_rows(project: Project) -> list[Row]:
    found = _spoken(project).values_list("member__participant", "member__participant__person__name").distinct()
    return [
        Row(name, reverse("participants:detail", args=[project.slug, pk]))
        for pk, name in found.order_by("member__participant__person__name")
    ]


@figure("course", 40, _("Gesproken bij de belronde"), behind=_spoken_rows)
def calls_answered(project: Project) -> int | None:
    """Deelnemers die bij de belronde (in het begin of halverwege) ten minste één keer werden gesproken."""
    return _spoken(project).values("member__participant").distinct().count() or None
