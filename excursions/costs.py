"""What an excursion costs the project: per person the price that holds for them, what was paid, what is to come."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from excursions.models import Excursion, Signup
from excursions.models.excursion import ZERO


@dataclass(frozen=True)
class Costs:
    """The people an excursion costs something for, in order of name. Amounts in EUR."""

    signups: list[Signup]

    @property
    def paid(self) -> Decimal:
        return sum((one.paid for one in self.signups if one.paid is not None), ZERO)

    @property
    def to_come(self) -> Decimal:
        """The prices of those for whom nothing was paid yet."""
        return sum((one.price for one in self.unpaid), ZERO)

    @property
    def unpaid(self) -> list[Signup]:
        return [one for one in self.signups if one.paid is None]


def costs_of(excursion: Excursion) -> Costs:
    """Who has a place and did not stay away, and everybody for whom something was paid all the same; one query."""
    expected = Q(state=Signup.State.GOING) & ~Q(attended=False)
    if excursion.is_cancelled:
        expected = Q(pk=None)
    rows = excursion.signups.filter(expected | Q(paid__isnull=False))
    found = rows.select_related("participant__person").order_by("participant__person__name", "pk")
    signups = list(found)
    for signup in signups:
        signup.excursion = excursion
    return Costs(signups)
