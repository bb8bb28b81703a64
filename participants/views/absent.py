"""Calling who said they would come and did not."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from participants import actions
from participants.forms import AbsenceCallForm
from participants.models import AbsenceCall
from participants.recruiting.absent import Absentee, absentees, to_call, wanting_to_stop
from participants.visibility import sees_contact
from projects.models import Meeting, Project
from projects.permissions import Permission, may, project_view


@require_safe
@project_view(Permission.MAKE_CALLS)
def absent(request: MemberRequest, project: Project) -> HttpResponse:
    """Whom to call, a card for each; the number itself stands on the page of the call."""
    rows = _absentees(project)
    own = [row for row in to_call(rows) if sees_contact(request.user, row.participant)]
    context = {
        "project": project,
        "tab": "participants",
        "own": own,
        "others": [row for row in to_call(rows) if row not in own],
        "stops": wanting_to_stop(rows),
        "leads": may(request.user, Permission.MANAGE_PARTICIPANTS, project),
    }
    return render(request, "participants/absent.html", context)


@project_view(Permission.MAKE_CALLS)
def call(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One person to call: number, earlier calls, and how it went. An ambassador calls the own people."""
    participant = get_object_or_404(project.participants.select_related("person"), pk=pk)
    participant.project = project
    if not sees_contact(request.user, participant):
        raise Http404
    row = next((one for one in _absentees(project) if one.participant.pk == pk), None)
    if row is None:
        text = _("%(name)s staat niet meer op de bellijst.")
        messages.info(request, text % {"name": participant.person.goes_by})
        return redirect("participants:absent", project.slug)
    leads = may(request.user, Permission.MANAGE_PARTICIPANTS, project)
    form = AbsenceCallForm(posted(request))
    if request.method == "POST":
        done: AbsenceCall | None = form.carry_out(
            lambda: actions.note_absence_call(
                participant=participant,
                meeting=row.meeting,
                withdraw_too=leads,
                by=request.user,
                **form.cleaned_data,
            )
        )
        if done:
            messages.success(request, _said(participant.person.goes_by, done, leads))
            return redirect("participants:absent", project.slug)
    return _call_page(request, project, row, form, leads)


def _call_page(
    request: MemberRequest, project: Project, row: Absentee, form: AbsenceCallForm, leads: bool
) -> HttpResponse:
    # What somebody said to one ambassador is not for another.
    calls = [(one, leads or one.called_by_id == request.user.pk) for one in row.calls]
    fields = ["phone", *(["call_note"] if any(one.note and shown for one, shown in calls) else [])]
    record(by=request.user, kind=AuditEvent.Kind.READ, about=row.participant.person, fields=fields)
    next_one = project.meetings.of_kind(Meeting.Kind(row.meeting.kind)).upcoming().first()
    context = {
        "project": project,
        "tab": "participants",
        "row": row,
        "person": row.participant.person,
        "calls": calls,
        "next_meeting": next_one or project.meetings.of_kind(Meeting.Kind.MIX).upcoming().first(),
        "outcomes": AbsenceCall.Outcome.choices,
        "form": form,
        "leads": leads,
        "back": reverse("participants:absent", args=[project.slug]),
    }
    return render(request, "participants/absent_call.html", context, status=422 if form.errors else 200)


def _absentees(project: Project) -> list[Absentee]:
    rows = absentees([project])
    for row in rows:
        row.participant.project = project
    return rows


def _said(name: str, call: AbsenceCall, leads: bool) -> str:
    """What happens now, in one sentence."""
    told = {
        AbsenceCall.Outcome.COMES: _("%(name)s komt de volgende keer."),
        AbsenceCall.Outcome.LATER: _("%(name)s blijft op de lijst om later nog eens te bellen."),
        AbsenceCall.Outcome.NO_ANSWER: _("%(name)s nam niet op en blijft op de lijst."),
        AbsenceCall.Outcome.STOPS: _("%(name)s doet niet meer mee en is afgemeld.")
        if leads
        else _("%(name)s doet niet meer mee. De coördinator meldt deze deelnemer af."),
    }
    return told[AbsenceCall.Outcome(call.outcome)] % {"name": name}
