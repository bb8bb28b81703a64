"""Booking expenses with their receipts, and putting mistakes right."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.uploads import CleanFile
from projects.actions.books import hold_open_books
from projects.models import BudgetLine, Expense, PayableStatus, Project, Receipt
from projects.paying import paid_as


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
    receipt: Receipt | None = None,
) -> Expense:
    """Book ``amount`` (EUR, more than 0) on ``line``; on the line of the allowances it is one.

    Raises DomainError for a day to come, no amount, a line that is left out, or closed books.
    """
    hold_open_books(line.group.project)
    usual = Expense.Kind.ALLOWANCE if line.is_allowance else Expense.Kind.BOOKED
    if amount <= 0:
        raise DomainError(_("Het bedrag moet meer zijn dan 0. Schrijf geen min."), field="amount")
    if spent_on > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Boek een uitgave pas als die is gedaan."), field="spent_on")
    if line.left_out:
        raise DomainError(_("Deze regel doet in dit project niet mee. Kies een andere regel."), field="line")
    return Expense.objects.create(
        line=line,
        amount=amount,
        spent_on=spent_on,
        payee=payee,
        description=description,
        kind=kind or usual,
        receipt=receipt,
        booked_by=by,
    )


@action
def book_purchase(
    *,
    project: Project,
    parts: Sequence[tuple[BudgetLine, Decimal]],
    spent_on: date,
    payee: str,
    by: User | None,
    description: str = "",
    receipt: CleanFile | None = None,
) -> list[Expense]:
    """Book one purchase, split over lines of ``project``, with its receipt. Refusals as for ``book_expense``."""
    hold_open_books(project)
    if not parts:
        raise DomainError(_("Kies ten minste één begrotingsregel."))
    if any(line.group.project_id != project.pk for line, _amount in parts):
        raise DomainError(_("Kies een regel van dit project."), field="line")
    kept = keep_receipt(project=project, file=receipt, by=by) if receipt else None
    return [
        book_expense(
            line=line, amount=amount, spent_on=spent_on, payee=payee, description=description, receipt=kept, by=by
        )
        for line, amount in parts
    ]


@action
def keep_receipt(*, project: Project, file: CleanFile, by: User | None) -> Receipt:
    """Keep a cleaned receipt; its name tells nothing but the project."""
    receipt = Receipt(project=project, media_type=file.media_type, sha256=file.sha256, added_by=by)
    receipt.file.save(f"bon-{project.slug}.{file.ending}", ContentFile(file.content), save=False)
    receipt.save()
    return receipt


@action
def add_receipt(*, expense: Expense, file: CleanFile, by: User | None) -> Receipt:
    """Give an expense the receipt that came later. Raises DomainError when it has one."""
    project = hold_open_books(expense.line.group.project)
    locked = Expense.objects.select_for_update().get(pk=expense.pk)
    if locked.receipt_id:
        raise DomainError(_("Bij deze uitgave hoort al een bon."))
    locked.receipt = keep_receipt(project=project, file=file, by=by)
    locked.save()
    return locked.receipt


@action
def correct_expense(*, expense: Expense, reason: str, by: User | None) -> Expense:
    """Undo ``expense`` with a counter-entry that says why; a claim or allowance it paid counts as paid back.

    Raises DomainError when that was done already, or the books are closed.
    """
    hold_open_books(expense.line.group.project)
    expense = Expense.objects.select_for_update().get(pk=expense.pk)
    if expense.corrects_id or Expense.objects.filter(corrects=expense).exists():
        raise DomainError(_("Deze uitgave is al gecorrigeerd."))
    paid = paid_as(expense)
    if paid is not None:
        paid.status, paid.reason = PayableStatus.RETURNED, reason
        paid.save()
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
