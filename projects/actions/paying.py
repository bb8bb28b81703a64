"""What is paid back to people: decided, put together in a run, and paid, upon which it is an expense of its line."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.templatetags.display import euro
from projects.actions.books import hold_open_books
from projects.actions.money import book_expense
from projects.models import Allowance, Membership, Payable, PayableStatus, PayBy, PaymentRun, Project, Role
from projects.paying import ZERO, in_run, to_pay

P = TypeVar("P", bound=Payable)


@action
def submit_allowance(
    *,
    membership: Membership,
    amount: Decimal,
    spent_on: date,
    by: User | None,
    description: str = "",
    pay_by: str = PayBy.CASH,
    iban: str = "",
    account_holder: str = "",
) -> Allowance:
    """Ask an allowance for an ambassador. Raises DomainError above the price of its budget line, with what is left."""
    hold_open_books(membership.project)
    locked = Membership.objects.select_for_update(of=("self",)).select_related("project", "user").get(pk=membership.pk)
    if locked.role != Role.AMBASSADOR:
        raise DomainError(_("Een vrijwilligersvergoeding is voor ambassadeurs."), field="membership")
    if amount <= 0:
        raise DomainError(_("Het bedrag moet meer zijn dan 0. Schrijf geen min."), field="amount")
    if spent_on > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Kies vandaag of een eerdere dag."), field="spent_on")
    allowance = Allowance(
        project=locked.project,
        ambassador=locked.user,
        amount=amount,
        spent_on=spent_on,
        description=description,
        pay_by=pay_by,
        iban=iban,
        account_holder=account_holder,
    )
    line = allowance.budget_line()
    if line is None:
        raise DomainError(_("De begroting heeft geen regel voor vrijwilligersvergoedingen."))
    had = Allowance.objects.filter(project=locked.project, ambassador=locked.user).standing().total()
    left = max(ZERO, line.unit_price - had)
    if amount > left:
        raise DomainError(_("Dit is meer dan er nog over is: %(left)s.") % {"left": euro(left)}, field="amount")
    allowance.save()
    return allowance


def _locked(payable: P, *statuses: PayableStatus) -> P:
    """The row as it is now, locked; DomainError when somebody decided otherwise meanwhile."""
    hold_open_books(payable.project)
    rows = type(payable)._default_manager.select_for_update(of=("self",)).select_related(*payable.WITH_PAYEE)
    locked: P = rows.get(pk=payable.pk)  # type: ignore[assignment]
    if locked.status not in statuses:
        told = {"what": locked._meta.verbose_name, "status": locked.get_status_display()}  # type: ignore[attr-defined]
        raise DomainError(_("Dit kan niet: de status van deze %(what)s is '%(status)s'.") % told)
    return locked


@action
def approve_payable(*, payable: Payable, by: User | None) -> Payable:
    """It may be paid."""
    locked = _locked(payable, PayableStatus.SUBMITTED)
    locked.status, locked.decided_by = PayableStatus.APPROVED, by
    locked.save()
    return locked


@action
def refuse_payable(*, payable: Payable, reason: str, by: User | None) -> Payable:
    """It is not paid, for a reason the person can be told. Raises DomainError while it stands in a payment run."""
    locked = _locked(payable, PayableStatus.SUBMITTED, PayableStatus.APPROVED)
    _stands_alone(locked)
    locked.status, locked.decided_by, locked.reason = PayableStatus.REFUSED, by, reason
    locked.save()
    return locked


@action
def pay_payable(*, payable: Payable, by: User | None, on: date | None = None) -> Payable:
    """The money was handed over: it becomes an expense of the budget line its kind belongs to.

    Raises DomainError when it stands in a payment run, which pays all of it at once.
    """
    locked = _locked(payable, PayableStatus.APPROVED)
    _stands_alone(locked)
    return _pay(locked, on or timezone.localdate(), by)


def _stands_alone(payable: Payable) -> None:
    if payable.run_id:
        raise DomainError(
            _("Dit staat in betaalronde %(reference)s. Betaal die, of laat die vervallen.")
            % {"reference": payable.run.reference if payable.run else ""}
        )


def _pay(locked: P, day: date, by: User | None) -> P:
    line = locked.budget_line()
    if line is None:
        raise DomainError(_("De begroting heeft geen regel voor deze soort declaratie. Vraag het aan de coördinator."))
    locked.expense = book_expense(
        line=line,
        amount=locked.amount,
        spent_on=day,
        payee=locked.name_in_the_books,
        description=locked.what,
        kind=locked.EXPENSE_KIND,
        by=by,
    )
    locked.status = PayableStatus.PAID
    locked.save()
    return locked


@action
def start_payment_run(*, project: Project, pay_by: PayBy, by: User | None) -> PaymentRun:
    """Put together all that was approved, is paid ``pay_by`` that means, and stands in no run yet.

    Raises DomainError when there is nothing.
    """
    locked = hold_open_books(project)
    rows = to_pay(locked, pay_by)
    if not rows:
        raise DomainError(_("Er is niets om op deze manier te betalen."))
    run = PaymentRun.objects.create(project=locked, by=pay_by, made_by=by)
    for row in rows:
        row.run = run
        row.save()
    return run


@action
def pay_run(*, run: PaymentRun, by: User | None, on: date | None = None, except_for: Iterable[str] = ()) -> PaymentRun:
    """All of the run was paid, but for ``except_for`` (the ``mark`` of each), which wait for a next one.

    Raises DomainError when it was paid or cancelled already, or for a day to come.
    """
    locked = _open_run(run)
    day, left_out = on or timezone.localdate(), set(except_for)
    if day > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Kies vandaag of een eerdere dag."), field="paid_on")
    for row in in_run(locked):
        if row.mark in left_out:
            row.run = None
            row.save()
        else:
            _pay(_locked(row, PayableStatus.APPROVED), day, by)
    locked.state, locked.paid_on = PaymentRun.State.PAID, day
    locked.save()
    return locked


@action
def cancel_run(*, run: PaymentRun, by: User | None) -> PaymentRun:
    """Nothing of the run was paid; all of it can be put in another one."""
    locked = _open_run(run)
    for row in in_run(locked):
        row.run = None
        row.save()
    locked.state = PaymentRun.State.CANCELLED
    locked.save()
    return locked


def _open_run(run: PaymentRun) -> PaymentRun:
    hold_open_books(run.project)
    locked = PaymentRun.objects.select_for_update(of=("self",)).select_related("project").get(pk=run.pk)
    if locked.state != PaymentRun.State.OPEN:
        raise DomainError(_("Dit kan niet: deze betaalronde is '%(state)s'.") % {"state": locked.get_state_display()})
    return locked
