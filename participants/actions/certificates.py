"""Who completed the programme gets a certificate; all of a project are printed at once."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.celery import enqueue
from mixen.errors import DomainError
from participants.actions.status import become_completed, move
from participants.models import Certificate, CertificateBatch, Participant, Status
from projects.models import Project

TO_PRINT = timedelta(days=14)


@action
def issue_certificates(*, project: Project, by: User | None, on: date | None = None) -> list[Certificate]:
    """Give everybody who is entitled a certificate; who has one keeps it. Returns the new ones.

    Raises DomainError earlier than two weeks before the closing meeting: nobody has completed the programme then.
    """
    closing = project.meetings.closing()
    if closing is None or (on or timezone.localdate()) < closing.day - TO_PRINT:
        raise DomainError(_("Certificaten kun je uitreiken vanaf twee weken voor de slotbijeenkomst."))
    # Locked in order of number, then looked at anew: what another deed did meanwhile counts.
    rows = project.participants.entitled_to_certificate().select_for_update(of=("self",)).order_by("pk")
    held = [participant.pk for participant in rows]
    entitled = project.participants.entitled_to_certificate().filter(pk__in=held, certificate__isnull=True)
    made = []
    for participant in entitled.select_related("person").in_order_of_name():
        become_completed(participant=participant, by=by)
        made.append(
            Certificate.objects.create(participant=participant, issued_on=on or timezone.localdate(), issued_by=by)
        )
    return made


@action
def complete_by_decision(*, participant: Participant, reason: str, by: User | None) -> Participant:
    """The coordinator decides that somebody without a standing couple completed the programme, and why."""
    if not reason:
        raise DomainError(_("Schrijf op waarom."), field="reason")
    return move(participant, Status.COMPLETED, completion_reason=reason)


@action
def ask_certificates_pdf(*, project: Project, by: User | None) -> CertificateBatch:
    """Ask for one PDF of all certificates; the row is the job, so a lost queue loses none.

    While one is being made, that one is answered.
    """
    from participants.tasks import render_batch

    Project.objects.select_for_update().get(pk=project.pk)
    for batch in project.certificate_batches.all()[:5]:
        if batch.is_open:
            return batch
    total = Certificate.objects.filter(participant__project=project).count()
    if not total:
        raise DomainError(_("Er zijn nog geen certificaten. Reik ze eerst uit."))
    batch = CertificateBatch.objects.create(project=project, total=total, asked_by=by)
    transaction.on_commit(lambda: enqueue(render_batch, batch.pk))
    return batch
