"""What was paid for an excursion, and booking that on the budget."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from excursions.costs import costs_of
from excursions.models import Excursion
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.uploads import CleanFile
from projects.actions import book_purchase
from projects.actions.books import hold_open_books
from projects.models import BudgetLine, Expense


def _hold(excursion: Excursion) -> Excursion:
    """The excursion, locked after its project's books. Raises DomainError when they are closed, or it was booked."""
    hold_open_books(excursion.project)
    locked = Excursion.objects.select_for_update(of=("self",)).select_related("booking").get(pk=excursion.pk)
    if locked.is_booked:
        raise DomainError(_("De kosten zijn al geboekt. Klopt er iets niet? Boek de uitgave eerst terug."))
    return locked


@action
def note_paid(*, excursion: Excursion, amounts: Mapping[int, Decimal | None], by: User | None) -> int:
    """Note what was paid, EUR, per signup by its number; None is nothing yet. Gives how many changed.

    Raises DomainError when the costs were booked already, or the books are closed.
    """
    locked = _hold(excursion)
    changed = 0
    for signup in locked.signups.select_for_update(of=("self",)).filter(pk__in=amounts):
        if signup.paid != amounts[signup.pk]:
            signup.paid = amounts[signup.pk]
            signup.save()
            changed += 1
    return changed


@action
def pay_the_price(*, excursion: Excursion, by: User | None) -> int:
    """For everybody of whom nothing was noted: the price that holds for them was paid. Refusals as ``note_paid``."""
    locked = _hold(excursion)
    return note_paid(excursion=locked, amounts={one.pk: one.price for one in costs_of(locked).unpaid}, by=by)


@action
def book_costs(
    *,
    excursion: Excursion,
    line: BudgetLine,
    amount: Decimal,
    spent_on: date,
    payee: str,
    by: User | None,
    receipt: CleanFile | None = None,
) -> Expense:
    """Book all that was paid as one expense on ``line``; ``amount`` is the sum that was seen, EUR.

    Once per excursion, until the expense is undone with a counter-entry. Raises DomainError when that was done,
    nothing was paid, somebody changed the sum meanwhile, and as ``book_purchase``.
    """
    locked = _hold(excursion)
    paid = costs_of(locked).paid
    if not paid:
        raise DomainError(_("Noteer eerst wat er is betaald."))
    if paid != amount:
        raise DomainError(_("Iemand veranderde intussen wat er is betaald. Kijk of het klopt, en boek het dan."))
    (expense,) = book_purchase(
        project=locked.project,
        parts=[(line, paid)],
        spent_on=spent_on,
        payee=payee,
        description=_("Excursie %(name)s") % {"name": locked.name},
        receipt=receipt,
        by=by,
    )
    locked.booking = expense
    locked.save()
    return expense
