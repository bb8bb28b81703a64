"""The programme's own stappenplan, budget and checklists, from which a project starts."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from projects.models import BudgetGroup, BudgetLine, Meeting, MeetingTask, PlanStep, PlanTemplate, Project
from projects.planning import anchor_days, due_day

FOLDER = Path(__file__).parent
ALLOWANCE_CODE = "2c"
STEP_FACTS = ("phase", "name", "anchor", "offset_days", "owner_role")
"""What a step of a template tells of a step."""


@cache
def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def plan_steps_for(project: Project, template: PlanTemplate | None = None) -> list[PlanStep]:
    """Unsaved steps of ``template``, or else of the programme's own; dated from the project's meetings.

    A step hung on a meeting that is not planned is left out.
    """
    return dated(project, list(template.steps.values(*STEP_FACTS)) if template else _read("plan_template.json"))


def dated(project: Project, facts: Iterable[dict[str, Any]]) -> list[PlanStep]:
    """Unsaved steps from their ``facts``, each on its day in ``project``; without those that nothing carries."""
    days, steps = anchor_days(project), []
    for fact in facts:
        due_on = due_day(days, fact["anchor"], fact["offset_days"])
        steps += [PlanStep(project=project, due_on=due_on, **fact)] if due_on else []
    return steps


def checklist_for(meeting: Meeting) -> list[MeetingTask]:
    """Unsaved lines of what has to be ready for a meeting of this kind, in order."""
    names: Sequence[str] = _read("checklist_template.json").get(meeting.kind, [])
    return [MeetingTask(meeting=meeting, name=name, place=place) for place, name in enumerate(names, start=1)]


def add_template_budget(project: Project) -> None:
    """Give ``project`` the template's groups and lines; nothing is agreed with the district yet."""
    for group_facts in _read("budget_template.json")["groups"]:
        group = BudgetGroup.objects.create(project=project, number=group_facts["no"], name=group_facts["name"])
        for line in group_facts["lines"]:
            BudgetLine.objects.create(
                group=group,
                code=line["code"],
                name=line["name"],
                quantity=line["quantity"],
                unit_price=Decimal(line["unit_price"]),
                per=line["per"],
                is_optional=line["optional"],
                claim_kind=line["claim_kind"],
                is_allowance=line["code"] == ALLOWANCE_CODE,
            )
