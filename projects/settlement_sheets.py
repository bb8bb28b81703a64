"""The books as spreadsheets. Their totals are formulas of our own, so that somebody can follow the sum."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from mixen.sheets import Formula, Sheet
from projects.budget import Budget, Settlement, settlement_of
from projects.models import Expense, Project

FIRST_ROW = 2  # of a sheet's rows in a spreadsheet, below the header


def settlement_sheets(project: Project) -> list[Sheet]:
    """Per line, in all, who pays, and every expense."""
    settlement = settlement_of(project)
    expenses = Expense.objects.of_project(project).for_list().order_by("spent_on", "pk")
    return [
        _lines(settlement.budget),
        _totals(settlement),
        Sheet(
            _("Bijdragen"),
            [_("Van wie"), _("Bedrag"), _("Toegezegd op"), _("Ontvangen op")],
            [[one.payer, one.amount, one.promised_on, one.received_on] for one in settlement.contributions],
        ),
        expense_sheet(expenses),
    ]


def _lines(budget: Budget) -> Sheet:
    """A row per line, and the sums of the columns below them."""
    rows: list[list[Any]] = [
        [str(line.line), line.derived, line.available, line.spent, line.unpaid, line.left] for line in budget.lines
    ]
    last = FIRST_ROW + len(rows) - 1
    sums = [sum((row[column] for row in rows), Decimal("0.00")) for column in range(1, 6)]
    if rows:
        rows.append(
            [
                _("Alle regels"),
                *(total(letter, FIRST_ROW, last, value) for letter, value in zip("BCDEF", sums, strict=True)),
            ]
        )
    header = [_("Regel"), _("Aantal × prijs"), _("Beschikbaar"), _("Uitgegeven"), _("Nog te betalen"), _("Over")]
    return Sheet(_("Per regel"), header, rows)


def _totals(settlement: Settlement) -> Sheet:
    """What was agreed, less what was spent by kind."""
    kinds = settlement.spent_by_kind
    rows: list[list[Any]] = [
        [_("Afgesproken met het stadsdeel"), settlement.budget.agreed],
        [_("Uitgaven"), kinds["booked"]],
        [_("Betaalde declaraties van deelnemers"), kinds["claim"]],
        [_("Vergoedingen van vrijwilligers"), kinds["allowance"]],
        [_("Samen uitgegeven"), total("B", 3, 5, settlement.spent)],
        [_("Over"), Formula("B2-B6", settlement.left)],
        [_("Nog te betalen"), settlement.unpaid],
        [_("Onverklaard verschil"), settlement.unexplained],
    ]
    return Sheet(_("Afrekening"), [_("Onderdeel"), _("Bedrag")], rows)


def total(letter: str, first: int, last: int, value: Decimal) -> Formula:
    """The sum of one column from row ``first`` to ``last``, which comes to ``value``."""
    return Formula(f"SUM({letter}{first}:{letter}{last})", value)


def expense_sheet(expenses: Iterable[Expense]) -> Sheet:
    """Every expense in a row, and their sum."""
    rows: list[list[Any]] = [
        [
            row.spent_on,
            str(row.line),
            row.payee,
            row.description,
            row.get_kind_display(),
            row.amount,
            _("ja") if row.receipt_id else _("nee"),
        ]
        for row in expenses
    ]
    if rows:
        last = FIRST_ROW + len(rows) - 1
        value = sum((row[5] for row in rows), Decimal("0.00"))
        rows.append([None, _("Samen"), None, None, None, total("F", FIRST_ROW, last, value), None])
    header = [_("Datum"), _("Regel"), _("Betaald aan"), _("Waarvoor"), _("Soort"), _("Bedrag"), _("Bon")]
    return Sheet(_("Uitgaven"), header, rows)
