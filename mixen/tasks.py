"""What the house itself does by itself."""

from celery import shared_task

from mixen.models import Heartbeat


@shared_task
def beat_heart() -> None:
    """Say that beat, queue and a worker are there: this runs only when all three are."""
    Heartbeat.note(Heartbeat.QUEUE)
