"""The tabs of a project's page; each app adds its own."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.models import Project
from projects.permissions import Permission, permissions_of
from projects.registry import Registry


class Tab(NamedTuple):
    """One tab: its label, the address it opens, and the permission that shows it."""

    key: str
    label: Any
    url_name: str
    permission: Permission


tabs: Registry[Tab] = Registry("tabs")
tabs.add(10, Tab("overview", _("Overzicht"), "projects:overview", Permission.VIEW_PROJECT))
tabs.add(40, Tab("meetings", _("Bijeenkomsten"), "projects:meetings", Permission.VIEW_PROJECT))
tabs.add(45, Tab("team", _("Team"), "projects:team", Permission.VIEW_PROJECT))
tabs.add(47, Tab("publicity", _("Publiciteit"), "projects:publicity", Permission.VIEW_PROJECT))
tabs.add(60, Tab("money", _("Geld"), "projects:money", Permission.VIEW_MONEY))
tabs.add(80, Tab("report", _("Eindverslag"), "projects:report", Permission.WRITE_REPORT))


def tabs_for(user: Any, project: Project) -> list[dict[str, Any]]:
    """The tabs ``user`` may open in ``project``, with their addresses."""
    granted = permissions_of(user, project)
    return [
        {"key": tab.key, "label": tab.label, "url": reverse(tab.url_name, args=[project.slug])}
        for tab in tabs
        if tab.permission in granted
    ]
