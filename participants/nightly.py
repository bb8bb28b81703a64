"""What is done at night. Apart from the other tasks: actions ask for those, and this asks for actions."""

import logging

from celery import shared_task
from django.conf import settings

from participants import retention

logger = logging.getLogger(__name__)


@shared_task
def forget_what_is_past() -> int:
    """Let go of everything that is past its term; the number of deeds. The log has numbers and no names."""
    if not settings.RETENTION_BY_NIGHT:
        return 0
    lines = list(retention.carry_out())
    for line in lines:
        logger.info("retention: %s", line)
    return len(lines)
