"""Claims, handed in up to the cap. How they are decided and paid is told in ``projects.actions.paying``."""

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
from projects.actions.books import hold_open_books
from projects.models import ClaimKind, PayBy, Project

ZERO = Decimal("0.00")


def cap_of(project: Project, kind: ClaimKind | str) -> Decimal:
    """The most one participant may claim of ``kind``, EUR."""
    return project.cap_expenses if kind == ClaimKind.EXPENSES else project.cap_transport


def left_to_claim(participant: Participant, kind: ClaimKind | str) -> Decimal:
    """What ``participant`` may still claim of ``kind``, EUR; refused claims do not count.

    Never less than 0, also when the cap was lowered or two records with claims became one.
    """
    left = cap_of(participant.project, kind) - participant.claims.standing().filter(kind=kind).total()
    return max(ZERO, left)


def left_by_participant(project: Project) -> dict[int, dict[str, Decimal]]:
    """What everybody who takes part in ``project`` may still claim, by number and kind, in two queries."""
    people = project.participants.filter(status__in=TAKES_PART).values_list("pk", flat=True)
    left = {pk: {kind.value: cap_of(project, kind) for kind in ClaimKind} for pk in people}
    standing = Claim.objects.filter(participant__in=people).standing()
    for pk, kind, amount in standing.values_list("participant", "kind", "amount"):
        left[pk][kind] = max(ZERO, left[pk][kind] - amount)
    return left


@action
def submit_claim(
    *,
    participant: Participant,
    kind: ClaimKind | str,
    amount: Decimal,
    spent_on: date,
    by: User | None,
    description: str = "",
    via: str = Claim.Via.TEAM,
    pay_by: str = PayBy.CASH,
    iban: str = "",
    account_holder: str = "",
) -> Claim:
    """Hand in a claim. Raises DomainError above the cap, with what is left, for a day to come, and on closed books."""
    hold_open_books(participant.project)
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
        participant=locked,
        kind=kind,
        amount=amount,
        spent_on=spent_on,
        description=description,
        via=via,
        pay_by=pay_by,
        iban=iban,
        account_holder=account_holder,
    )
