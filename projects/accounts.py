"""Everybody with an account, as the coordinator sees them: their roles, their second step, whether they are locked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from axes.helpers import get_cool_off, get_failure_limit
from axes.models import AccessAttempt
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.models import User
from mixen.accounts.second_factor import FACTORS, must_have_second_factor
from projects.models import Allowance, DistrictOfficial, Membership, Project
from projects.team import Item, work_in


@dataclass(frozen=True)
class Account:
    """One line of the page. ``locked_until`` is empty for who can try to log in now."""

    user: User
    roles: list[str]
    has_factor: bool
    must_have: bool
    locked_until: datetime | None


def everybody() -> "QuerySet[User]":
    """The accounts in order of name, those that were switched off last; not those that name nobody any more."""
    return User.objects.filter(erased_on__isnull=True).order_by("-is_active", "name", "pk")


def accounts_of(users: list[User]) -> list[Account]:
    """A line for each of ``users``, in four queries."""
    roles: dict[int, list[str]] = {user.pk: [_("coördinator")] if user.is_coordinator else [] for user in users}
    members = Membership.objects.filter(user__in=users).select_related("project").order_by("-project__starts_on")
    for member in members:
        roles[member.user_id].append(f"{member.get_role_display()}, {member.project.name}")
    for official in DistrictOfficial.objects.filter(user__in=users).select_related("district"):
        roles[official.user_id].append(f"{_('stadsdeelmedewerker')}, {official.district.name}")
    factors = set(Authenticator.objects.filter(user__in=users, type__in=FACTORS).values_list("user", flat=True))
    locked = _locked([user.email for user in users])
    return [
        Account(user, roles[user.pk], user.pk in factors, must_have_second_factor(user), locked.get(user.email))
        for user in users
    ]


def running(user: User) -> "QuerySet[Membership]":
    """The places of ``user`` in teams of projects that did not end yet."""
    return Membership.objects.filter(user=user, project__ends_on__gte=timezone.localdate()).select_related("project")


def in_hand(user: User) -> list[tuple[Project, Item]]:
    """What ``user`` does in projects that run, and somebody else must take over before they can go."""
    return [
        (place.project, item)
        for place in running(user).order_by("project__starts_on", "pk")
        for work in work_in(place.project)
        for item in work.items.get(user.pk, [])
    ]


def unpaid_to(*users: User) -> "QuerySet[Allowance]":
    """Allowances of ``users`` that may still have to be paid."""
    found: QuerySet[Allowance] = Allowance.objects.filter(ambassador__in=users).unpaid()
    return found


def _locked(addresses: list[str]) -> dict[str, datetime]:
    """Until when each of ``addresses`` is locked that is; axes counts by browser, so what it counted is added up."""
    pause = get_cool_off() or timedelta()
    since = timezone.now() - pause
    failures: dict[str, int] = {}
    last: dict[str, datetime] = {}
    rows = AccessAttempt.objects.filter(username__in=addresses, attempt_time__gte=since)
    for address, times, at in rows.values_list("username", "failures_since_start", "attempt_time"):
        failures[address] = failures.get(address, 0) + times
        last[address] = max(at, last.get(address, at))
    most = get_failure_limit(None, {})
    return {address: last[address] + pause for address, times in failures.items() if times >= most}
