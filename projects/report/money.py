"""What the report tells about money: the budget, where it parts from the agreement, and the settlement.

A table may say which of its cells are sums of others (``sums``): the workbook writes those as formulas.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mixen.templatetags.display import euro
from projects.budget import Budget, Difference, GroupSum, LineSum, settlement_of
from projects.models import Expense, Project
from projects.permissions import Permission
from projects.report.charts import bars
from projects.report.registry import Row, figure, proposal
from projects.report.words import told, told_day

DERIVED, AGREED, SPENT, LEFT = 1, 2, 3, 4  # columns of the budget
GROUP, LINE, TOTAL = "group", "line", "total"
Cell = list[int]


class MoneyTable:
    """Rows of a table, with the level of each and which cells are sums of which."""

    def __init__(self, *columns: Any) -> None:
        self.columns = columns
        self.rows: list[list[Any]] = []
        self.levels: list[str] = []
        self.sums: list[dict[str, Any]] = []

    def add(self, level: str, *cells: Any) -> int:
        """Put a row below the others; gives its place."""
        self.rows.append(list(cells))
        self.levels.append(level)
        return len(self.rows) - 1

    def is_sum(self, row: int, column: int, plus: Iterable[Cell], minus: Iterable[Cell] = ()) -> None:
        """The cell is what ``plus`` gives together, without ``minus``."""
        terms = [[*cell, 1] for cell in plus] + [[*cell, -1] for cell in minus]
        if terms:
            self.sums.append({"cell": [row, column], "of": terms})

    @property
    def value(self) -> dict[str, Any]:
        return {"columns": self.columns, "rows": self.rows, "levels": self.levels, "sums": self.sums}


def _expenses_behind(project: Project) -> list[Row]:
    url = reverse("projects:money", args=[project.slug])
    found = Expense.objects.filter(line__group__project=project).select_related("line").order_by("spent_on", "pk")
    return [
        Row(f"{told_day(one.spent_on)} · {one.line} · {one.payee} · {euro(one.amount)}", f"{url}#uitgaven")
        for one in found
    ]


@figure(
    "finance",
    10,
    _("Begroting en uitgaven"),
    kind="table",
    chart=bars(AGREED, SPENT, level=GROUP),
    behind=_expenses_behind,
    behind_for=Permission.VIEW_MONEY,
)
def budget_table(project: Project) -> dict[str, Any] | None:
    """Per regel: aantal keer prijs, wat er met het stadsdeel is afgesproken, wat er is uitgegeven en wat over is.

    Bedragen in euro's. Wat over is, is het afgesproken bedrag min de uitgaven. Is er voor een regel niets afgesproken,
    dan geldt aantal keer prijs.
    """
    budget = settlement_of(project).budget
    if not budget.groups:
        return None
    table = MoneyTable(_("Post"), _("Aantal × prijs"), _("Afgesproken"), _("Uitgegeven"), _("Over"))
    places = [_add_group(table, group) for group in budget.groups]
    _add_total(table, budget, places)
    return table.value


def _add_group(table: MoneyTable, group: GroupSum) -> int:
    place = table.add(GROUP, str(group.group), group.derived, group.agreed, group.spent, group.left)
    lines = [_add_line(table, line) for line in group.lines]
    table.is_sum(place, DERIVED, [[line, DERIVED] for line in lines])
    table.is_sum(place, SPENT, [[line, SPENT] for line in lines])
    table.is_sum(place, LEFT, [[place, AGREED]], [[place, SPENT]])
    if group.group.agreed is None:
        available = [
            [place_of_line, DERIVED if line.agreed is None else AGREED]
            for place_of_line, line in zip(lines, group.lines, strict=True)
        ]
        table.is_sum(place, AGREED, available)
    return place


def _add_line(table: MoneyTable, line: LineSum) -> int:
    agreed = "" if line.agreed is None else line.agreed
    place = table.add(LINE, str(line.line), line.derived, agreed, line.spent, line.left)
    table.is_sum(place, LEFT, [[place, DERIVED if line.agreed is None else AGREED]], [[place, SPENT]])
    return place


def _add_total(table: MoneyTable, budget: Budget, groups: list[int]) -> None:
    place = table.add(TOTAL, _("Totaal"), budget.derived, budget.agreed, budget.spent, budget.left)
    columns = [DERIVED, SPENT] if budget.agreed_total is not None else [DERIVED, AGREED, SPENT]
    for column in columns:
        table.is_sum(place, column, [[group, column] for group in groups])
    table.is_sum(place, LEFT, [[place, AGREED]], [[place, SPENT]])


LEVEL_NAMES = {Difference.GROUP: _("Groep %(name)s"), Difference.LINE: _("Regel %(name)s")}


@figure("finance", 20, _("Waar de afspraak afwijkt van aantal × prijs"), kind="table")
def budget_differences(project: Project) -> dict[str, Any] | None:
    """De groepen en regels waar het afgesproken bedrag niet gelijk is aan aantal keer prijs."""
    places = settlement_of(project).budget.differences
    if not places:
        return None
    table = MoneyTable(_("Post"), _("Afgesproken"), _("Aantal × prijs"), _("Verschil"))
    for place in places:
        name = str(LEVEL_NAMES.get(place.level, "%(name)s")) % {"name": place.where}
        row = table.add(LINE, name, place.agreed, place.derived, place.amount)
        table.is_sum(row, 3, [[row, 1]], [[row, 2]])
    return table.value


@figure("finance", 30, _("Afrekening"), kind="table", behind=_expenses_behind, behind_for=Permission.VIEW_MONEY)
def settlement(project: Project) -> dict[str, Any] | None:
    """Wat er is afgesproken, toegezegd en ontvangen, de uitgaven per soort, en wat er overblijft, in euro's.

    Een bedrag onder 0 bij 'Over' is een tekort. 'Nog niet betaald' is ingediend of goedgekeurd, en telt nog niet als
    uitgave. Het onverklaarde verschil hoort 0 te zijn: dan heeft elke euro een regel en een reden.
    """
    sums = settlement_of(project)
    if not sums.budget.groups:
        return None
    table = MoneyTable(_("Onderdeel"), _("Bedrag"))
    agreed = table.add(LINE, _("Afgesproken met het stadsdeel"), sums.budget.agreed)
    if sums.contributions:
        promised = table.add(LINE, _("Toegezegde bijdragen"), sums.promised)
        received = table.add(LINE, _("Daarvan ontvangen"), sums.received)
        still = table.add(LINE, _("Nog te ontvangen"), sums.to_receive)
        table.is_sum(still, 1, [[promised, 1]], [[received, 1]])
    kinds = [
        table.add(LINE, _("Uitgaven"), sums.spent_by_kind["booked"]),
        table.add(LINE, _("Betaalde declaraties van deelnemers"), sums.spent_by_kind["claim"]),
        table.add(LINE, _("Vergoedingen van vrijwilligers"), sums.spent_by_kind["allowance"]),
    ]
    spent = table.add(GROUP, _("Samen uitgegeven"), sums.spent)
    table.is_sum(spent, 1, [[kind, 1] for kind in kinds])
    left = table.add(GROUP, _("Over"), sums.left)
    table.is_sum(left, 1, [[agreed, 1]], [[spent, 1]])
    if sums.unpaid:
        unpaid = table.add(LINE, _("Nog niet betaald"), sums.unpaid)
        in_the_end = table.add(LINE, _("Over als alles betaald is"), sums.left - sums.unpaid)
        table.is_sum(in_the_end, 1, [[left, 1]], [[unpaid, 1]])
    table.add(TOTAL, _("Onverklaard verschil"), sums.unexplained)
    return table.value


@proposal("finance", 10)
def money_in_words(project: Project) -> str | None:
    """What was agreed, spent and left; and how many places part. Nothing before anything was spent."""
    sums = settlement_of(project)
    if not sums.spent:
        return None
    return told(
        _t("Met het stadsdeel is %(agreed)s afgesproken. Daarvan is %(spent)s uitgegeven.")
        % {"agreed": euro(sums.budget.agreed), "spent": euro(sums.spent)},
        _left_in_words(sums.left),
        sums.unpaid and _t("Er moet nog %(amount)s worden betaald.") % {"amount": euro(sums.unpaid)},
        _differences_in_words(sums.budget.differences),
    )


def _left_in_words(left: Decimal) -> str:
    if left > 0:
        return _t("Er is %(amount)s over.") % {"amount": euro(left)}
    if left < 0:
        return _t("Er is %(amount)s te veel uitgegeven.") % {"amount": euro(-left)}
    return _t("Er is niets over en niets tekort.")


def _differences_in_words(places: list[Difference]) -> str:
    number = len(places)
    if not number:
        return ""
    return ngettext(
        "Op %(number)s plaats is een ander bedrag afgesproken dan aantal keer prijs; de tabel noemt die plaats.",
        "Op %(number)s plaatsen is een ander bedrag afgesproken dan aantal keer prijs; de tabel noemt ze alle.",
        number,
    ) % {"number": number}
