"""What every page of a project shows above its own content."""

from typing import Any

from django import template

from projects.permissions import Permission, may
from projects.tabs import tabs_for

register = template.Library()


@register.simple_tag(takes_context=True)
def project_tabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The tabs the reader may open."""
    return tabs_for(context["request"].user, context["project"])


@register.simple_tag(takes_context=True)
def allowed(context: dict[str, Any], permission: str) -> bool:
    """Whether the reader has a permission in the project of the page."""
    return may(context["request"].user, Permission(permission), context["project"])
