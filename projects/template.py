"""The programme's own stappenplan and budget, from which a project starts."""

import json
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from projects.models import BudgetGroup, BudgetLine, PlanStep, Project

FOLDER = Path(__file__).parent
ALLOWANCE_CODE = "2c"


@cache
def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def plan_steps_for(project: Project) -> list[PlanStep]:
    """Unsaved steps, dated from the project's meetings; a step hung on a meeting that is not planned is left out.

    The interim meeting is optional: without one, its steps fall halfway between mix and closing meeting.
    """
    days: dict[str, date] = {}
    for meeting in project.meetings.all():
        days.setdefault(meeting.kind, meeting.day)
    if "interim" not in days and {"mix", "closing"} <= set(days):
        days["interim"] = days["mix"] + (days["closing"] - days["mix"]) / 2
    return [
        PlanStep(
            project=project,
            phase=step["phase"],
            name=step["name"],
            due_on=max(project.starts_on, days[step["anchor"]] + timedelta(days=step["offset_days"])),
            owner_role=step["owner_role"],
        )
        for step in _read("plan_template.json")
        if step["anchor"] in days
    ]


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
