"""Claims: handed in up to the cap, decided, and paid as an expense of their budget line."""

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.templatetags.display import euro
from participants.models import Claim, Participant
from participants.models.participant import TAKES_PART
from projects.actions import book_expense
from projects.budget import line_for_claims
from projects.models import ClaimKind, Expense, Project


def cap_of(project: Project, kind: ClaimKind | str) -> Decimal:
    """The most one participant may claim of ``kind``, EUR."""
    return project.cap_expenses if kind == ClaimKind.EXPENSES else project.cap_transport


def left_to_claim(participant: Participant, kind: ClaimKind | str) -> Decimal:
    """What ``participant`` may still claim of ``kind``, EUR; refused claims do not count."""
    return cap_of(participant.project, kind) - participant.claims.standing().filter(kind=kind).total()


@action
def submit_claim(
    *,
    participant: Participant,
    kind: ClaimKind | str,
    amount: Decimal,
    spent_on: date,
    by: User | None,
    description: str = "",
) -> Claim:
    """Hand in a claim. Raises DomainError above the cap, with what is left, and for a day to come."""
    locked = Participant.objects.select_for_update().select_related("project").get(pk=participant.pk)
    if amount <= 0:
        raise DomainError(_("Het bedrag moet meer zijn dan 0. Schrijf geen min."), field="amount")
    if locked.status not in TAKES_PART:
        raise DomainError(_("Deze deelnemer is niet ingeschreven en kan nog niets declareren."), field="participant")
    if spent_on > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Kies vandaag of een eerdere dag."), field="spent_on")
    left = left_to_claim(locked, kind)
    if amount > left:
        raise DomainError(
            _("Dit is meer dan er nog over is: %(left)s.") % {"left": euro(left)},
            field="amount",
        )
    return Claim.objects.create(
        participant=locked, kind=kind, amount=amount, spent_on=spent_on, description=description
    )


def _locked(claim: Claim, *statuses: Claim.Status) -> Claim:
    """The claim as it is now, locked; DomainError when somebody decided otherwise meanwhile."""
    locked = Claim.objects.select_for_update().select_related("participant__person").get(pk=claim.pk)
    if locked.status not in statuses:
        raise DomainError(
            _("Dit kan niet: de status van deze declaratie is '%(status)s'.") % {"status": locked.get_status_display()}
        )
    return locked


@action
def approve_claim(*, claim: Claim, by: User | None) -> Claim:
    """The claim may be paid."""
    locked = _locked(claim, Claim.Status.SUBMITTED)
    locked.status, locked.decided_by = Claim.Status.APPROVED, by
    locked.save()
    return locked


@action
def refuse_claim(*, claim: Claim, reason: str, by: User | None) -> Claim:
    """The claim is not paid, for a reason the participant can be told."""
    locked = _locked(claim, Claim.Status.SUBMITTED, Claim.Status.APPROVED)
    locked.status, locked.decided_by, locked.reason = Claim.Status.REFUSED, by, reason
    locked.save()
    return locked


@action
def pay_claim(*, claim: Claim, by: User | None, on: date | None = None) -> Claim:
    """The money was handed over: the claim becomes an expense of the budget line its kind belongs to."""
    locked = _locked(claim, Claim.Status.APPROVED)
    line = line_for_claims(locked.participant.project, ClaimKind(locked.kind))
    if line is None:
        raise DomainError(_("De begroting heeft geen regel voor deze soort declaratie. Vraag het aan de coördinator."))
    locked.expense = book_expense(
        line=line,
        amount=locked.amount,
        spent_on=on or timezone.localdate(),
        payee=_("Deelnemer %(number)s") % {"number": locked.participant_id},
        description=locked.get_kind_display(),
        kind=Expense.Kind.CLAIM,
        by=by,
    )
    locked.status = Claim.Status.PAID
    locked.save()
    return locked
