"""The budget itself: lines, what was agreed with the district, and who pays."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.actions.books import hold_open_books
from projects.models import BudgetGroup, BudgetLine, Contribution, Project

LINE_FIELDS = frozenset({"code", "name", "quantity", "unit_price", "per", "is_optional"})


@action
def agree_budget(
    *,
    project: Project,
    by: User | None,
    amounts: Mapping[int, Decimal | None] | None = None,
    lines: Mapping[int, Decimal | None] | None = None,
    total: Decimal | None = None,
) -> None:
    """Note what the district agreed to pay: per group and per line (by number in the database), and in all.

    None means that nothing was agreed there. Groups and lines that are not given keep what they have.
    """
    locked = hold_open_books(project)
    for group in locked.budget_groups.select_for_update().filter(pk__in=amounts or {}):
        group.agreed = (amounts or {})[group.pk]
        group.save()
    for line in BudgetLine.objects.select_for_update(of=("self",)).filter(group__project=locked, pk__in=lines or {}):
        line.agreed = (lines or {})[line.pk]
        line.save()
    if locked.agreed_total != total:
        locked.agreed_total = total
        locked.save()


@action
def add_budget_group(*, project: Project, name: str, by: User | None) -> BudgetGroup:
    """A new group, after the last one."""
    locked = hold_open_books(project)
    last = locked.budget_groups.order_by("-number").first()
    return BudgetGroup.objects.create(project=locked, number=last.number + 1 if last else 1, name=name)


@action
def add_budget_line(*, group: BudgetGroup, by: User | None, **fields: Any) -> BudgetLine:
    """A new line of ``group``. Raises DomainError when the project has a line with that code."""
    hold_open_books(group.project)
    return _save_line(BudgetLine(group=group), fields)


@action
def change_budget_line(*, line: BudgetLine, by: User | None, **fields: Any) -> BudgetLine:
    """Change what a line is or costs. Raises DomainError as for a new one."""
    hold_open_books(line.group.project)
    return _save_line(_locked(line), fields)


@action
def remove_budget_line(*, line: BudgetLine, by: User | None) -> None:
    """Take away a line on which nothing was ever booked. Raises DomainError for any other, and for one for claims."""
    hold_open_books(line.group.project)
    locked = _locked(line)
    if locked.claim_kind or locked.is_allowance:
        raise DomainError(_("Uit deze regel worden declaraties of vergoedingen betaald. Die moet blijven."))
    if locked.expenses.exists():
        raise DomainError(_("Op deze regel is geboekt. Die moet blijven."))
    locked.delete()


@action
def leave_out_line(*, line: BudgetLine, left_out: bool, by: User | None) -> BudgetLine:
    """Leave an optional line out of this project, or take it in again.

    Raises DomainError for a line that is not optional, or on which money was spent.
    """
    hold_open_books(line.group.project)
    locked = _locked(line)
    if left_out and not locked.is_optional:
        raise DomainError(_("Alleen een regel die niet verplicht is, kan vervallen."))
    if left_out and BudgetLine.objects.with_spent().get(pk=locked.pk).spent:
        raise DomainError(_("Op deze regel is al geld uitgegeven. Boek dat eerst op een andere regel."))
    locked.left_out = left_out
    locked.save()
    return locked


def _locked(line: BudgetLine) -> BudgetLine:
    return BudgetLine.objects.select_for_update(of=("self",)).select_related("group__project").get(pk=line.pk)


def _save_line(line: BudgetLine, fields: dict[str, Any]) -> BudgetLine:
    for name in LINE_FIELDS & fields.keys():
        setattr(line, name, fields[name])
    same_code = BudgetLine.objects.filter(group__project=line.group.project, code__iexact=line.code).exclude(
        pk=line.pk
    )
    if same_code.exists():
        raise DomainError(_("Er is al een regel met deze code. Kies een andere."), field="code")
    if line.left_out and not line.is_optional:
        raise DomainError(_("Deze regel doet nu niet mee. Neem die eerst weer op."), field="is_optional")
    line.save()
    return line


@action
def promise_contribution(
    *,
    project: Project,
    payer: str,
    amount: Decimal,
    by: User | None,
    is_district: bool = False,
    promised_on: date | None = None,
) -> Contribution:
    """Note that somebody pays ``amount`` (EUR) of the project."""
    locked = hold_open_books(project)
    return Contribution.objects.create(
        project=locked, payer=payer, amount=amount, is_district=is_district, promised_on=promised_on
    )


@action
def receive_contribution(*, contribution: Contribution, by: User | None, on: date | None = None) -> Contribution:
    """The money came in. Raises DomainError when it had already, or for a day to come."""
    hold_open_books(contribution.project)
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    day = on or timezone.localdate()
    if locked.received_on:
        raise DomainError(_("Deze bijdrage was al ontvangen."))
    if day > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Kies vandaag of een eerdere dag."), field="received_on")
    locked.received_on = day
    locked.save()
    return locked


@action
def withdraw_contribution(*, contribution: Contribution, by: User | None) -> None:
    """A promise that is off. Raises DomainError when the money came in."""
    hold_open_books(contribution.project)
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    if locked.received_on:
        raise DomainError(_("Deze bijdrage is al ontvangen. Die moet blijven."))
    locked.delete()
