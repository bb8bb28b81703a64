"""How the table of a figure is written: which columns hold numbers, and what level a row is."""

from typing import Any

from django import template

from mixen.templatetags.display import is_number

register = template.Library()


@register.filter
def numbers_in(table: dict[str, Any], column: int) -> bool:
    """Whether a column holds numbers, and so stands to the right."""
    return any(is_number(row[column]) for row in table["rows"])


@register.filter
def level_of(table: dict[str, Any], place: int) -> str:
    """``group``, ``line`` or ``total`` in a table of money; a row of any other table is a ``line``."""
    levels = table.get("levels")
    return str(levels[place]) if levels else "line"


@register.filter
def nth(values: list[Any], place: int) -> Any:
    """The item at ``place``."""
    return values[place]
