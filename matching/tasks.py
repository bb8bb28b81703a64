"""Calls and their mails. What is due is read from rows, never from the state of the queue."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db.models import F, Q
from django.utils import timezone

from matching import actions
from matching.models import CallList, CheckIn
from mixen import mail

logger = logging.getLogger(__name__)
TRY_AGAIN_AFTER = timedelta(minutes=10)


@shared_task
def make_due_check_ins() -> int:
    """Make today's calls; the number of new ones."""
    return len(actions.make_due_check_ins(by=None))


@shared_task
def send_due_call_lists() -> int:
    """Mail every call list that was not sent; the number sent. A mail that fails is tried again ten minutes later."""
    now = timezone.now()
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - TRY_AGAIN_AFTER)
    due = CallList.objects.filter(free, sent_at__isnull=True, day__lte=timezone.localdate()).order_by("pk")
    return sum(_send(pk, free) for pk in due.values_list("pk", flat=True))


def _send(pk: int, free: Q) -> bool:
    """Claim one list and send it; False when another worker was first or the mail server refused."""
    if not CallList.objects.filter(free, pk=pk, sent_at__isnull=True).update(claimed_at=timezone.now()):
        return False
    call_list = CallList.objects.select_related("project", "ambassador").get(pk=pk)
    calls = CheckIn.objects.due_on(call_list.day).filter(project=call_list.project, ambassador=call_list.ambassador)
    if not calls.exists():
        CallList.objects.filter(pk=pk).update(sent_at=timezone.now())
        return False
    try:
        mail.send(
            "call_list",
            [call_list.ambassador.email],
            {"call_list": call_list, "calls": calls.with_people(), "project": call_list.project},
        )
    except OSError:  # smtplib's errors are OSErrors too
        logger.warning("a call list could not be mailed; trying again later")
        CallList.objects.filter(pk=pk).update(failures=F("failures") + 1)
        return False
    CallList.objects.filter(pk=pk).update(sent_at=timezone.now())
    return True
