"""Announcing dates, moving a meeting, and undoing that."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mixen.accounts.requests import MemberRequest
from mixen.forms import press
from mixen.templatetags.display import moment as written
from projects import actions
from projects.calendar import not_known, warnings_on
from projects.forms.plan import MoveForm
from projects.models import Meeting, MeetingMove, Project
from projects.permissions import Permission, project_view
from projects.planning import moved_along
from projects.scheduling import days_around


@require_POST
@project_view(Permission.EDIT_PROJECT)
def announce(request: MemberRequest, project: Project) -> HttpResponse:
    """The dates are known from now on."""
    press(
        request,
        lambda: actions.announce_meetings(project=project, by=request.user),
        _("De data zijn bekendgemaakt. Wie er een verandert, schrijft op waarom."),
    )
    return redirect("projects:meetings", project.slug)


@project_view(Permission.EDIT_PROJECT)
def move(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Another day for a meeting: what speaks against it, better days, and what moves along."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    moves = request.POST.get("deed") == "move"
    form = MoveForm(meeting, request.POST.copy()) if moves else MoveForm(meeting, typed=_looking(request))
    if moves and _looked_at(form):
        moved = form.carry_out(
            lambda: actions.change_meeting(meeting=project.meetings.get(pk=pk), by=request.user, **form.move_fields())
        )
        if moved:
            messages.success(request, _("De bijeenkomst is nu op %(when)s.") % {"when": written(moved.starts_at)})
            return redirect("projects:meetings", project.slug)
    context = _context(project, meeting, form)
    return render(request, "projects/move.html", context, status=422 if moves or form.errors else 200)


def _looking(request: MemberRequest) -> dict[str, str]:
    """What was filled in on the page that only looks, with the better day that was pressed."""
    typed = request.POST.dict()
    return {**typed, "day": typed["pick"]} if "pick" in typed else typed


def _looked_at(form: MoveForm) -> bool:
    """Whether the warnings on the page were about this day, or there are none."""
    day = form.typed_day() if form.is_valid() else None
    if day is None or form.cleaned_data["weighed"] == day.isoformat() or not warnings_on(day):
        return True
    form.add_error("day", _("Kijk nog even: tegen deze dag is iets in te brengen. Druk dan opnieuw."))
    return False


def _context(project: Project, meeting: Meeting, form: MoveForm) -> dict[str, Any]:
    day = form.typed_day() or meeting.day
    form.set_looked_at(day)
    days = {"before": meeting.day, "after": day}
    return {
        "project": project,
        "tab": "meetings",
        "meeting": meeting,
        "form": form,
        "days": days,
        "warnings": warnings_on(day),
        "better": days_around(day),
        "notes": _notes(project, meeting, day) + not_known(day, day),
        "along": moved_along(meeting, day),
        "stay": project.plan_steps.filter(anchor=meeting.kind, done_on__isnull=False).count(),
    }


def _notes(project: Project, meeting: Meeting, day: date) -> list[str]:
    """What a move breaks that the calendar does not know: the order of the meetings, and the end of the project."""
    order = list(Meeting.Kind)
    place = order.index(Meeting.Kind(meeting.kind))
    notes = []
    for other in project.meetings.exclude(pk=meeting.pk):
        theirs = order.index(Meeting.Kind(other.kind))
        if (theirs < place and other.day >= day) or (theirs > place and other.day <= day):
            notes.append(_("Let op: %(meeting)s. Zo staan ze niet meer op volgorde.") % {"meeting": other})
    if not project.starts_on <= day <= project.ends_on:
        notes.append(_("Let op: dit valt buiten het project. Pas ook het begin of het eind van het project aan."))
    return notes


@require_POST
@project_view(Permission.EDIT_PROJECT)
def undo(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The meeting goes back to where it was."""
    row = get_object_or_404(MeetingMove.objects.filter(meeting__project=project), pk=pk)
    press(request, lambda: actions.undo_move(move=row, by=request.user), _("De oude datum staat er weer."))
    return redirect("projects:meetings", project.slug)
