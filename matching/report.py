"""What the end report tells about couples. Outings are what couples do besides the group excursions."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

import matching.report_together  # noqa: F401  (registers figures too)
from matching.models import CheckIn
from matching.report_rows import couple_rows, couples_that_count
from matching.report_texts import couples_in_words, course, lessons
from projects.models import Project
from projects.report import Row, figure, proposal

proposal("course", 20)(course)
proposal("results", 10)(couples_in_words)
proposal("lessons", 20)(lessons)


@figure(
    "results",
    10,
    _("Koppels"),
    target=lambda project: min(project.target_old, project.target_new),
    behind=couple_rows,
)
def couples(project: Project) -> int:
    """Koppels die niet eerder stopten dan afgesproken: ze zijn nog op stap, of hun afgesproken tijd is om."""
    return len(couples_that_count(project))


@figure("results", 11, _("Koppels van drie personen"), behind=lambda project: couple_rows(project, 2))
def couples_of_three(project: Project) -> int:
    """Koppels van één 'oude' met twee 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 2 for couple in couples_that_count(project))


@figure("results", 12, _("Koppels van vier personen"), behind=lambda project: couple_rows(project, 3))
def couples_of_four(project: Project) -> int | None:
    """Koppels van één 'oude' met drie 'nieuwe' Amsterdammers."""
    return sum(couple.new_count == 3 for couple in couples_that_count(project)) or None


@figure("course", 30, _("Koppels gevormd"), kind="table", behind=couple_rows)
def couples_formed(project: Project) -> dict[str, Any] | None:
    """Per dag: hoeveel koppels er werden gevormd, en hoeveel deelnemers daarin zaten."""
    by_day: dict[Any, list[int]] = {}
    for couple in couples_that_count(project):
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
