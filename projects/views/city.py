"""The whole city: the goal of the year, its projects side by side, districts compared, and what recruiting worked.

A page is about one year, so that it stays as quick when there are many; what all years come to is a page of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.sheets import csv_response, xlsx_response
from projects.city import (
    Column,
    by_district,
    cells_of,
    columns_of,
    couples_by_year,
    district_sheet,
    progress_of,
    project_sheet,
    sections_of,
)
from projects.city_filter import CityFilter
from projects.models import Project
from projects.permissions import Permission, city_view

PHASES = Project.Phase.values


@dataclass(frozen=True)
class Heading:
    """A column's heading, and the order that pressing it gives."""

    label: Any
    sort: str
    direction: str
    group: Any = ""
    is_number: bool = True


@require_safe
@city_view(Permission.MANAGE_CITY)
def city(request: MemberRequest, year: int | None = None) -> HttpResponse:
    """One year; without one, this year."""
    year = year or timezone.localdate().year
    everything = _projects_of(year)
    columns = columns_of(everything)
    narrowed = CityFilter(request.GET, Project.objects.real())
    projects = _chosen(narrowed, everything)
    sort = request.GET.get("sort", "")
    context = {
        "year": year,
        "years": _years(year),
        "progress": progress_of(everything, columns),
        "filter": narrowed,
        "narrowed": bool(request.GET.get("district")),
        "headings": _headings(columns, sort),
        "groups": _spans(columns),
        "columns": columns,
        "rows": [(one, one.phase(), cells_of(columns, [one])) for one in _sorted(projects, columns, sort)],
        "total": cells_of(columns, projects),
        "districts": by_district(everything, columns),
        "sections": sections_of(projects),
    }
    return render(request, "projects/city.html", context)


@require_safe
@city_view(Permission.MANAGE_CITY)
def ever(request: MemberRequest) -> HttpResponse:
    """All years together: the districts compared, and how many couples each had in each year."""
    everything = _all_projects()
    columns = columns_of(everything)
    context = {
        "years": _years(timezone.localdate().year),
        "groups": _spans(columns),
        "columns": columns,
        "districts": by_district(everything, columns),
        "couples_by_year": couples_by_year(everything, columns),
    }
    return render(request, "projects/city_ever.html", context)


@require_safe
@city_view(Permission.MANAGE_CITY)
def export(request: MemberRequest, year: int, kind: str) -> HttpResponse:
    """The projects of a year as CSV; with districts and recruitment as XLSX. Who exported what is recorded."""
    everything = _projects_of(year)
    columns = columns_of(everything)
    projects = _chosen(CityFilter(request.GET, Project.objects.real()), everything)
    sheet = project_sheet(_sorted(projects, columns, request.GET.get("sort", "")), columns)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, fields=sheet.header, detail=f"stad {year} {kind}")
    name = f"mixen-in-mokum-{year}"
    if kind == "csv":
        return csv_response(name, sheet)
    every_year = _all_projects()
    sheets = [
        sheet,
        district_sheet(_("Stadsdelen in %(year)s") % {"year": year}, everything, columns),
        district_sheet(_("Stadsdelen, alle jaren"), every_year, columns_of(every_year)),
    ]
    return xlsx_response(name, [*sheets, *[one for section in sections_of(projects) for one in section.sheets]])


def _projects_of(year: int) -> list[Project]:
    return list(Project.objects.real().in_year(year).for_overview())


def _all_projects() -> list[Project]:
    return list(
        Project.objects.real()
        .with_year()
        .select_related("district")
        .only("name", "starts_on", "agreed_total", "district")
    )


def _years(shown: int) -> list[int]:
    """What can be chosen: the years that had a project, this year, and the one that is shown."""
    return sorted({timezone.localdate().year, shown, *Project.objects.real().years()}, reverse=True)


def _chosen(narrowed: CityFilter, projects: list[Project]) -> list[Project]:
    """Those of ``projects`` that the filter leaves; all of them when what was asked is no district."""
    if not narrowed.form.is_valid():
        return projects
    district = narrowed.form.cleaned_data["district"]
    return [project for project in projects if district is None or project.district_id == district.pk]


def _orders(columns: list[Column]) -> dict[str, Callable[[Project], Any]]:
    """By the word in the address: what projects can be put in order of."""
    return {
        "project": lambda project: project.name.lower(),
        "district": lambda project: project.district.name.lower(),
        "phase": lambda project: PHASES.index(project.phase()),
        **{column.key: lambda project, column=column: column.of([project]) for column in columns},  # type: ignore[misc]
    }


def _sorted(projects: list[Project], columns: list[Column], sort: str) -> list[Project]:
    """In the order asked; as they come, the newest first, when it is no order."""
    order = _orders(columns).get(sort.removeprefix("-"))
    return sorted(projects, key=order, reverse=sort.startswith("-")) if order else projects


def _headings(columns: list[Column], sort: str) -> list[Heading]:
    """Words begin at A, numbers at the highest; pressing once more turns the order round."""
    words = [("project", _("Project")), ("district", _("Stadsdeel")), ("phase", _("Fase"))]
    found = [
        Heading(label, key if sort != key else f"-{key}", _direction(key, sort), "", False) for key, label in words
    ]
    return found + [
        Heading(one.label, f"-{one.key}" if sort != f"-{one.key}" else one.key, _direction(one.key, sort), one.group)
        for one in columns
    ]


def _direction(key: str, sort: str) -> str:
    return {key: "ascending", f"-{key}": "descending"}.get(sort, "none")


def _spans(columns: list[Column]) -> list[tuple[Any, int]]:
    """The headings over several columns, with how many each covers."""
    spans: list[tuple[Any, int]] = []
    for column in columns:
        if spans and column.group and spans[-1][0] == column.group:
            spans[-1] = (column.group, spans[-1][1] + 1)
        else:
            spans.append((column.group, 1))
    return spans
