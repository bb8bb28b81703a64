"""The link to somebody's own page, for who leads: show it, print it, take it back; and taking back a consent."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record, record_each, refuse
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import press
from mixen.sheets import download
from participants import actions
from participants.link_life import lasts_until, still_opens
from participants.models import ConsentText, Participant, PersonalLink
from participants.papers.link_card import link_cards
from participants.visibility import sees_contact
from projects.models import Project
from projects.permissions import Permission, project_view


@require_safe
@project_view(Permission.MANAGE_PARTICIPANTS)
def link(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The link as QR code, to be scanned from the screen, and what can be done with it."""
    participant = _participant(project, pk)
    row = PersonalLink.objects.filter(participant=participant, revoked_at__isnull=True).first()
    record(by=request.user, kind=AuditEvent.Kind.READ, about=participant.person, fields=["personal_link"])
    path = reverse("participants:personal", args=[row.token]) if row and still_opens(row) else ""
    context = {
        "project": project,
        "tab": "participants",
        "participant": participant,
        "path": path,
        "address": settings.SITE_URL + path,
        "until": lasts_until(participant),
        "is_over": bool(row) and not path,
    }
    return render(request, "participants/link.html", context)


@require_safe
@project_view(Permission.MANAGE_PARTICIPANTS)
def link_card(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The link on a card to take home; 404 while there is none that works."""
    participant = _participant(project, pk)
    row = PersonalLink.objects.filter(participant=participant, revoked_at__isnull=True).first()
    if row is None or not still_opens(row):
        raise Http404
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=participant.person, fields=["personal_link"])
    return download(link_cards([participant]), f"eigen-bladzijde-{participant.pk}.pdf", "application/pdf", inline=True)


@require_safe
@project_view(Permission.MANAGE_PARTICIPANTS)
def all_cards(request: MemberRequest, project: Project) -> HttpResponse:
    """The cards of everybody who takes part and has a link that works."""
    rows = project.participants.active().filter(personal_link__revoked_at__isnull=True, personal_link__isnull=False)
    people = list(rows.select_related("person", "personal_link", "project").in_order_of_name())
    everybody = [one.person for one in people]
    record_each(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=everybody, fields=["personal_link"])
    return download(link_cards(people), f"eigen-bladzijden-{project.slug}.pdf", "application/pdf", inline=True)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def revoke(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Nobody opens the page with the present link any more."""
    participant = _participant(project, pk)
    press(
        request,
        lambda: actions.revoke_link(participant=participant, by=request.user),
        _("De link is ingetrokken. Niemand kan de bladzijde nog openen."),
    )
    return redirect("participants:link", project.slug, pk)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def renew(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Another link; the one before does not work any more."""
    participant = _participant(project, pk)
    press(
        request,
        lambda: actions.renew_link(participant=participant, by=request.user),
        _("Er is een nieuwe link. De oude werkt niet meer."),
    )
    return redirect("participants:link", project.slug, pk)


@require_POST
@project_view(Permission.REGISTER)
def withdraw_consent(request: MemberRequest, project: Project, pk: int, kind: str) -> HttpResponse:
    """Take a consent back for who asked for it: who leads, or the own ambassador of somebody without a phone.

    An ambassador does not see what was agreed to, so the answer is the same when there was nothing to take back.
    """
    participant = _participant(project, pk)
    if kind not in ConsentText.Kind.values:
        raise Http404
    if not sees_contact(request.user, participant):
        refuse(by=request.user, about=participant, detail=Permission.VIEW_PRIVATE.value)

    def deed() -> None:
        if participant.consents.standing().filter(kind=kind).exists():
            actions.withdraw_consent(participant=participant, kind=kind, by=request.user)

    press(request, deed, _("De toestemming is ingetrokken."))
    return redirect(participant)


def _participant(project: Project, pk: int) -> Participant:
    return get_object_or_404(project.participants.select_related("person", "project"), pk=pk)
