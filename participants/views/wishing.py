"""Becoming an ambassador, from the record: ask, note that somebody wants to, and answer who does."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from participants import actions
from participants.forms.wishing import InviteWisherForm
from participants.models import AmbassadorWish
from projects.models import Project
from projects.permissions import Permission, led_by, project_view


@require_POST
@project_view(Permission.MAKE_CALLS)
def ask(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Put the question on somebody's own page."""
    participant = get_object_or_404(project.participants, pk=pk)
    press(
        request,
        lambda: actions.ask_to_be_ambassador(participant=participant, by=request.user),
        _("De vraag staat nu op de eigen bladzijde van deze deelnemer."),
    )
    return redirect(participant)


@require_POST
@project_view(Permission.MAKE_CALLS)
def wants(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note that somebody said they would like to."""
    participant = get_object_or_404(project.participants, pk=pk)
    press(
        request,
        lambda: actions.answer_ambassador_wish(participant=participant, wants=True, by=request.user),
        _("Genoteerd. De coördinator geeft antwoord."),
    )
    return redirect(participant)


@project_view(Permission.MANAGE_PARTICIPANTS)
def wish(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Invite who wants to become an ambassador."""
    row = _wanted(project, pk)
    if request.method == "GET":
        record(by=request.user, kind=AuditEvent.Kind.READ, about=row.participant.person, fields=["email"])
    led = led_by(request.user, Permission.EDIT_PROJECT)
    form = InviteWisherForm(row, led, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.invite_who_wishes(wish=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De uitnodiging gaat naar %(email)s.") % {"email": form.cleaned_data["email"]})
        return redirect(row.participant)
    context = {
        "project": project,
        "tab": "participants",
        "participant": row.participant,
        "form": form,
        "title": _("%(name)s wil ambassadeur worden") % {"name": row.participant.person.goes_by},
        "submit": _("Uitnodigen"),
        "back": row.participant.get_absolute_url(),
    }
    return render(request, "participants/wish.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def not_now(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """There is no place now."""
    row = _wanted(project, pk)
    press(
        request,
        lambda: actions.not_now(wish=row, by=request.user),
        _("Genoteerd: nu niet. Vertel het ook zelf aan de deelnemer."),
    )
    return redirect(row.participant)


def _wanted(project: Project, pk: int) -> AmbassadorWish:
    rows = AmbassadorWish.objects.wanted().select_related("participant__person", "participant__project")
    return get_object_or_404(rows, participant__project=project, participant=pk)
