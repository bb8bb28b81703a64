"""The calls: the list of who is to be called, and how each call went."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.forms import CallForm
from matching.models import CheckIn
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from participants.visibility import sees_contact
from projects.models import Project
from projects.permissions import Permission, may, project_view


@require_safe
@project_view(Permission.MAKE_CALLS)
def calls(request: MemberRequest, project: Project) -> HttpResponse:
    """Whom to call: the own list for an ambassador, everybody's for who leads."""
    leads = may(request.user, Permission.MANAGE_PARTICIPANTS, project)
    rows = CheckIn.objects.filter(project=project).with_people()
    if not leads:
        rows = rows.filter(ambassador=request.user)
    context = {
        "project": project,
        "tab": "calls",
        "leads": leads,
        "due": rows.due_on(timezone.localdate()),
        "help": rows.for_the_coordinator() if leads else [],
        "spoken": rows.exclude(outcome__in=[CheckIn.Outcome.OPEN, CheckIn.Outcome.NO_ANSWER]).order_by("-called_on")[
            :50
        ],
    }
    return render(request, "matching/calls.html", context)


@project_view(Permission.MAKE_CALLS)
def call(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One person to call: number, what to ask, how it went."""
    rows = CheckIn.objects.filter(project=project).with_people()
    if not may(request.user, Permission.MANAGE_PARTICIPANTS, project):
        rows = rows.filter(ambassador=request.user)
    check_in = get_object_or_404(rows, pk=pk)
    form = CallForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.record_call(check_in=check_in, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het gesprek is genoteerd."))
        return redirect("matching:calls", project.slug)
    participant = check_in.member.participant
    participant.project = project
    contact = sees_contact(request.user, participant) or check_in.ambassador_id == request.user.pk
    if contact:
        record(by=request.user, kind=AuditEvent.Kind.READ, about=participant.person, fields=["phone"])
    context = {
        "project": project,
        "tab": "calls",
        "check_in": check_in,
        "participant": participant,
        "contact": contact,
        "form": form,
        "back": reverse("matching:calls", args=[project.slug]),
        "may_handle": may(request.user, Permission.MANAGE_PARTICIPANTS, project)
        and CheckIn.objects.for_the_coordinator().filter(pk=pk).exists(),
    }
    return render(request, "matching/call.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def handle(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The coordinator takes up a call for help."""
    check_in = get_object_or_404(project.check_ins, pk=pk)
    press(request, lambda: actions.handle_check_in(check_in=check_in, by=request.user), _("Je hebt dit opgepakt."))
    return redirect("matching:calls", project.slug)
