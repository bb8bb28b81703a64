"""The day of an excursion: the list to sign, and who came, on a tablet or typed over from that list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from excursions import actions
from excursions.models import Excursion, Signup
from excursions.papers.sign_in import sign_in_list
from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import press
from mixen.sheets import download
from projects.models import Project
from projects.permissions import Permission, project_view


@require_safe
@project_view(Permission.SIGN_UP_EXCURSION)
def sign_in(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The list to sign on the day, on paper."""
    row = _excursion(project, pk)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=row, detail="sign-in list")
    return download(sign_in_list(row), f"tekenlijst-{row.day.isoformat()}.pdf", "application/pdf", inline=True)


@require_safe
@project_view(Permission.SIGN_UP_EXCURSION)
def attendance(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Big ticks, one for everybody with a place."""
    row = _excursion(project, pk)
    signups = row.signups.going().select_related("participant__person").order_by("participant__person__name", "pk")
    context = {"project": project, "tab": "programme", "excursion": row, "signups": signups}
    return render(request, "excursions/attendance.html", context)


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def attended(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note whether somebody came along, or take that back; with htmx only that tick comes back."""
    rows = Signup.objects.select_related("participant__person", "excursion__project")
    signup = get_object_or_404(rows, pk=pk, excursion__project=project)
    came = {"1": True, "0": False}.get(request.POST.get("attended", ""))
    page = reverse("excursions:attendance", args=[project.slug, signup.excursion_id])
    done = press(request, lambda: actions.note_attendance(signup=signup, attended=came, by=request.user), None)
    if not request.headers.get("HX-Request"):
        return redirect(f"{page}#inschrijving-{pk}")
    if not done:
        return HttpResponse(headers={"HX-Redirect": page})
    signup.attended = came
    context = {
        "project": project,
        "excursion": _excursion(project, signup.excursion_id),
        "signup": signup,
        "swapped": True,
    }
    return render(request, "excursions/tick.html", context)


@require_POST
@project_view(Permission.SIGN_UP_EXCURSION)
def rest_absent(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Who was not ticked did not come."""
    row = _excursion(project, pk)
    found: list[int] = []
    if press(request, lambda: found.append(actions.note_rest_absent(excursion=row, by=request.user)), None):
        number = found[0]
        messages.success(
            request,
            ngettext("%(number)s deelnemer kwam niet.", "%(number)s deelnemers kwamen niet.", number)
            % {"number": number}
            if number
            else _("Van iedereen was al genoteerd of die er was."),
        )
    return redirect("excursions:attendance", project.slug, pk)


def _excursion(project: Project, pk: int) -> Excursion:
    return get_object_or_404(project.excursions.for_page(), pk=pk)
