"""The Celery application; tasks live in each app's ``tasks.py`` and ``nightly.py``."""

import logging
import os
from logging.config import dictConfig
from typing import Any

from celery import Celery
from celery.signals import setup_logging
from django.conf import settings
from kombu.exceptions import OperationalError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mixen.settings")

logger = logging.getLogger(__name__)
app = Celery("mixen")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="nightly")


@setup_logging.connect
def use_our_logs(**_: Any) -> None:
    """Celery's processes write as the settings say; by itself it would put lines of its own form in their place."""
    dictConfig(settings.LOGGING)


def enqueue(task: Any, *args: Any) -> None:
    """Start ``task`` soon. A queue that is down is no reason to fail: every job is a row that a sweep finds again."""
    try:
        task.apply_async(args=args, retry=False)
    except (OperationalError, OSError):
        logger.warning("the queue did not take %s; the next sweep will find the row", task.name)
