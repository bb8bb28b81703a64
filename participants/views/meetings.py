"""Ticking who is there."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from participants import actions
from participants.models import Participant, Side, Status
from projects.models import Meeting, Project
from projects.permissions import Permission, project_view


def _present(meeting: Meeting) -> int:
    """How many ticks on the page are set: of everybody who did not stop."""
    there = meeting.attendances.filter(present=True)
    return there.exclude(participant__status=Status.STOPPED).count()


def _ticks(project: Project, meeting: Meeting) -> list[dict[str, object]]:
    noted = dict(meeting.attendances.values_list("participant", "present"))
    people = project.participants.active().select_related("person").in_order_of_name()
    return [{"participant": one, "present": noted.get(one.pk)} for one in people]


@require_safe
@project_view(Permission.TICK_ATTENDANCE)
def attendance(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Big ticks, one per participant, in two columns of sides."""
    meeting = get_object_or_404(project.meetings.select_related("venue"), pk=pk)
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
        "present": _present(meeting),
    }
    return render(request, "participants/attendance.html", context)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def tick(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """Note one person as present or not; with htmx only that tick comes back."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    participant: Participant = get_object_or_404(
        project.participants.active().select_related("person"), pk=participant_pk
    )
    present = request.POST.get("present") == "1"
    actions.note_attendance(meeting=meeting, participant=participant, present=present, by=request.user)
    if request.headers.get("HX-Request"):
        context = {
            "project": project,
            "meeting": meeting,
            "tick": {"participant": participant, "present": present},
            "present": _present(meeting),
            "swapped": True,
        }
        return render(request, "participants/tick.html", context)
    return redirect(reverse("participants:attendance", args=[project.slug, pk]) + f"#deelnemer-{participant.pk}")
