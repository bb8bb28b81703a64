"""Calls and their mails. What is due is read from rows, never from the state of the queue."""

from celery import shared_task
from django.utils import timezone

from matching import actions
from matching.models import CallList, CheckIn
from mixen import mail
from mixen.outbox import deliver_all


@shared_task
def make_due_check_ins() -> int:
    """Make today's calls; the number of new ones."""
    return len(actions.make_due_check_ins(by=None))


@shared_task
def send_due_call_lists() -> int:
    """Mail every call list that was not sent; the number sent. One that fails is tried again, as long as it takes."""
    due = CallList.objects.filter(day__lte=timezone.localdate()).select_related("project", "ambassador")
    return deliver_all(due, _send, most_failures=None)


def _send(call_list: CallList) -> bool:
    """Mail one list; there is nothing to send any more when nobody is left to call."""
    calls = CheckIn.objects.due_on(call_list.day).filter(project=call_list.project, ambassador=call_list.ambassador)
    if not calls.exists():
        return False
    mail.send(
        "call_list",
        [call_list.ambassador.email],
        {"call_list": call_list, "calls": calls.with_people(), "project": call_list.project},
    )
    return True
