"""Who completed the programme gets a certificate; all of a project are printed at once."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.celery import enqueue
from mixen.errors import DomainError
from participants.actions.status import become_completed, move
from participants.models import Certificate, CertificateBatch, ConsentText, Participant, Signatory, Status
from participants.models.certificate import MOST_SIGNATORIES
from participants.standing import group_by_group
from projects.models import Project

TO_PRINT = timedelta(days=14)


@action
def issue_certificates(*, project: Project, by: User | None, on: date | None = None) -> list[Certificate]:
    """Give everybody who is entitled a certificate; who has one keeps it. Returns the new ones.

    The new ones get the places after the last, couple by couple. Raises DomainError earlier than two weeks before the
    closing meeting: nobody has completed the programme then.
    """
    closing = project.meetings.closing()
    if closing is None or (on or timezone.localdate()) < closing.day - TO_PRINT:
        raise DomainError(_("Certificaten kun je uitreiken vanaf twee weken voor de slotbijeenkomst."))
    # Locked in order of number, then looked at anew: what another deed did meanwhile counts.
    rows = project.participants.entitled_to_certificate().select_for_update(of=("self",)).order_by("pk")
    held = [participant.pk for participant in rows]
    entitled = project.participants.entitled_to_certificate().filter(pk__in=held, certificate__isnull=True)
    last = Certificate.objects.of_project(project).aggregate(last=Max("position"))["last"] or 0
    made = []
    for place, participant in enumerate(group_by_group(project, entitled.select_related("person")), start=last + 1):
        become_completed(participant=participant, by=by)
        made.append(
            Certificate.objects.create(
                participant=participant, position=place, issued_on=on or timezone.localdate(), issued_by=by
            )
        )
    return made


@action
def complete_by_decision(*, participant: Participant, reason: str, by: User | None) -> Participant:
    """The coordinator decides that somebody gets a certificate after all, and why.

    For who signed up once and has no couple that stood, and for who was decided against before. Raises DomainError
    for who never signed up and for who took the consent to take part back.
    """
    now = _locked(participant, reason)
    if now.no_certificate_reason and now.status in {Status.COUPLED, Status.COMPLETED}:
        now.no_certificate_reason, now.completion_reason = "", reason
        now.save(update_fields=["no_certificate_reason", "completion_reason"])
        return now
    if now.signed_up_on is None:
        raise DomainError(_("Een certificaat is voor wie zich heeft ingeschreven. Schrijf deze deelnemer eerst in."))
    consents = now.consents.filter(kind=ConsentText.Kind.TAKING_PART)
    if consents.exists() and not consents.standing().exists():
        raise DomainError(_("Deze deelnemer trok de toestemming in om mee te doen. Dan kan een certificaat niet."))
    return move(participant, Status.COMPLETED, completion_reason=reason, no_certificate_reason="")


@action
def withhold_certificate(*, participant: Participant, reason: str, by: User | None) -> Participant:
    """The coordinator decides that somebody gets no certificate, and why; one that was made is not valid any more.

    Raises DomainError for who gets none already, and once it was handed out.
    """
    now = _locked(participant, reason)
    if not Participant.objects.entitled_to_certificate().filter(pk=now.pk).exists():
        raise DomainError(_("Deze deelnemer krijgt al geen certificaat."))
    if Certificate.objects.handed_out().filter(participant=now).exists():
        raise DomainError(_("Dit certificaat is al opgehaald. Zet eerst het vinkje bij het uitdelen uit."))
    now.no_certificate_reason = reason
    now.save(update_fields=["no_certificate_reason"])
    return now


def _locked(participant: Participant, reason: str) -> Participant:
    """The row as it is now, for a decision that says why; handing out waits for it, and it for handing out."""
    if not reason:
        raise DomainError(_("Schrijf op waarom."), field="reason")
    return Participant.objects.select_for_update(of=("self",)).select_related("person").get(pk=participant.pk)


@action
def hand_out(*, certificate: Certificate, fetched: bool, by: User | None) -> Certificate:
    """Note that somebody has the certificate, or take that back; said twice it keeps the first time and person.

    Raises DomainError for one that is not valid any more.
    """
    owner = Participant.objects.select_for_update(of=("self",)).get(pk=certificate.participant_id)
    now = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if fetched and owner.no_certificate_reason:
        raise DomainError(_("Voor deze deelnemer is besloten dat er geen certificaat komt. Vraag het de coördinator."))
    if fetched != (now.handed_out_at is not None):
        now.handed_out_at, now.handed_out_by = (timezone.now(), by) if fetched else (None, None)
        now.save(update_fields=["handed_out_at", "handed_out_by"])
    return now


@action
def name_signatories(*, project: Project, signatories: Sequence[tuple[str, str]], by: User | None) -> list[Signatory]:
    """Who sign the certificates of ``project``, name and function, in the order of their places on the page.

    Raises DomainError for more than fit, and for a function without a name.
    """
    if len(signatories) > MOST_SIGNATORIES:
        raise DomainError(_("Er passen drie ondertekenaars op een certificaat."))
    if not all(name for name, _role in signatories):
        raise DomainError(_("Vul bij elke functie ook een naam in."))
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    for row in project.signatories.filter(position__gt=len(signatories)):
        row.delete()
    known = {row.position: row for row in project.signatories.all()}
    named = []
    for place, (name, role) in enumerate(signatories, start=1):
        row = known.get(place) or Signatory(project=project, position=place)
        if row.pk is None or (row.name, row.role) != (name, role):
            row.name, row.role = name, role
            row.save()
        named.append(row)
    return named


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
    total = Certificate.objects.of_project(project).valid().count()
    if not total:
        raise DomainError(_("Er zijn nog geen certificaten. Reik ze eerst uit."))
    batch = CertificateBatch.objects.create(project=project, total=total, asked_by=by)
    transaction.on_commit(lambda: enqueue(render_batch, batch.pk))
    return batch
