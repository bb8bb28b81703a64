"""A job as it should not be: what is to be done stands in the queue and nowhere else."""

from celery import shared_task
from django.core.mail import EmailMessage


@shared_task
def lost_with_the_queue(address: str) -> None:
    """Mail ``address``."""
    EmailMessage("Bericht", "Tot morgen.", to=[address]).send()
