"""Recruiting: how many people there are and are wanted, what brings them, who waits, and how many to invite."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record, refuse
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.sheets import csv_response, xlsx_response
from participants import actions
from participants.forms import ToldForm
from participants.models import Participant, Told
from participants.recruiting.attending import INVITED_TO, Turnouts, earlier_turnout, forecasts
from participants.recruiting.channels import channel_rows, channel_sheet, share_of_told, total
from participants.recruiting.expecting import Turnout, to_invite
from participants.recruiting.funnel import Funnel, funnels
from projects.models import Meeting, Project
from projects.permissions import Permission, may, project_view

PLACES = 10
"""For how many places it is told how many people to invite, beside the project's own target."""


@dataclass(frozen=True)
class Outlook:
    """How many people of one side to invite to one kind of meeting."""

    kind: str
    side: Funnel
    turnout: Turnout

    @property
    def kind_name(self) -> str:
        return str(Meeting.Kind(self.kind).label)

    @property
    def for_places(self) -> int | None:
        return to_invite(PLACES, self.turnout.share)

    @property
    def for_target(self) -> int | None:
        return to_invite(self.side.target, self.turnout.share)


def _outlooks(sides: list[Funnel], turnouts: Turnouts) -> list[Outlook]:
    return [
        Outlook(kind.value, side, turnouts[(kind.value, side.side.value)]) for kind in INVITED_TO for side in sides
    ]


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def recruitment(request: MemberRequest, project: Project) -> HttpResponse:
    """Do we have enough people, what brings them, who waits, and how many to invite."""
    sides, rows = funnels([project])[project.pk], channel_rows(project)
    turnouts = earlier_turnout()
    outlooks = _outlooks(sides, turnouts)
    waiting = list(project.participants.waiting().select_related("person"))
    context = {
        "project": project,
        "tab": "participants",
        "sides": sides,
        "rows": rows,
        "total": total(rows),
        "total_percent": share_of_told(rows),
        "told": project.told.select_related("organisation", "noted_by"),
        "waiting": [(side, [one for one in waiting if one.side == side.side]) for side in sides if side.waiting],
        "outlooks": outlooks,
        "forecasts": forecasts(project, turnouts),
        "places": PLACES,
        "by_rule_of_thumb": not all(outlook.turnout.is_measured for outlook in outlooks),
        "may_note": may(request.user, Permission.REGISTER, project),
        "may_manage": may(request.user, Permission.MANAGE_PARTICIPANTS, project),
        "may_export": may(request.user, Permission.EXPORT_PARTICIPANTS, project),
    }
    return render(request, "participants/recruitment.html", context)


@require_safe
@project_view(Permission.EXPORT_PARTICIPANTS)
def export(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """The table of what recruiting works as CSV or XLSX; who exported what is recorded."""
    sheet = channel_sheet(channel_rows(project))
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=project, fields=sheet.header, detail=kind)
    name = f"werving-{project.slug}"
    if kind == "csv":
        return csv_response(name, sheet)
    if kind == "xlsx":
        return xlsx_response(name, [sheet])
    raise Http404


@project_view(Permission.REGISTER)
def told(request: MemberRequest, project: Project) -> HttpResponse:
    """Note to how many people the project was told at once."""
    form = ToldForm(project, posted(request))
    if request.method == "POST":
        row: Told | None = form.carry_out(
            lambda: actions.note_told(project=project, by=request.user, **form.cleaned_data)
        )
        if row:
            text = ngettext(
                "Genoteerd: %(count)s mens hoorde ervan.", "Genoteerd: %(count)s mensen hoorden ervan.", row.people
            )
            messages.success(request, text % {"count": row.people})
            return redirect("participants:recruitment", project.slug)
    context: dict[str, Any] = {
        "project": project,
        "tab": "participants",
        "form": form,
        "title": _("Ik heb erover verteld"),
        "lead": _("Noteer hoeveel mensen over het project hoorden. Zo zien we welke werving werkt."),
        "submit": _("Noteren"),
        "back": reverse("participants:recruitment", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.REGISTER)
def told_remove(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Take back what was noted by mistake: who leads any, an ambassador what they noted themselves."""
    row = get_object_or_404(project.told, pk=pk)
    if row.noted_by_id != request.user.pk and not may(request.user, Permission.MANAGE_PARTICIPANTS, project):
        refuse(by=request.user, about=row, detail=Permission.MANAGE_PARTICIPANTS.value)
    press(request, lambda: actions.remove_told(told=row, by=request.user), _("Dat is weggehaald."))
    return redirect(reverse("participants:recruitment", args=[project.slug]) + "#verteld")


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def give_place(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody on the waiting list takes part after all."""
    participant: Participant = get_object_or_404(project.participants.select_related("person"), pk=pk)
    press(
        request,
        lambda: actions.give_place(participant=participant, by=request.user),
        _("%(name)s heeft een plek en doet mee.") % {"name": participant.person.goes_by},
    )
    return redirect(reverse("participants:recruitment", args=[project.slug]) + "#wachtlijst")
