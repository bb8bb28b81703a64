"""What every page of a project shows above its own content."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

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


@register.simple_tag
def spending_bar(line: Any) -> SafeString:
    """What was spent of a line, then what is still expected; red where it goes beyond what is available."""
    whole = max(line.available, line.forecast) or Decimal(1)
    spent, expected = (float(part / whole * 100) for part in (max(line.spent, Decimal(0)), line.expected))
    return format_html(
        '<svg class="bar bar--money{}" aria-hidden="true" width="100%" height="12">'
        '<rect class="bar-fill" width="{}%" height="100%"></rect>'
        '<rect class="bar-expected" x="{}%" width="{}%" height="100%"></rect></svg>',
        " bar--over" if line.forecast > line.available else "",
        f"{spent:.1f}",
        f"{spent:.1f}",
        f"{expected:.1f}",
    )
