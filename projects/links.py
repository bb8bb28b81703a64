"""Links that a higher app hangs on a page of this one, such as ticking who is there beside a meeting."""

from typing import Any, NamedTuple

from django.urls import reverse

from projects.models import Project
from projects.permissions import Permission, permissions_of
from projects.registry import Registry


class Link(NamedTuple):
    """``place``: ``meeting`` or ``mix`` (their address takes the meeting's number too), ``concern`` (takes the
    concern's), ``participant`` (takes the participant's, while in a couple), ``couple`` (takes the couple's),
    ``money``, ``team`` or ``report``; ``accounts`` is the coordinator's page of no project (takes nothing).
    """

    place: str
    label: Any
    url_name: str
    permission: Permission


links: Registry[Link] = Registry("links")


def links_for(user: Any, project: Project, place: str, *numbers: int) -> list[dict[str, Any]]:
    """The links ``user`` may follow at ``place``, with their addresses."""
    granted = permissions_of(user, project)
    return [
        {"label": link.label, "url": reverse(link.url_name, args=[project.slug, *numbers])}
        for link in links
        if link.place == place and link.permission in granted
    ]


def links_of_no_project(place: str) -> list[dict[str, Any]]:
    """The links at ``place`` on a page of the coordinator's."""
    return [{"label": link.label, "url": reverse(link.url_name)} for link in links if link.place == place]
