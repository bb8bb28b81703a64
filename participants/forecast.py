"""What participants may still claim, per budget line."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from participants.actions.claims import cap_of
from participants.models import Claim
from participants.models.participant import TAKES_PART
from projects.forecast import ZERO, forecasters
from projects.models import BudgetLine, Project


@forecasters.register(20)
def claims_to_come(project: Project, lines: list[BudgetLine], today: date) -> dict[int, Decimal]:
    """On each line for claims: what is left of the cap of everybody who takes part, and what others handed in."""
    for_claims = [line for line in lines if line.claim_kind]
    if not for_claims:
        return {}
    taking_part = set(project.participants.filter(status__in=TAKES_PART).values_list("pk", flat=True))
    paid, unpaid = (_by_person(rows) for rows in (_claims(project).filter(status="paid"), _claims(project).unpaid()))

    def still(who: int, kind: str) -> Decimal:
        left = cap_of(project, kind) - paid[who, kind] if who in taking_part else ZERO
        return max(left, unpaid[who, kind])

    people = {*taking_part, *(who for who, _kind in unpaid)}
    return {line.pk: sum((still(who, line.claim_kind) for who in people), ZERO) for line in for_claims}


def _claims(project: Project) -> Any:
    return Claim.objects.filter(participant__project=project)


def _by_person(claims: Any) -> dict[tuple[int, str], Decimal]:
    """The sum of ``claims``, EUR, by participant and kind; 0 for who has none."""
    found: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for who, kind, amount in claims.values_list("participant", "kind", "amount"):
        found[who, kind] += amount
    return found
