"""How couples see each other, from the rows of their outings; group excursions count for none of this."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Any

from matching.models import Couple, EndReason, Outing
from projects.models import Project

SOON = timedelta(days=14)
TENTH = Decimal("0.1")


@dataclass
class Together:
    """A couple and the days on which it met, the first one first."""

    couple: Couple
    days: list[date] = field(default_factory=list)

    @property
    def met_twice(self) -> bool:
        """Whether they saw each other at least twice."""
        return len(self.days) >= 2

    @property
    def met_soon(self) -> bool:
        """Whether they saw each other within 14 days after the day on which the couple formed."""
        return any(day <= self.couple.formed_on + SOON for day in self.days)


def tried(project: Project, today: date) -> list[Together]:
    """Every couple that formed at least 14 days before ``today``, those that stopped early too; no mistakes.

    Days after ``today`` do not count. Two queries, and one for the names.
    """
    couples = Couple.objects.filter(project=project, formed_on__lte=today - SOON).exclude(end_reason=EndReason.MISTAKE)
    found = {couple.pk: Together(couple) for couple in couples.with_members()}
    rows = Outing.objects.filter(couple__in=found, day__lte=today).order_by("day", "pk")
    for number, day in rows.values_list("couple", "day"):
        found[number].days.append(day)
    return list(found.values())


def percent(part: int, whole: int) -> int | None:
    """``part`` of ``whole`` in whole percents; None of nothing."""
    return int((Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP)) if whole else None


def share(found: Sequence[Together], holds: Callable[[Together], bool]) -> int | None:
    """For which part of the couples ``holds`` is true, in whole percents; None without couples."""
    return percent(sum(holds(one) for one in found), len(found))


def mean(numbers: Sequence[Any]) -> Decimal:
    """The mean to one decimal; 0.0 of nothing."""
    return _tenths(Decimal(sum(numbers)) / len(numbers)) if numbers else Decimal("0.0")


def middle(numbers: Sequence[Any]) -> Decimal:
    """The median to one decimal: the middle one, or halfway between the two in the middle; 0.0 of nothing."""
    return _tenths(Decimal(median(numbers))) if numbers else Decimal("0.0")


def _tenths(number: Decimal) -> Decimal:
    return number.quantize(TENTH, ROUND_HALF_UP)
