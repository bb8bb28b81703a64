"""Putting off what the attention list tells, with a reason; and taking that back."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import Project, Snooze

LONGEST = timedelta(days=30)
LONGEST_FOR_A_CONCERN = timedelta(days=3)
CONCERN = "concern"


def longest_for(key: str) -> timedelta:
    """How long the line ``key`` may wait: what somebody is worried about not as long as a bill."""
    return LONGEST_FOR_A_CONCERN if key.startswith(CONCERN) else LONGEST


@action
def snooze(*, project: Project, key: str, until: date, reason: str, by: User | None) -> Snooze:
    """Leave the line ``key`` out of the list up to and including ``until``; put off again, the newest counts.

    Raises DomainError for a day that is past, or further away than ``longest_for`` the line.
    """
    today = timezone.localdate()
    if until < today:
        raise DomainError(_("Deze dag is al geweest. Kies vandaag of een latere dag."), field="until")
    longest = longest_for(key)
    if until > today + longest:
        text = ngettext(
            "Dit kan ten hoogste %(days)s dag wachten. Kies een eerdere dag.",
            "Dit kan ten hoogste %(days)s dagen wachten. Kies een eerdere dag.",
            longest.days,
        )
        raise DomainError(text % {"days": longest.days}, field="until")
    found, _new = Snooze.objects.update_or_create(
        project=project,
        key=key,
        defaults={"until": until, "reason": reason, "snoozed_by": by, "snoozed_at": timezone.now()},
    )
    return found


@action
def wake(*, snooze: Snooze, by: User | None) -> None:
    """The line is back in the list; that it waited stays in the history."""
    snooze.delete()
