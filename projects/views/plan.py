"""The stappenplan, its steps, and the checklist of each meeting."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import refuse
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from projects import actions
from projects.forms.plan import KeepPlanForm, StepForm, TaskForm
from projects.models import PlanStep, Project
from projects.permissions import Permission, may, project_view
from projects.views.form_page import form_page

WEEK = timedelta(days=6)


@dataclass
class Group:
    """Steps that are due together."""

    key: str
    title: Any
    steps: list[PlanStep] = field(default_factory=list)


def groups_of(steps: list[PlanStep], today: date) -> list[Group]:
    """Late, today, in the six days after it, later, done; without those that are empty."""
    groups = {
        "late": Group("late", _("Te laat")),
        "today": Group("today", _("Vandaag")),
        "week": Group("week", _("Deze week")),
        "later": Group("later", _("Later")),
        "done": Group("done", _("Klaar")),
    }
    for step in steps:
        groups[_when(step, today)].steps.append(step)
    return [group for group in groups.values() if group.steps]


def _when(step: PlanStep, today: date) -> str:
    if step.is_done:
        return "done"
    if step.due_on <= today:
        return "today" if step.due_on == today else "late"
    return "week" if step.due_on <= today + WEEK else "later"


@require_safe
@project_view(Permission.VIEW_PROJECT)
def plan(request: MemberRequest, project: Project) -> HttpResponse:
    """The stappenplan by when it is due, and the checklists of the meetings."""
    steps = list(project.plan_steps.select_related("done_by", "owner"))
    for step in steps:
        step.may_be_ticked = _may_tick(request, project, step)  # type: ignore[attr-defined]
    today = timezone.localdate()
    context = {
        "project": project,
        "tab": "meetings",
        "groups": groups_of(steps, today),
        "total": len(steps),
        "done": sum(step.is_done for step in steps),
        "checklists": project.meetings.with_checklist(),
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
        "may_keep": may(request.user, Permission.MANAGE_CITY),
    }
    return render(request, "projects/plan.html", context)


def _may_tick(request: MemberRequest, project: Project, step: PlanStep) -> bool:
    if may(request.user, Permission.EDIT_PROJECT, project):
        return True
    return may(request.user, Permission.TICK_ATTENDANCE, project) and step.is_for(request.user)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def toggle_step(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Tick a step, or take the tick back; an ambassador does so for what is theirs to do."""
    step = get_object_or_404(project.plan_steps, pk=pk)
    if not _may_tick(request, project, step):
        refuse(by=request.user, about=step, detail=Permission.EDIT_PROJECT.value)
    if step.is_done:
        press(request, lambda: actions.reopen_step(step=step, by=request.user), _("De stap staat weer open."))
    else:
        press(request, lambda: actions.finish_step(step=step, by=request.user), _("De stap is klaar."))
    return redirect(reverse("projects:plan", args=[project.slug]) + f"#stap-{step.pk}")


@project_view(Permission.EDIT_PROJECT)
def new_step(request: MemberRequest, project: Project) -> HttpResponse:
    """Add a step of this project's own."""
    form = StepForm(project, posted(request))
    if request.method == "POST":
        step = form.carry_out(lambda: actions.add_step(project=project, by=request.user, **form.cleaned_data))
        if step:
            messages.success(request, _("De stap staat in het plan."))
            return redirect(reverse("projects:plan", args=[project.slug]) + f"#stap-{step.pk}")
    return form_page(
        request, project, form, _("Nieuwe stap"), _("Stap toevoegen"), reverse("projects:plan", args=[project.slug])
    )


@project_view(Permission.EDIT_PROJECT)
def edit_step(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change a step."""
    step = get_object_or_404(project.plan_steps, pk=pk)
    form = StepForm(project, posted(request), step)
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_step(step=step, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De stap is aangepast."))
        return redirect(reverse("projects:plan", args=[project.slug]) + f"#stap-{step.pk}")
    context = {
        "project": project,
        "form": form,
        "step": step,
        "title": _("Stap aanpassen"),
        "submit": _("Opslaan"),
        "back": reverse("projects:plan", args=[project.slug]),
    }
    return render(request, "projects/step.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.EDIT_PROJECT)
def remove_step(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Take a step out of the plan."""
    step = get_object_or_404(project.plan_steps, pk=pk)
    press(request, lambda: actions.remove_step(step=step, by=request.user), _("De stap is uit het plan."))
    return redirect("projects:plan", project.slug)


@project_view(Permission.MANAGE_CITY)
def keep_plan(request: MemberRequest, project: Project) -> HttpResponse:
    """Keep this plan as a template for other projects."""
    form = KeepPlanForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.keep_plan(project=project, name=form.cleaned_data["name"], by=request.user)
    ):
        messages.success(request, _("Het stappenplan is bewaard. Je kunt het kiezen bij een nieuw project."))
        return redirect("projects:plan", project.slug)
    return form_page(
        request,
        project,
        form,
        _("Stappenplan bewaren als sjabloon"),
        _("Sjabloon bewaren"),
        reverse("projects:plan", args=[project.slug]),
    )


@project_view(Permission.VIEW_PROJECT, writing=Permission.EDIT_PROJECT)
def checklist(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What has to be ready for a meeting; and one more line."""
    meeting = get_object_or_404(project.meetings.select_related("venue"), pk=pk)
    form = TaskForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_task(meeting=meeting, name=form.cleaned_data["name"], by=request.user)
    ):
        messages.success(request, _("Het staat op de checklist."))
        return redirect("projects:checklist", project.slug, meeting.pk)
    tasks = list(meeting.tasks.select_related("done_by"))
    context = {
        "project": project,
        "tab": "meetings",
        "meeting": meeting,
        "tasks": tasks,
        "done": sum(task.is_done for task in tasks),
        "form": form,
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
        "may_tick": may(request.user, Permission.TICK_ATTENDANCE, project),
    }
    return render(request, "projects/checklist.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def toggle_task(request: MemberRequest, project: Project, pk: int, task: int) -> HttpResponse:
    """Tick a line of the checklist, or take the tick back."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    row = get_object_or_404(meeting.tasks, pk=task)
    deed = actions.untick_task if row.is_done else actions.tick_task
    press(request, lambda: deed(task=row, by=request.user), None)
    return redirect(reverse("projects:checklist", args=[project.slug, meeting.pk]) + f"#punt-{row.pk}")


@require_POST
@project_view(Permission.EDIT_PROJECT)
def remove_task(request: MemberRequest, project: Project, pk: int, task: int) -> HttpResponse:
    """Take a line off the checklist."""
    meeting = get_object_or_404(project.meetings, pk=pk)
    row = get_object_or_404(meeting.tasks, pk=task)
    press(request, lambda: actions.remove_task(task=row, by=request.user), _("Het is van de checklist af."))
    return redirect("projects:checklist", project.slug, meeting.pk)
