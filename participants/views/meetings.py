"""Ticking who is there."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import press
from participants import actions
from participants.models import Participant, Side
from participants.recruiting.attending import INVITED_TO, present_at
from projects.models import Meeting, Project
from projects.permissions import Permission, may, project_view


def _ticks(project: Project, meeting: Meeting) -> list[dict[str, object]]:
    noted = dict(meeting.attendances.values_list("participant", "present"))
    people = project.participants.active().select_related("person").in_order_of_name()
    return [{"participant": one, "present": noted.get(one.pk)} for one in people]


@require_safe
@project_view(Permission.TICK_ATTENDANCE)
def attendance(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Big ticks, one per participant, in two columns of sides."""
    meeting = get_object_or_404(project.meetings.select_related("venue", "closed_by"), pk=pk)
    ticks = _ticks(project, meeting)
    context = {
        "project": project,
        "tab": "meetings",
        "meeting": meeting,
        "sides": [
            {
                "side": side,
                "ticks": [tick for tick in ticks if tick["participant"].side == side],  # type: ignore[attr-defined]
            }
            for side in Side
        ],
        "present": present_at(meeting),
        "may_manage": may(request.user, Permission.MANAGE_PARTICIPANTS, project),
        "calls_after": meeting.kind in INVITED_TO and may(request.user, Permission.MAKE_CALLS, project),
    }
    return render(request, "participants/attendance.html", context)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def tick(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """Note one person as present or not; with htmx only that tick comes back, or the whole page with a refusal."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    participant: Participant = get_object_or_404(
        project.participants.active().select_related("person"), pk=participant_pk
    )
    present = request.POST.get("present") == "1"
    page = reverse("participants:attendance", args=[project.slug, pk])
    deed = partial(actions.note_attendance, meeting=meeting, participant=participant, present=present)
    done = press(request, lambda: deed(by=request.user), None)
    if request.headers.get("HX-Request") and not done:
        return HttpResponse(headers={"HX-Redirect": page})
    if request.headers.get("HX-Request"):
        context = {
            "project": project,
            "meeting": meeting,
            "tick": {"participant": participant, "present": present},
            "present": present_at(meeting),
            "swapped": True,
        }
        return render(request, "participants/tick.html", context)
    return redirect(f"{page}#deelnemer-{participant.pk}")
