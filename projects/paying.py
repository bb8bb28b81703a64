"""Everything that may be paid back to people, over all apps: each registers its kind of ``Payable``."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from projects.models import Allowance, Payable, PayBy, PaymentRun, Project, Role
from projects.registry import Registry

ZERO = Decimal("0.00")
payables: Registry[type[Payable]] = Registry("paying")
payables.add(20, Allowance)


def _rows(model: type[Payable], project: Project) -> Any:
    return model._default_manager.all().of_project(project)


def unpaid_by_line(project: Project) -> dict[int, Decimal]:
    """What was handed in or approved and not paid yet, EUR, by the number of its budget line; 0 when it has none."""
    found: dict[int, Decimal] = {}
    lines: dict[tuple[str, str], int] = {}
    for model in payables:
        for payable in _rows(model, project).unpaid():
            key = (model.__name__, payable.what)
            if key not in lines:
                line = payable.budget_line()
                lines[key] = line.pk if line else 0
            found[lines[key]] = found.get(lines[key], ZERO) + payable.amount
    return found


def to_pay(project: Project, by: PayBy) -> list[Payable]:
    """What was approved, is paid ``by`` that means and stands in no open run, in order of name."""
    found = [row for model in payables for row in _rows(model, project).to_pay().filter(pay_by=by, run__isnull=True)]
    return sorted(found, key=lambda row: (row.payee.casefold(), row.pk))


def in_run(run: PaymentRun) -> list[Payable]:
    """What is paid in ``run``, in order of name."""
    found = [row for model in payables for row in _rows(model, run.project).filter(run=run)]
    return sorted(found, key=lambda row: (row.payee.casefold(), row.pk))


def left_by_ambassador(project: Project) -> dict[int, Decimal]:
    """What each ambassador of ``project`` may still get, EUR, by the number of the account."""
    line = Allowance.line_of(project)
    price = line.unit_price if line else ZERO
    left = dict.fromkeys(project.memberships.filter(role=Role.AMBASSADOR).values_list("user", flat=True), price)
    for user, amount in _rows(Allowance, project).standing().values_list("ambassador", "amount"):
        left[user] = max(ZERO, left.get(user, price) - amount)
    return left


def total_by_run(project: Project) -> dict[int, Decimal]:
    """What each payment run of ``project`` comes to, EUR, by its number; a run without payments is not there."""
    found: dict[int, Decimal] = {}
    for model in payables:
        for run, amount in _rows(model, project).filter(run__isnull=False).values_list("run", "amount"):
            found[run] = found.get(run, ZERO) + amount
    return found


def total_of(rows: Iterable[Payable]) -> Decimal:
    """The sum of the amounts, EUR."""
    return sum((row.amount for row in rows), ZERO)


def paid_as(expense: Any) -> Payable | None:
    """The claim or allowance that ``expense`` paid; None for any other expense."""
    for model in payables:
        found = model._default_manager.filter(expense=expense).first()
        if found is not None:
            return found
    return None
