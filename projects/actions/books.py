"""Closing a project's books: from then on no amount changes."""

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.templatetags.display import euro
from projects.budget import settlement_of
from projects.models import PaymentRun, Project
from projects.paying import payables


def hold_open_books(project: Project) -> Project:
    """The project, locked against closing its books meanwhile. Raises DomainError when they are closed.

    Every deed that changes an amount begins here, so that closing waits for it or refuses it.
    """
    locked = Project.objects.select_for_update(of=("self",), no_key=True).get(pk=project.pk)
    if locked.books_closed_at:
        raise DomainError(_("De boeken van dit project zijn gesloten. Er kan niets meer worden geboekt of veranderd."))
    return locked


@action
def close_books(*, project: Project, by: User | None) -> Project:
    """Close the books and forget the account numbers of who was paid.

    Raises DomainError while something is unpaid, a payment is under way, or an amount is unexplained.
    """
    locked = hold_open_books(project)
    settlement = settlement_of(locked)
    if settlement.unpaid:
        raise DomainError(
            _("Er staat nog %(amount)s open aan declaraties en vergoedingen. Betaal of weiger die eerst.")
            % {"amount": euro(settlement.unpaid)}
        )
    if locked.payment_runs.filter(state=PaymentRun.State.OPEN).exists():
        raise DomainError(_("Er loopt nog een betaalronde. Boek die als betaald, of laat die vervallen."))
    if settlement.unexplained:
        raise DomainError(
            _("Er is een onverklaard verschil van %(amount)s. Zoek dat eerst uit.")
            % {"amount": euro(settlement.unexplained)}
        )
    for model in payables:
        # In bulk: the history holds no account number, so there is nothing to write there.
        model._default_manager.filter(**{model.PROJECT: locked}).update(iban="", account_holder="")
    locked.books_closed_at, locked.books_closed_by = timezone.now(), by
    locked.save()
    return locked


@action
def reopen_books(*, project: Project, reason: str, by: User | None) -> Project:
    """Open closed books again, for a reason that is kept. Raises DomainError without one, or when they are open."""
    locked = Project.objects.select_for_update(of=("self",), no_key=True).get(pk=project.pk)
    if not reason:
        raise DomainError(_("Schrijf op waarom."), field="reason")
    if not locked.books_closed_at:
        raise DomainError(_("De boeken zijn al open."))
    locked.books_closed_at, locked.books_closed_by = None, None
    locked.books_reopened_because = reason
    locked.save()
    return locked
