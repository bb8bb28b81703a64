"""What every page of a project shows above its own content."""

from typing import Any

from django import template

from projects.links import links_for
from projects.permissions import Permission, may
from projects.tabs import tabs_for

register = template.Library()


@register.simple_tag(takes_context=True)
def project_tabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The tabs the reader may open."""
    return tabs_for(context["request"].user, context["project"])


@register.simple_tag(takes_context=True)
def project_links(context: dict[str, Any], place: str, *numbers: int) -> list[dict[str, Any]]:
    """What other apps hang at ``place`` on a page of the project."""
    return links_for(context["request"].user, context["project"], place, *numbers)


@register.simple_tag(takes_context=True)
def allowed(context: dict[str, Any], permission: str) -> bool:
    """Whether the reader has a permission in the project of the page."""
    return may(context["request"].user, Permission(permission), context["project"])
