"""Mails that tell somebody that their access was changed, by whomever, or that it ends because nobody uses it."""

from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from mixen import mail
from mixen.accounts.models import AccessNotice, User
from mixen.accounts.terms import WARNED_BEFORE
from mixen.celery import enqueue
from mixen.outbox import deliver_all


def tell(user: User, what: AccessNotice.What | str, *, at: str = "") -> None:
    """Put the mail to ``user`` in the outbox; it goes once the transaction is safe.

    ``at`` is an address in place of the one they have now: the one that was theirs before.
    """
    AccessNotice.objects.create(user=user, what=what, address=at)
    transaction.on_commit(lambda: enqueue(send_access_notices))


@shared_task(name="mixen.accounts.tasks.send_access_notices")
def send_access_notices() -> int:
    """Send every notice that was not sent; the number that went out."""
    return deliver_all(AccessNotice.objects.select_related("user"), _send)


def _send(row: AccessNotice) -> bool:
    if not row.user.is_active:
        return False
    context: dict[str, Any] = {"row": row, "user": row.user, "link": settings.SITE_URL + reverse("account_own")}
    if row.what == AccessNotice.What.ENDS:
        context["ends_on"] = timezone.localdate(row.at) + WARNED_BEFORE
        mail.send("account_ends", [row.user.email], context)
    else:
        mail.send("access_changed", [row.address or row.user.email], context)
    AccessNotice.objects.filter(pk=row.pk).exclude(address="").update(address="")
    return True
