"""The page of one meeting, and what ``projects`` itself keeps of it: guests, minutes, files."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record, refuse
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.downloads import give_out
from mixen.forms import OurForm, posted, press
from projects import actions
from projects.forms import GuestForm, MeetingFileForm, MinutesForm
from projects.meeting_page import next_step, panels_for
from projects.models import Guest, Meeting, MeetingFile, Project
from projects.permissions import Permission, may, project_view
from projects.views.form_page import form_page


@require_safe
@project_view(Permission.VIEW_PROJECT)
def meeting(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Everything of one meeting, with the one step that comes next."""
    row = _meeting(project, pk)
    context = {
        "project": project,
        "tab": "meetings",
        "meeting": row,
        "step": next_step(request.user, row),
        "panels": panels_for(request.user, row),
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
    }
    return render(request, "projects/meeting/page.html", context)


@project_view(Permission.EDIT_PROJECT)
def new_guest(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note a guest."""
    row = _meeting(project, pk)
    form = GuestForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_guest(meeting=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De gast staat op de lijst."))
        return _back(row, "gasten")
    return _form_page(request, row, form, _("Gast toevoegen"), _("Gast toevoegen"))


@project_view(Permission.EDIT_PROJECT)
def guest(request: MemberRequest, project: Project, pk: int, guest_pk: int) -> HttpResponse:
    """Change what is noted of a guest."""
    row = _meeting(project, pk)
    known = get_object_or_404(Guest, meeting=row, pk=guest_pk)
    form = GuestForm(posted(request), known)
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_guest(guest=known, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De gast is aangepast."))
        return _back(row, "gasten")
    return _form_page(request, row, form, known.name, _("Opslaan"))


@require_POST
@project_view(Permission.EDIT_PROJECT)
def guest_remove(request: MemberRequest, project: Project, pk: int, guest_pk: int) -> HttpResponse:
    """Take a guest off the list."""
    row = _meeting(project, pk)
    known = get_object_or_404(Guest, meeting=row, pk=guest_pk)
    press(request, lambda: actions.remove_guest(guest=known, by=request.user), _("De gast is van de lijst."))
    return _back(row, "gasten")


@project_view(Permission.WRITE_MINUTES)
def minutes(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Write the minutes."""
    row = _meeting(project, pk)
    form = MinutesForm(posted(request), row)
    if request.method == "POST" and form.carry_out(
        lambda: actions.write_minutes(meeting=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het verslag is opgeslagen."))
        return _back(row, "verslag")
    return _form_page(request, row, form, _("Verslag: %(meeting)s") % {"meeting": row}, _("Opslaan"))


@project_view(Permission.WRITE_MINUTES)
def new_file(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Add a file to the minutes."""
    row = _meeting(project, pk)
    form = MeetingFileForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_meeting_file(meeting=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De bijlage is toegevoegd."))
        return _back(row, "verslag")
    return _form_page(request, row, form, _("Bijlage toevoegen"), _("Bijlage toevoegen"))


@require_safe
@never_cache
@project_view(Permission.WRITE_MINUTES)
def file(request: MemberRequest, project: Project, pk: int, file_pk: int) -> HttpResponse:
    """A file of the minutes, opened in the browser; for the team only."""
    row = get_object_or_404(MeetingFile, meeting__project=project, meeting=pk, pk=file_pk)
    record(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=row)
    return give_out(row.file, f"bijlage-{row.pk}.{row.ending}", row.media_type, inline=True)


@require_POST
@project_view(Permission.WRITE_MINUTES)
def file_remove(request: MemberRequest, project: Project, pk: int, file_pk: int) -> HttpResponse:
    """Delete a file: who leads any, an ambassador what they added themselves."""
    row = get_object_or_404(MeetingFile.objects.select_related("meeting"), meeting__project=project, pk=file_pk)
    if row.added_by_id != request.user.pk and not may(request.user, Permission.EDIT_PROJECT, project):
        refuse(by=request.user, about=row, detail=Permission.EDIT_PROJECT.value)
    press(request, lambda: actions.remove_meeting_file(file=row, by=request.user), _("De bijlage is weg."))
    return redirect(reverse("projects:meeting", args=[project.slug, pk]) + "#verslag")


def _meeting(project: Project, pk: int) -> Meeting:
    return get_object_or_404(project.meetings.select_related("venue", "project"), pk=pk)


def _back(meeting: Meeting, place: str) -> HttpResponse:
    return redirect(f"{meeting.get_absolute_url()}#{place}")


def _form_page(request: MemberRequest, meeting: Meeting, form: OurForm, title: str, submit: str) -> HttpResponse:
    return form_page(request, meeting.project, form, title, submit, meeting.get_absolute_url(), tab="meetings")
