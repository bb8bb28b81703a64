"""The recruitment funnel on the project's page."""

from typing import Any

from participants.recruiting.funnel import funnels
from projects.models import Project
from projects.overview import Panel, panels
from projects.permissions import Permission, may


@panels.register(10)
def recruitment(project: Project, user: Any) -> Panel | None:
    """Do we have enough people?"""
    if not may(user, Permission.VIEW_PARTICIPANTS, project):
        return None
    return Panel("participants/panel_funnel.html", {"funnels": funnels([project])[project.pk], "project": project})
