"""Work that takes longer than a page: the row is the job, the queue only says that there is one."""

from datetime import timedelta

from celery import shared_task
from django.core.files.base import ContentFile
from django.utils import timezone

from mixen.errors import DomainError
from participants.certificate_files import certificates_pdf
from participants.models import CertificateBatch

STALE_AFTER = timedelta(minutes=2)
State = CertificateBatch.State


def _claim(batch_id: int) -> CertificateBatch | None:
    """Take the batch, unless another worker has it and is still alive."""
    now = timezone.now()
    waiting = CertificateBatch.objects.filter(pk=batch_id, state=State.WAITING)
    stale = CertificateBatch.objects.filter(pk=batch_id, state=State.RUNNING, touched_at__lt=now - STALE_AFTER)
    for candidates in (waiting, stale):
        if candidates.update(state=State.RUNNING, touched_at=now, done=0):
            return CertificateBatch.objects.select_related("project__district").get(pk=batch_id)
    return None


@shared_task
def render_batch(batch_id: int) -> None:
    """Render all certificates of a batch; run twice or killed halfway it still ends with one PDF."""
    batch = _claim(batch_id)
    if batch is None:
        return

    def progress(done: int) -> None:
        CertificateBatch.objects.filter(pk=batch.pk).update(
            done=done, total=max(done, batch.total), touched_at=timezone.now()
        )

    try:
        content = certificates_pdf(batch.project, progress)
    except DomainError as error:
        batch.state, batch.error = State.FAILED, error.message[:300]
        batch.save()
        return
    batch.refresh_from_db()
    batch.pdf.save(f"{batch.project.slug}-certificaten.pdf", ContentFile(content), save=False)
    batch.state = State.READY
    batch.save()


@shared_task
def resume_batches() -> None:
    """Pick up batches that nobody works on: the queue was lost, or the worker was killed."""
    stale = timezone.now() - STALE_AFTER
    waiting = CertificateBatch.objects.filter(state=State.WAITING, asked_at__lt=timezone.now() - timedelta(seconds=20))
    running = CertificateBatch.objects.filter(state=State.RUNNING, touched_at__lt=stale)
    for batch_id in [*waiting.values_list("pk", flat=True), *running.values_list("pk", flat=True)]:
        render_batch(batch_id)
