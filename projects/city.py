"""The whole city in one view: what every project comes to, the year's goal, and districts compared.

Each app adds columns, and perhaps a section of its own, in its ``city.py``: worked out for all given projects at once,
in a constant number of queries. Practice projects are in nothing of this.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from mixen.sheets import Sheet
from projects.models import BudgetGroup, District, Expense, Project
from projects.registry import Registry

GROUP = 20
ZERO = Decimal("0.00")
SOFT_HYPHEN = "\u00ad"
LEAST_GROUPS, MOST_GROUPS = 3, 4
Value = int | Decimal


@dataclass(frozen=True)
class Column:
    """One figure of every project, by the project's number; a project that is not in it has 0.

    ``group`` is the heading it shares with its neighbours. The one that ``is_goal`` is held against the year's goal.
    """

    key: str
    label: Any
    values: dict[int, Any]
    kind: str = "count"
    group: Any = ""
    is_goal: bool = False

    @property
    def title(self) -> str:
        """The label where it stands by itself: with its group, and in one piece."""
        label = str(self.label).replace(SOFT_HYPHEN, "")
        return f"{self.group}: {label.lower()}" if self.group else label

    def of(self, projects: Iterable[Project]) -> Value:
        """The sum over ``projects``."""
        zero: Value = ZERO if self.kind == "money" else 0
        return sum((self.values.get(project.pk, zero) for project in projects), zero)


Cell = tuple[Column, Value]


def cells_of(all_columns: Iterable[Column], projects: Iterable[Project]) -> list[Cell]:
    """Each column with its sum over ``projects``."""
    projects = list(projects)
    return [(column, column.of(projects)) for column in all_columns]


@dataclass(frozen=True)
class Section:
    """A part of the page that an app fills, and its sheets in the workbook."""

    template: str
    context: dict[str, Any]
    sheets: list[Sheet] = field(default_factory=list)


ColumnMaker = Callable[[list[Project]], list[Column]]
SectionMaker = Callable[[list[Project]], Section]
columns: Registry[ColumnMaker] = Registry("city")
sections: Registry[SectionMaker] = Registry("city")


def columns_of(projects: list[Project]) -> list[Column]:
    """The columns of all apps over ``projects``."""
    return [column for maker in columns for column in maker(projects)]


def sections_of(projects: list[Project]) -> list[Section]:
    return [maker(projects) for maker in sections]


@dataclass(frozen=True)
class Progress:
    """How far a year is: three to four groups of twenty couples."""

    projects: int
    full: int
    reached: int
    group: int = GROUP
    least: int = LEAST_GROUPS * GROUP
    most: int = MOST_GROUPS * GROUP

    @property
    def to_least(self) -> int:
        return max(0, self.least - self.reached)

    @property
    def to_most(self) -> int:
        return max(0, self.most - self.reached)

    @property
    def share(self) -> str:
        """Of the most, as the width of a bar."""
        return f"{min(100.0, 100 * self.reached / self.most):.1f}%"

    @property
    def least_at(self) -> str:
        """Where on the bar the least lies."""
        return f"{100 * self.least / self.most:.1f}%"


def progress_of(projects: list[Project], all_columns: Iterable[Column]) -> Progress:
    """How far the year is that ``projects`` belong to."""
    couples = [column.of([project]) for column in all_columns if column.is_goal for project in projects]
    return Progress(len(projects), sum(number >= GROUP for number in couples), int(sum(couples)))


@dataclass(frozen=True)
class Compared:
    """One district: how many projects, and each column summed over them."""

    district: District
    projects: int
    cells: list[Cell]


def by_district(projects: Iterable[Project], all_columns: Sequence[Column]) -> list[Compared]:
    """Every district with a project among ``projects``, by name."""
    return [
        Compared(district, len(mine), cells_of(all_columns, mine)) for district, mine in _grouped(projects).items()
    ]


def _grouped(projects: Iterable[Project]) -> dict[District, list[Project]]:
    found: dict[District, list[Project]] = {}
    for project in sorted(projects, key=lambda project: project.district.name):
        found.setdefault(project.district, []).append(project)
    return found


def couples_by_year(
    projects: list[Project], all_columns: Sequence[Column]
) -> list[tuple[District, list[tuple[int, Value]]]]:
    """Per district, for each year of ``projects``, which come ``with_year()``, the goal's column."""
    years = sorted({project.year for project in projects}, reverse=True)
    goal = [column for column in all_columns if column.is_goal]
    return [
        (district, [(year, column.of(one for one in mine if one.year == year)) for year in years for column in goal])
        for district, mine in _grouped(projects).items()
    ]


def project_sheet(projects: Iterable[Project], all_columns: Sequence[Column]) -> Sheet:
    """A row for each project, and their sum."""
    projects = list(projects)
    header = [_("Project"), _("Stadsdeel"), _("Fase"), _("Begint op"), _("Eindigt op")]
    rows: list[list[Any]] = [
        [
            project.name,
            project.district.name,
            project.phase().label,
            project.starts_on,
            project.ends_on,
            *[column.of([project]) for column in all_columns],
        ]
        for project in projects
    ]
    rows.append([_("Samen"), "", "", None, None, *[column.of(projects) for column in all_columns]])
    return Sheet(str(_("Projecten")), [*map(str, header), *[column.title for column in all_columns]], rows)


def district_sheet(name: str, projects: list[Project], all_columns: Sequence[Column]) -> Sheet:
    """A row for each district."""
    header = [str(_("Stadsdeel")), str(_("Projecten")), *[column.title for column in all_columns]]
    rows = [
        [row.district.name, row.projects, *[value for _column, value in row.cells]]
        for row in by_district(projects, all_columns)
    ]
    return Sheet(name, header, rows)


@columns.register(90)
def money(projects: list[Project]) -> list[Column]:
    """Agreed and spent, in two queries; the database adds up."""
    agreed = BudgetGroup.objects.filter(project__in=projects).agreed_by_project()
    agreed |= {project.pk: project.agreed_total for project in projects if project.agreed_total is not None}
    booked = Expense.objects.filter(line__group__project__in=projects).order_by().values_list("line__group__project")
    spent = {number: total.quantize(ZERO) for number, total in booked.annotate(total=Sum("amount"))}
    return [
        Column("agreed", _("Afge\u00adsproken"), agreed, kind="money"),
        Column("spent", _("Uit\u00adgegeven"), spent, kind="money"),
    ]
