"""The pictures on a project's first page; each app adds what it knows."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils import timezone

from projects.budget import budget_of
from projects.models import Project
from projects.permissions import Permission, may
from projects.registry import Registry


class Panel(NamedTuple):
    """One picture: a template and what it shows."""

    template: str
    context: dict[str, Any]


PanelMaker = Callable[[Project, Any], Panel | None]
panels: Registry[PanelMaker] = Registry("overview")


def panels_for(user: Any, project: Project) -> list[Panel]:
    """The panels ``user`` may see; a maker answers None for what is not theirs."""
    return [panel for maker in panels if (panel := maker(project, user))]


@panels.register(30)
def next_steps(project: Project, user: Any) -> Panel | None:
    """What is next: the first open steps of the stappenplan."""
    steps = list(project.plan_steps.all())
    return Panel(
        "projects/panel_steps.html",
        {
            "project": project,
            "steps": [step for step in steps if not step.is_done][:5],
            "done": sum(step.is_done for step in steps),
            "total": len(steps),
            "today": timezone.localdate(),
        },
    )


@panels.register(40)
def money(project: Project, user: Any) -> Panel | None:
    """Are we within budget: spent against agreed per group."""
    if not may(user, Permission.VIEW_MONEY, project):
        return None
    return Panel("projects/panel_money.html", {"project": project, "budget": budget_of(project)})
