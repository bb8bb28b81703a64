"""What happens by itself: what is due is read from rows, never from the state of the queue."""

from celery import shared_task
from django.utils import timezone

from mixen import mail
from mixen.outbox import deliver, unsent
from projects import actions
from projects.letters import send_agreement_requests, send_team_invitations
from projects.models import WeeklySummary
from projects.monthly import months_to_freeze
from projects.telling import send_move_notices
from projects.weekly import monday_of, week_of

__all__ = [
    "freeze_months",
    "make_weekly_summaries",
    "send_agreement_requests",
    "send_move_notices",
    "send_team_invitations",
    "send_weekly_summaries",
]


@shared_task
def freeze_months() -> int:
    """Freeze every month that is past and has no figures yet; the number of new ones."""
    due = months_to_freeze(timezone.localdate())
    made = [actions.freeze_month(project=project, month=month, by=None) for project, month in due]
    return sum(one is not None for one in made)


@shared_task
def make_weekly_summaries() -> int:
    """Make the rows of this week's mail, from Monday half past seven on; the number of new ones."""
    return len(actions.make_weekly_summaries(by=None))


@shared_task
def send_weekly_summaries() -> int:
    """Mail every summary that was not sent; the number sent."""
    rows = WeeklySummary.objects.select_related("user")
    due = rows.filter(unsent()).order_by("pk")
    return sum(deliver(rows, pk, _send_summary) for pk in due.values_list("pk", flat=True))


def _send_summary(summary: WeeklySummary) -> bool:
    """The text is of the moment; a summary of a week that is over tells nobody anything any more."""
    today = timezone.localdate()
    if not summary.user.is_active or summary.week != monday_of(today):
        return False
    weeks = week_of(summary.user, summary.week, today)
    quiet = not any(week.attention for week in weeks)
    mail.send("weekly_summary", [summary.user.email], {"summary": summary, "weeks": weeks, "quiet": quiet})
    return True
