"""The stappenplan and the checklists: adding, changing, ticking; and keeping a plan as a template."""

from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.actions.moving import move_steps
from projects.models import Meeting, MeetingTask, PlanStep, PlanTemplate, Project
from projects.models.plan import FAR
from projects.planning import anchor_days


@action
def finish_step(*, step: PlanStep, by: User | None, on: date | None = None) -> PlanStep:
    """Note a step as done; a step that is done already keeps its first date."""
    if step.done_on is None:
        step.done_on, step.done_by = on or timezone.localdate(), by
        step.save()
    return step


@action
def reopen_step(*, step: PlanStep, by: User | None) -> PlanStep:
    """Take 'done' back."""
    step.done_on, step.done_by = None, None
    step.save()
    move_steps(project=step.project, by=by)
    step.refresh_from_db()
    return step


@action
def add_step(*, project: Project, by: User | None, **facts: Any) -> PlanStep:
    """A step of this project's own, due on ``due_on``; with an ``anchor`` it moves along with that from now on.

    Raises DomainError when it is in the plan already, or when its anchor is not planned or too far away.
    """
    return _keep_step(PlanStep(project=project), facts)


@action
def change_step(*, step: PlanStep, by: User | None, **facts: Any) -> PlanStep:
    """Other words, another day, another owner for a step. Refused as ``add_step`` does."""
    return _keep_step(PlanStep.objects.select_for_update().get(pk=step.pk), facts)


def _keep_step(step: PlanStep, facts: dict[str, Any]) -> PlanStep:
    for name, value in facts.items():
        setattr(step, name, value)
    same_name = PlanStep.objects.filter(project=step.project, name__iexact=step.name).exclude(pk=step.pk)
    if same_name.exists():
        raise DomainError(_("Deze stap staat al in het plan."), field="name")
    step.offset_days = _offset_of(step)
    step.save()
    return step


def _offset_of(step: PlanStep) -> int:
    """How many days the step lies after what it hangs on; 0 for one with a day of its own."""
    if step.anchor == PlanStep.Anchor.FIXED:
        return 0
    origin = anchor_days(Project.objects.get(pk=step.project_id)).get(step.anchor)
    if origin is None:
        raise DomainError(_("Deze bijeenkomst staat nog niet in de planning. Kies iets anders."), field="anchor")
    if step.due_on < step.project.starts_on:
        raise DomainError(_("Kies een dag na het begin van het project."), field="due_on")
    offset = (step.due_on - origin).days
    if abs(offset) > FAR:
        raise DomainError(_("Kies een dag die dichter bij de bijeenkomst ligt."), field="due_on")
    return offset


@action
def remove_step(*, step: PlanStep, by: User | None) -> None:
    """Take an open step out of the plan. DomainError for a done one: what was done stays told."""
    locked = PlanStep.objects.select_for_update().filter(pk=step.pk).first()
    if locked is None:
        return
    if locked.is_done:
        raise DomainError(_("Deze stap is al gedaan. Hij blijft in het plan staan."))
    locked.delete()


@action
def keep_plan(*, project: Project, name: str, by: User | None) -> PlanTemplate:
    """Keep the plan of ``project`` as a template with ``name``, for other projects to start from.

    Owners and notes stay behind; a step with a day of its own keeps its distance to the beginning. Raises DomainError
    when the name is taken or the plan is empty.
    """
    if PlanTemplate.objects.filter(name__iexact=name).exists():
        raise DomainError(_("Er is al een sjabloon met deze naam. Kies een andere naam."), field="name")
    steps = list(project.plan_steps.order_by("due_on", "pk"))
    if not steps:
        raise DomainError(_("Dit stappenplan is leeg."))
    template = PlanTemplate.objects.create(name=name, source=project, made_by=by)
    for step in steps:
        anchor, offset = step.rule_in(project.starts_on)
        template.steps.create(
            phase=step.phase, name=step.name, anchor=anchor, offset_days=offset, owner_role=step.owner_role
        )
    return template


@action
def add_task(*, meeting: Meeting, name: str, by: User | None) -> MeetingTask:
    """One more line on the checklist of ``meeting``. DomainError when it is there already."""
    if meeting.tasks.filter(name__iexact=name).exists():
        raise DomainError(_("Dit staat al op de checklist."), field="name")
    last = meeting.tasks.aggregate(last=Max("place"))["last"] or 0
    return MeetingTask.objects.create(meeting=meeting, name=name, place=last + 1)


@action
def tick_task(*, task: MeetingTask, by: User | None) -> MeetingTask:
    """It is ready; who ticked first stays named."""
    locked = MeetingTask.objects.select_for_update().get(pk=task.pk)
    if not locked.is_done:
        locked.done_at, locked.done_by = timezone.now(), by
        locked.save()
    return locked


@action
def untick_task(*, task: MeetingTask, by: User | None) -> MeetingTask:
    """Not ready after all."""
    locked = MeetingTask.objects.select_for_update().get(pk=task.pk)
    locked.done_at, locked.done_by = None, None
    locked.save()
    return locked


@action
def remove_task(*, task: MeetingTask, by: User | None) -> None:
    """This meeting can do without it."""
    if MeetingTask.objects.select_for_update().filter(pk=task.pk).exists():
        task.delete()
