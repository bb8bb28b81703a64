"""What happens by itself: what is due is read from rows, never from the state of the queue."""

from celery import shared_task
from django.utils import timezone

from projects import actions
from projects.monthly import months_to_freeze


@shared_task
def freeze_months() -> int:
    """Freeze every month that is past and has no figures yet; the number of new ones."""
    due = months_to_freeze(timezone.localdate())
    made = [actions.freeze_month(project=project, month=month, by=None) for project, month in due]
    return sum(one is not None for one in made)
