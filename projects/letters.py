"""Mails to somebody outside: a partner who is asked to confirm, and who is asked for the team. The row is the job.

Their text names no participant: what the partner reads is what was agreed, and nothing else.
"""

from celery import shared_task
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from mixen import mail
from mixen.outbox import NotNeeded, deliver_all
from projects.models import AgreementRequest, TeamInvitation


@shared_task(name="projects.tasks.send_agreement_requests")
def send_agreement_requests() -> int:
    """Mail every question that was not sent; the number sent."""
    rows = AgreementRequest.objects.select_related("partnership__project", "partnership__organisation", "asked_by")
    return deliver_all(rows, _send_request)


def _send_request(row: AgreementRequest) -> bool:
    if row.withdrawn_at or row.answer or row.is_over:
        raise NotNeeded(_("de afspraak was al veranderd of bevestigd"))
    link = settings.SITE_URL + reverse("projects:agreement", args=[row.token])
    mail.send("partner_agreement", [row.email], {"row": row, "partnership": row.partnership, "link": link})
    return True


@shared_task(name="projects.tasks.send_team_invitations")
def send_team_invitations() -> int:
    """Mail every invitation that was not sent; the number sent."""
    return deliver_all(TeamInvitation.objects.select_related("project", "invited_by"), _send_invitation)


def _send_invitation(row: TeamInvitation) -> bool:
    if row.withdrawn_at or row.accepted_at or row.is_over:
        raise NotNeeded(_("de uitnodiging was al ingetrokken of aangenomen"))
    link = settings.SITE_URL + reverse("projects:invitation", args=[row.token])
    mail.send("team_invitation", [row.email], {"row": row, "project": row.project, "link": link})
    return True
