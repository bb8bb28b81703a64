"""What is to be sent once: the row comes first, a worker claims it, sends it and says so on the row.

A queue that is lost loses nothing, as what is to be sent is read from the rows; two workers at once send one thing
once. Killed between sending and saying so, the one message in flight goes out a second time and no other.
"""

import logging
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)
TRY_AGAIN_AFTER = timedelta(minutes=10)
MOST_FAILURES = 6
LONGEST_REASON = 200


class Refused(Exception):
    """The other side will never take this; trying again does not help."""


class Outgoing(models.Model):
    """The part of a row that says how far its sending is.

    ``given_up`` holds why it was never sent; empty while it still may be.
    """

    claimed_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("keer mislukt"), default=0)
    given_up = models.CharField(_("niet verstuurd, omdat"), max_length=LONGEST_REASON, blank=True)

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=Outgoing)


def unsent(now: datetime | None = None) -> Q:
    """What may be picked up at ``now``: not sent, not given up, and not in another worker's hands."""
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=(now or timezone.now()) - TRY_AGAIN_AFTER)
    return free & Q(sent_at__isnull=True, given_up="")


def deliver(rows: "models.QuerySet[Any]", pk: int, send: Callable[[Any], bool]) -> bool:
    """Claim row ``pk`` of ``rows`` and ``send`` it; whether it went out.

    ``send`` answers False when there is nothing to send any more: the row is done with all the same. What the mail
    server refuses for now is tried again later, six times; what it refuses for good is given up at once.
    """
    if not rows.filter(unsent(), pk=pk).update(claimed_at=timezone.now()):
        return False
    mine = rows.filter(pk=pk)
    row = mine.get()
    try:
        went = send(row)
    except (OSError, Refused) as error:  # smtplib's errors are OSErrors too
        _note_failure(mine, row, error)
        return False
    mine.update(sent_at=timezone.now())
    return went


def _note_failure(mine: "models.QuerySet[Any]", row: Outgoing, error: Exception) -> None:
    logger.warning("a message of %s could not be sent", row._meta.label)
    reason = why(error)
    final = is_final(error) or row.failures + 1 >= MOST_FAILURES
    mine.update(failures=F("failures") + 1, given_up=reason if final else "")


def is_final(error: Exception) -> bool:
    """Whether trying again is of no use: the address does not exist, or the server says never."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code >= 500
    return isinstance(error, Refused)


def why(error: Exception) -> str:
    """The reason as the coordinator may read it: a code, never an address."""
    codes = [getattr(error, "smtp_code", None)]
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _text in error.recipients.values()]
    if isinstance(error, Refused):
        return str(error)[:LONGEST_REASON]
    code = next((one for one in codes if one), None)
    return str(_("de mailserver zegt %(code)s") % {"code": code} if code else _("de mailserver antwoordt niet"))
