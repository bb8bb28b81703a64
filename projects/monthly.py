"""The figures of a month, frozen once it is past: what a district reads while a project runs.

Each app adds its own in its ``monthly.py``: counts of the programme and sums of money, never a count by something
personal. Docstrings of figures are in Dutch: they are on screen.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from inspect import cleandoc
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from projects.budget import ZERO, budget_of
from projects.models import Expense, MonthlyFigures, Project
from projects.registry import Registry

Value = int | Decimal
MonthlyFunction = Callable[[Project, date], Value]
FROZEN = _("Vastgelegd na de maand, met wat toen bekend was.")


@dataclass(frozen=True)
class MonthlySpec:
    """One figure: its label, whether it is a count or money (EUR), how it is worked out, and what it is held against.

    Function and target take the project and the last day of the month. A figure with a target is one of the big ones
    of the newest month.
    """

    key: str
    label: Any
    kind: str
    function: MonthlyFunction
    target: MonthlyFunction | None = None

    @property
    def definition(self) -> str:
        """What counts, and that a frozen month is never worked out again."""
        return f"{' '.join(cleandoc(self.function.__doc__ or '').split())} {FROZEN}"


monthly: Registry[MonthlySpec] = Registry("monthly")


def monthly_figure(
    order: int, label: Any, kind: str = "count", target: MonthlyFunction | None = None
) -> Callable[[MonthlyFunction], MonthlyFunction]:
    """Register the decorated function as a figure of every month."""

    def keep(function: MonthlyFunction) -> MonthlyFunction:
        key = f"{function.__module__.partition('.')[0]}.{function.__name__}"
        monthly.add(order, MonthlySpec(key, label, kind, function, target))
        return function

    return keep


def figures_of_month(project: Project, month: date) -> list[dict[str, Any]]:
    """Every figure of ``project`` up to the end of ``month`` (its first day), as it is stored."""
    until = month + relativedelta(months=1, days=-1)
    return [
        {
            "key": spec.key,
            "label": str(spec.label),
            "kind": spec.kind,
            "value": _plain(spec.function(project, until)),
            "target": _plain(spec.target(project, until)) if spec.target else None,
            "definition": spec.definition,
        }
        for spec in monthly
    ]


def _plain(value: Value) -> int | str:
    return str(value) if isinstance(value, Decimal) else value


def past_months(project: Project, today: date) -> Iterator[date]:
    """The first day of every month of ``project`` that is past, from the one it began in to the one it ended in."""
    month = project.starts_on.replace(day=1)
    while month <= project.ends_on and month < today.replace(day=1):
        yield month
        month += relativedelta(months=1)


def months_to_freeze(today: date) -> list[tuple[Project, date]]:
    """Each past month without figures of every real project, the oldest first; one query for all."""
    projects = Project.objects.real().filter(starts_on__lt=today.replace(day=1)).order_by("starts_on", "pk")
    return [
        (project, month)
        for project in projects.prefetch_related("monthly_figures")
        for month in _missing(project, today)
    ]


def _missing(project: Project, today: date) -> list[date]:
    there = {row.month for row in project.monthly_figures.all()}
    return [month for month in past_months(project, today) if month not in there]


def by_month(rows: Sequence[MonthlyFigures]) -> dict[str, Any]:
    """Frozen months as a table: a column for each figure that one of them has, a row for each month."""
    labels = {item["key"]: item for row in rows for item in row.figures}
    lines = [(row, {item["key"]: item for item in row.figures}) for row in rows]
    return {
        "columns": list(labels.values()),
        "rows": [{"month": row.month, "cells": [held.get(key) for key in labels]} for row, held in lines],
    }


def _agreed(project: Project, until: date) -> Decimal:
    return budget_of(project).agreed


@monthly_figure(90, _("Afgesproken"), kind="money")
def agreed(project: Project, until: date) -> Decimal:
    """Het bedrag dat met het stadsdeel is afgesproken voor het hele project, in euro's."""
    return _agreed(project, until)


@monthly_figure(91, _("Uitgegeven"), kind="money", target=_agreed)
def spent(project: Project, until: date) -> Decimal:
    """Uitgaven, betaalde declaraties en vergoedingen met een datum tot en met deze maand, in euro's."""
    booked = Expense.objects.filter(line__group__project=project, spent_on__lte=until)
    return (booked.aggregate(total=Sum("amount"))["total"] or ZERO).quantize(ZERO)
