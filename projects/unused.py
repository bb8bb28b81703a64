"""Accounts that nobody used for two years: whose owner is told, and which end.

Who is in the team of a project that did not end yet is left alone, and so is the last coordinator.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from mixen.accounts.models import AccessNotice, User
from mixen.accounts.terms import ENDS_AFTER, WARNED_BEFORE
from projects.accounts import unpaid_to
from projects.models import Membership


@dataclass(frozen=True)
class Unused:
    """An account, when it was last used, and when its owner was told that it ends; None when they were not."""

    user: User
    used_at: datetime
    told_at: datetime | None

    @property
    def used_on(self) -> date:
        return timezone.localdate(self.used_at)

    @property
    def ends_on(self) -> date | None:
        """From which day on it goes: two years after it was used, and a month after the mail; None without one."""
        if self.told_at is None:
            return None
        return max(self.used_on + ENDS_AFTER, timezone.localdate(self.told_at) + WARNED_BEFORE)


def unused(today: date) -> list[Unused]:
    """Accounts of which on ``today`` the owner is to be told or was told, in order of number; a few queries."""
    since = timezone.make_aware(datetime.combine(today + WARNED_BEFORE - ENDS_AFTER, datetime.min.time()))
    busy = Membership.objects.filter(user=OuterRef("pk"), project__ends_on__gte=today)
    mailed = Max("access_notices__at", filter=Q(access_notices__what=AccessNotice.What.ENDS))
    rows = (
        User.objects.filter(~Exists(busy), erased_on__isnull=True)
        .alias(used=Coalesce("last_login", "date_joined"))
        .filter(used__lt=since)
        .annotate(mailed_at=mailed)
        .order_by("pk")
    )
    found = [(user, user.last_login or user.date_joined) for user in rows]
    last = _last_coordinator()
    return [
        Unused(user, used_at, user.mailed_at if user.mailed_at and user.mailed_at > used_at else None)
        for user, used_at in found
        if user.pk != last
    ]


def _last_coordinator() -> int | None:
    numbers = list(User.objects.filter(is_coordinator=True, is_active=True).values_list("pk", flat=True)[:2])
    return numbers[0] if len(numbers) == 1 else None


def to_be_told(rows: list[Unused]) -> list[Unused]:
    """Whose owner was not told since it was last used."""
    return [row for row in rows if row.told_at is None]


def over(rows: list[Unused], today: date) -> list[Unused]:
    """Those that end on ``today``; who is still to be paid is waited for."""
    due = [row for row in rows if row.ends_on and row.ends_on <= today]
    waits = set(unpaid_to(*(row.user for row in due)).values_list("ambassador", flat=True)) if due else set()
    return [row for row in due if row.user.pk not in waits]


def still_unused(user: User, today: date) -> bool:
    """Whether it is over for ``user`` now: somebody may have logged in since the plan was made."""
    return user.pk in {row.user.pk for row in over(unused(today), today)}
