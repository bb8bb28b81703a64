"""Booking expenses and putting mistakes right."""

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import BudgetLine, Expense, Project


@action
def book_expense(
    *,
    line: BudgetLine,
    amount: Decimal,
    spent_on: date,
    payee: str,
    by: User | None,
    description: str = "",
    kind: Expense.Kind | None = None,
) -> Expense:
    """Book ``amount`` (EUR, more than 0) on ``line``; on the line of the allowances it is one.

    Raises DomainError for a day to come or no amount.
    """
    usual = Expense.Kind.ALLOWANCE if line.is_allowance else Expense.Kind.BOOKED
    if amount <= 0:
        raise DomainError(_("Het bedrag moet meer zijn dan 0. Schrijf geen min."), field="amount")
    if spent_on > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Boek een uitgave pas als die is gedaan."), field="spent_on")
    return Expense.objects.create(
        line=line,
        amount=amount,
        spent_on=spent_on,
        payee=payee,
        description=description,
        kind=kind or usual,
        booked_by=by,
    )


@action
def correct_expense(*, expense: Expense, reason: str, by: User | None) -> Expense:
    """Undo ``expense`` with a counter-entry that says why. Raises DomainError when that was done already."""
    expense = Expense.objects.select_for_update().get(pk=expense.pk)
    if expense.corrects_id or Expense.objects.filter(corrects=expense).exists():
        raise DomainError(_("Deze uitgave is al gecorrigeerd."))
    if expense.kind == Expense.Kind.CLAIM:
        raise DomainError(_("Dit is een betaalde declaratie. Die kun je hier niet corrigeren."))
    return Expense.objects.create(
        line=expense.line,
        amount=-expense.amount,
        spent_on=timezone.localdate(),
        payee=expense.payee,
        description=reason,
        kind=expense.kind,
        corrects=expense,
        booked_by=by,
    )


@action
def agree_budget(*, project: Project, amounts: dict[int, Decimal | None], by: User | None) -> None:
    """Note what the district agreed to pay, per group (by its number in the database); None means not agreed."""
    for group in project.budget_groups.select_for_update().filter(pk__in=amounts):
        group.agreed = amounts[group.pk]
        group.save()
