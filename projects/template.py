"""The programme's own stappenplan and budget, from which a project starts."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from projects.models import BudgetGroup, BudgetLine, PlanStep, Project
from projects.planning import anchor_days, due_day

FOLDER = Path(__file__).parent
ALLOWANCE_CODE = "2c"


@cache
def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def plan_steps_for(project: Project) -> list[PlanStep]:
    """Unsaved steps, dated from the project's meetings; a step hung on a meeting that is not planned is left out."""
    days = anchor_days(project)
    steps = []
    for facts in _read("plan_template.json"):
        due_on = due_day(days, facts["anchor"], facts["offset_days"])
        steps += [PlanStep(project=project, due_on=due_on, **facts)] if due_on else []
    return steps


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
