"""The project itself: list, start, overview, plan, meetings."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from projects import actions
from projects.filters import ProjectFilter
from projects.forms import MeetingForm, ProjectForm
from projects.models import Project
from projects.overview import panels_for
from projects.permissions import Permission, may, open_to_all, project_view
from projects.timeline import timeline_of
from projects.views.form_page import form_page
from projects.watching import Attention, look_at

PAGE_SIZE = 25


@require_safe
@open_to_all
def project_list(request: MemberRequest) -> HttpResponse:
    """The projects somebody may see, practice projects among them and named so."""
    found = ProjectFilter(request.GET, Project.objects.visible_to(request.user).for_overview())
    page = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    context = {
        "filter": found,
        "narrowed": any(request.GET.get(name) for name in found.form.fields),
        "page_obj": page,
        "rows": [(project, project.phase()) for project in page],
        "may_start": may(request.user, Permission.MANAGE_CITY),
    }
    return render(request, "projects/list.html", context)


@require_safe
@project_view(Permission.VIEW_PROJECT)
def overview(request: MemberRequest, project: Project) -> HttpResponse:
    """Four questions in four pictures: people, couples, next steps, money."""
    today = timezone.localdate()
    prefetch_related_objects([project], "meetings")  # phase, timeline and forecast each go through them
    context = {
        "project": project,
        "tab": "overview",
        "phase": project.phase(today),
        "timeline": timeline_of(project, today),
        "panels": panels_for(request.user, project),
        "attention": look_at([project], today, request.user)
        if may(request.user, Permission.EDIT_PROJECT, project)
        else Attention(),
    }
    return render(request, "projects/overview.html", context)


@project_view(Permission.EDIT_PROJECT)
def edit_project(request: MemberRequest, project: Project) -> HttpResponse:
    """Change dates, numbers, caps and the contact at the district."""
    form = ProjectForm(project, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_project(project=project, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het project is aangepast."))
        return redirect(project)
    return form_page(
        request, project, form, _("Project aanpassen"), _("Opslaan"), reverse("projects:overview", args=[project.slug])
    )


@require_safe
@project_view(Permission.VIEW_PROJECT)
def meetings(request: MemberRequest, project: Project) -> HttpResponse:
    """The meetings of the project."""
    context = {
        "project": project,
        "tab": "meetings",
        "meetings": project.meetings.select_related("venue").with_moves(),
        "to_announce": project.meetings.upcoming().filter(announced_on__isnull=True).exists(),
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
    }
    return render(request, "projects/meetings.html", context)


@project_view(Permission.EDIT_PROJECT)
def new_meeting(request: MemberRequest, project: Project) -> HttpResponse:
    """Plan a meeting."""
    form = MeetingForm(project, posted(request))
    if request.method == "POST":
        meeting = form.carry_out(
            lambda: actions.plan_meeting(project=project, by=request.user, **form.meeting_fields())
        )
        if meeting:
            messages.success(request, _("De bijeenkomst staat in de planning."))
            return redirect("projects:meetings", project.slug)
    return form_page(
        request,
        project,
        form,
        _("Nieuwe bijeenkomst"),
        _("Bijeenkomst plannen"),
        reverse("projects:meetings", args=[project.slug]),
    )


@project_view(Permission.EDIT_PROJECT)
def edit_meeting(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change a meeting."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    form = MeetingForm(project, posted(request), meeting)
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_meeting(meeting=meeting, by=request.user, **form.meeting_fields())
    ):
        messages.success(request, _("De bijeenkomst is aangepast."))
        return redirect("projects:meetings", project.slug)
    return form_page(
        request, project, form, str(meeting), _("Opslaan"), reverse("projects:meetings", args=[project.slug])
    )
