"""What the queue runs for this app."""

import logging

from celery import shared_task

from mixen.accounts import actions
from mixen.accounts.notices import send_access_notices

__all__ = ["forget_sessions", "send_access_notices"]
logger = logging.getLogger(__name__)


@shared_task
def forget_sessions() -> None:
    """Let go of log-ins that are over and of the devices they were on; the log has numbers and no names."""
    over, devices = actions.forget_sessions(by=None)
    logger.info("sessions: %s over, %s devices", over, devices)
