"""Work that takes longer than a page: the row is the job, the queue only says that there is one."""

import logging
from datetime import timedelta

from celery import shared_task
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import override

from mixen import mail
from mixen.errors import DomainError
from mixen.outbox import NotNeeded, deliver_all
from participants import invitations, messages, papers
from participants.certificate_files import certificates_pdf
from participants.concern_readers import readers_of
from participants.models import CertificateBatch, ConcernMail, CopyMail, Participant, RegistrationDraft

logger = logging.getLogger(__name__)
STALE_AFTER = timedelta(minutes=2)
NO_ADDRESS = "er is geen e-mailadres meer"
State = CertificateBatch.State


class TakenOver(Exception):
    """Another worker has the batch: this one was silent for so long that it was thought dead."""


def _claim(batch_id: int) -> CertificateBatch | None:
    """Take the batch, unless another worker has it and is still alive. ``touched_at`` tells whose it is."""
    now = timezone.now()
    waiting = CertificateBatch.objects.filter(pk=batch_id, state=State.WAITING)
    stale = CertificateBatch.objects.filter(pk=batch_id, state=State.RUNNING, touched_at__lt=now - STALE_AFTER)
    for candidates in (waiting, stale):
        if candidates.update(state=State.RUNNING, touched_at=now, done=0):
            return CertificateBatch.objects.select_related("project__district").get(pk=batch_id)
    return None


def _touch(batch: CertificateBatch, done: int) -> None:
    """Say how far it is, which also says that the worker lives; TakenOver when the batch is not its own any more."""
    now, total = timezone.now(), max(done, batch.total)
    mine = CertificateBatch.objects.filter(pk=batch.pk, state=State.RUNNING, touched_at=batch.touched_at)
    if not mine.update(done=done, total=total, touched_at=now):
        raise TakenOver
    batch.done, batch.total, batch.touched_at = done, total, now


@shared_task
def render_batch(batch_id: int) -> None:
    """Render all certificates of a batch; run twice or killed halfway it still ends with one PDF."""
    batch = _claim(batch_id)
    if batch is None:
        return
    try:
        content = certificates_pdf(batch.project, lambda done: _touch(batch, done))
        _touch(batch, batch.done)
    except DomainError as error:
        batch.state, batch.error = State.FAILED, error.message[:300]
        batch.save()
        return
    except TakenOver:
        logger.warning("a print of certificates was taken over by another worker")
        return
    batch.pdf.save(f"{batch.project.slug}-certificaten.pdf", ContentFile(content), save=False)
    batch.state, batch.total = State.READY, batch.done
    batch.save()


@shared_task
def resume_batches() -> None:
    """Pick up batches that nobody works on: the queue was lost, or the worker was killed."""
    stale = timezone.now() - STALE_AFTER
    waiting = CertificateBatch.objects.filter(state=State.WAITING, asked_at__lt=timezone.now() - timedelta(seconds=20))
    running = CertificateBatch.objects.filter(state=State.RUNNING, touched_at__lt=stale)
    for batch_id in [*waiting.values_list("pk", flat=True), *running.values_list("pk", flat=True)]:
        render_batch(batch_id)


@shared_task
def mail_copies() -> int:
    """Mail every copy that was not sent yet; the number sent. After a day of refusals it is given on paper instead."""
    rows = CopyMail.objects.select_related("participant__person", "participant__project")
    return deliver_all(rows, _mail_copy, on_giving_up=_give_on_paper)


def _mail_copy(row: CopyMail) -> bool:
    participant = row.participant
    if not participant.person.email:  # it was removed meanwhile
        _give_on_paper(row)
        raise NotNeeded(NO_ADDRESS)
    _send_copy(participant)
    Participant.objects.filter(pk=participant.pk, copy_given_at__isnull=True).update(copy_given_at=timezone.now())
    return True


def _give_on_paper(row: CopyMail) -> None:
    Participant.objects.filter(pk=row.participant_id).update(copy_by=Participant.CopyBy.PAPER)


def _send_copy(participant: Participant) -> None:
    context = {
        "participant": participant,
        "link": messages.personal_link(participant),
        "next_meeting": participant.project.meetings.upcoming().first(),
    }
    content = papers.copy_of([participant])
    with override(participant.person.language):
        mail.send(
            "participant_copy",
            [participant.person.email],
            context,
            attachments=[("mixen-in-mokum.pdf", content, "application/pdf")],
        )


@shared_task
def send_invitations() -> int:
    """Send the invitations that wait; the number that went out."""
    return invitations.send_invitations()


@shared_task
def make_messages() -> int:
    """Make the messages that are due for participants; the number of new ones."""
    return messages.make_messages()


@shared_task
def send_messages() -> int:
    """Send the messages whose time has come; the number that went out."""
    return messages.send_messages()


@shared_task
def forget_drafts() -> int:
    """Remove the forms that somebody began on their own phone and did not send within a day."""
    return RegistrationDraft.objects.filter(touched_at__lt=RegistrationDraft.waits_until()).delete()[0]


@shared_task
def send_concern_mails() -> int:
    """Tell who reads concerns and was not told yet that there is one; the number of mails that went out.

    What is refused for now is tried as long as it takes.
    """
    return deliver_all(
        ConcernMail.objects.select_related("user", "concern__project"), _send_concern_mail, most_failures=None
    )


def _send_concern_mail(row: ConcernMail) -> bool:
    """False when there is nothing to tell any more: it was closed, or the account was."""
    if row.concern.closed_at or not readers_of(row.concern.project).filter(pk=row.user_id).exists():
        return False
    mail.send("concern", [row.user.email], {})
    return True
