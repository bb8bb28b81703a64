"""Closing a meeting, and opening it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from participants import actions
from participants.forms import CloseAnywayForm, CloseForm
from participants.recruiting.attending import missing_at, present_at, tablets_holding
from projects.models import Project
from projects.permissions import Permission, project_view


@project_view(Permission.TICK_ATTENDANCE)
def close(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What closing will do, and why it is done while a tablet still holds registrations."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    holding = tablets_holding(meeting)
    form = (CloseAnywayForm if holding else CloseForm)(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.close_meeting(meeting=meeting, by=request.user, reason=form.cleaned_data.get("reason", ""))
    ):
        messages.success(request, _("De bijeenkomst is afgesloten."))
        return redirect("participants:attendance", project.slug, pk)
    context = {
        "project": project,
        "tab": "meetings",
        "meeting": meeting,
        "may_close": meeting.has_begun and not meeting.closed_at,
        "missing": missing_at(meeting),
        "holding": holding,
        "present": present_at(meeting),
        "form": form,
        "back": reverse("participants:attendance", args=[project.slug, pk]),
    }
    return render(request, "participants/meeting_close.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def reopen(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Let ticks be set again."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    press(
        request,
        lambda: actions.reopen_meeting(meeting=meeting, by=request.user),
        _("De bijeenkomst is weer open. Sluit opnieuw af als alles klopt."),
    )
    return redirect("participants:attendance", project.slug, pk)
