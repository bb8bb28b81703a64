"""The rows of Monday's mail: who gets one."""

from datetime import datetime

from django.utils import timezone

from mixen.accounts.audit import action
from mixen.accounts.models import User
from projects.models import WeeklySummary
from projects.weekly import readers, week_to_tell


@action
def make_weekly_summaries(*, by: User | None, now: datetime | None = None) -> list[WeeklySummary]:
    """A row for everybody who gets a summary of the week that is due at ``now``; those that are new.

    Run again it makes nothing twice. A machine that was off on Monday makes up for it later that week.
    """
    now = now or timezone.now()
    week = week_to_tell(now)
    if week is None:
        return []
    made = [WeeklySummary.objects.get_or_create(user=user, week=week) for user in readers(timezone.localdate(now))]
    return [row for row, is_new in made if is_new]
