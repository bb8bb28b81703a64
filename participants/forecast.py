"""What participants may still claim, per budget line."""

from datetime import date
from decimal import Decimal

from participants.actions.claims import cap_of
from participants.models import Claim
from participants.models.participant import TAKES_PART
from projects.forecast import forecasters
from projects.models import BudgetLine, Project


@forecasters.register(20)
def claims_to_come(project: Project, lines: list[BudgetLine], today: date) -> dict[int, Decimal]:
    """On each line for claims: the cap of everybody who takes part, less what they were paid already."""
    for_claims = [line for line in lines if line.claim_kind]
    if not for_claims:
        return {}
    people = project.participants.filter(status__in=TAKES_PART)
    number = people.count()
    return {
        line.pk: number * cap_of(project, line.claim_kind)
        - Claim.objects.filter(participant__in=people, kind=line.claim_kind, status=Claim.Status.PAID).total()
        for line in for_claims
    }
