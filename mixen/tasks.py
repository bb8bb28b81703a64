"""What the house itself does by itself."""

from celery import shared_task

from mixen.backup.scratch import sweep
from mixen.models import Heartbeat


@shared_task
def beat_heart() -> None:
    """Say that beat, queue and a worker are there: this runs only when all three are."""
    Heartbeat.note(Heartbeat.QUEUE)


@shared_task
def sweep_scratch() -> int:
    """Take away the plain copy of the database that a killed backup or restore left; how many there were."""
    return len(sweep())
