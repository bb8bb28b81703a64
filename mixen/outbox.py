"""What is to be sent once: the row comes first, a worker claims it, sends it and says so on the row.

A queue that is lost loses nothing, as what is to be sent is read from the rows; two workers at once send one thing
once. Killed between sending and saying so, the one message in flight goes out a second time and no other.
"""

import logging
import smtplib
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.errors import DomainError

logger = logging.getLogger(__name__)
TRY_AGAIN_AFTER = timedelta(minutes=10)
"""The shortest time until another try. A claim older than this is of a worker that was killed: a server that hangs
is left after a minute (``EMAIL_TIMEOUT`` is per answer)."""
LONGEST_WAIT = timedelta(hours=1)
MOST_FAILURES = 30
"""With the pauses between them more than a day: a mail server that is down for a day costs nothing but time."""
LONGEST_REASON = 200
SILENT_IN_A_ROW = 3
"""After how many that got no answer at all the rest of a round is left for the next one."""


class Refused(Exception):
    """The other side will never take this; trying again does not help."""


class NotNeeded(Exception):
    """There is nothing to send any more; the text says why, for the row. No failure of anybody."""


class NoAnswer(OSError):
    """The other side cannot take anything now; the text says so for the row. Tried again later."""


class Outgoing(models.Model):
    """The part of a row that says how far its sending is.

    ``given_up`` holds why it was never sent; empty while it still may be. Given up after a failure it is a hard
    failure; without one there was nothing to send any more. ``claimed_at`` is when a worker took it; after a try that
    failed for now it is moved on, so that the row is free again ten minutes after it.
    """

    claimed_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("keer mislukt"), default=0)
    given_up = models.CharField(_("niet verstuurd, omdat"), max_length=LONGEST_REASON, blank=True)

    waits_since: ClassVar[str]
    """How to find since when a row waits, for who watches over the sending."""

    class Meta:
        abstract = True

    @classmethod
    def waiting(cls, now: datetime) -> "models.QuerySet[Any]":
        """What should have gone out by ``now`` and did not, in a worker's hands or not."""
        return cls._default_manager.filter(sent_at__isnull=True, given_up="", **{f"{cls.waits_since}__lte": now})


Row = TypeVar("Row", bound=Outgoing)


class _Outcome(Enum):
    SENT = "sent"
    NOTHING = "nothing"  # there was nothing to send, or another worker has it
    FAILED = "failed"
    SILENT = "silent"  # failed because nobody answers


def unsent(now: datetime | None = None) -> Q:
    """What may be picked up at ``now``: not sent, not given up, and not in another worker's hands."""
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=(now or timezone.now()) - TRY_AGAIN_AFTER)
    return free & Q(sent_at__isnull=True, given_up="")


def deliver(
    rows: "models.QuerySet[Any]",
    pk: int,
    send: Callable[[Any], bool],
    *,
    most_failures: int | None = MOST_FAILURES,
    on_giving_up: Callable[[Any], object] | None = None,
) -> bool:
    """Claim row ``pk`` of ``rows`` and ``send`` it; whether it went out.

    ``send`` answers False, or raises NotNeeded with the reason, when there is nothing to send any more: the row is
    done with all the same. What is refused for now is tried again after a growing pause, at most ``most_failures``
    times (None: as long as it takes); what is refused for good is given up at once. ``on_giving_up`` gets the row.
    """
    return _deliver(rows, pk, send, most_failures, on_giving_up) is _Outcome.SENT


def deliver_all(
    rows: "models.QuerySet[Any]",
    send: Callable[[Any], bool],
    *,
    most_failures: int | None = MOST_FAILURES,
    on_giving_up: Callable[[Any], object] | None = None,
) -> int:
    """Deliver everything of ``rows`` that may go now; the number that went out.

    What was not tried yet goes first. When nobody answers a few times in a row, the rest waits for the next round, so
    that a server that hangs does not hold a worker for an hour.
    """
    sent = silent = 0
    waiting = rows.filter(unsent()).order_by(F("claimed_at").asc(nulls_first=True), "pk")
    for pk in list(waiting.values_list("pk", flat=True)):
        outcome = _deliver(rows, pk, send, most_failures, on_giving_up)
        sent += outcome is _Outcome.SENT
        silent = silent + 1 if outcome is _Outcome.SILENT else 0
        if silent == SILENT_IN_A_ROW:
            break
    return sent


def _deliver(
    rows: "models.QuerySet[Any]",
    pk: int,
    send: Callable[[Any], bool],
    most_failures: int | None,
    on_giving_up: Callable[[Any], object] | None,
) -> _Outcome:
    if not rows.filter(unsent(), pk=pk).update(claimed_at=timezone.now()):
        return _Outcome.NOTHING
    mine = rows.model._default_manager.filter(pk=pk)
    row = rows.get(pk=pk)
    try:
        if not send(row):
            raise NotNeeded(_("dit hoeft niet meer"))
    except NotNeeded as reason:
        mine.update(given_up=str(reason)[:LONGEST_REASON])
        return _Outcome.NOTHING
    except Exception as error:
        _log(row, error)
        if _note_failure(mine, row, error, most_failures) and on_giving_up:
            on_giving_up(row)
        return _Outcome.SILENT if _got_no_answer(error) else _Outcome.FAILED
    mine.update(sent_at=timezone.now())
    return _Outcome.SENT


def _log(row: Outgoing, error: Exception) -> None:
    """Say what failed, never to whom: the text of an error of a mail server holds the address."""
    kind = type(error).__name__
    if isinstance(error, OSError | Refused | DomainError):  # smtplib's errors are OSErrors too
        logger.warning("a row of %s could not be sent (%s)", row._meta.label, kind)
    else:
        where = "".join(traceback.format_tb(error.__traceback__))
        logger.error("a row of %s could not be sent: %s at\n%s", row._meta.label, kind, where)


def _note_failure(mine: "models.QuerySet[Any]", row: Outgoing, error: Exception, most_failures: int | None) -> bool:
    """Count the failure, and give the row up or keep it for later; whether it was given up."""
    failures = row.failures + 1
    if is_final(error) or (most_failures is not None and failures >= most_failures):
        mine.update(failures=failures, given_up=why(error))
        return True
    mine.update(failures=failures, claimed_at=timezone.now() + pause(failures) - TRY_AGAIN_AFTER)
    return False


def pause(failures: int) -> timedelta:
    """How long to wait after so many failures: ten minutes, then twice as long each time, at most an hour."""
    doubled: timedelta = TRY_AGAIN_AFTER * 2 ** min(failures - 1, 10)
    return min(doubled, LONGEST_WAIT)


def is_final(error: Exception) -> bool:
    """Whether trying again is of no use: the address does not exist, or this message will never be taken.

    A server that refuses us (a wrong password, a sender it does not know) is no fault of the address.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return bool(error.recipients) and all(code >= 500 for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, Refused)


def _got_no_answer(error: Exception) -> bool:
    answered = smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException
    return isinstance(error, OSError) and not isinstance(error, answered)


def why(error: Exception) -> str:
    """The reason as the coordinator may read it: a code, never an address."""
    if isinstance(error, Refused | NoAnswer | DomainError):
        return str(error)[:LONGEST_REASON]
    codes = [getattr(error, "smtp_code", None)]
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _text in error.recipients.values()]
    if code := next((one for one in codes if one), None):
        return str(_("de mailserver zegt %(code)s") % {"code": code})
    return str(
        _("de mailserver antwoordt niet") if isinstance(error, OSError) else _("het bericht kon niet worden gemaakt")
    )
