"""How the table of a figure is written: which columns hold numbers, and what level a row is."""

from typing import Any

from django import template

from mixen.templatetags.display import is_number

register = template.Library()
BESIDE = 3  # parts of a long, narrow table that fit beside each other on paper
LONG, TOO_LONG = 12, 90  # rows; what is longer still runs on over pages, as one table


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


@register.filter
def beside_each_other(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """A long table of two columns in three parts of as many rows; nothing for any other."""
    table = figure["value"]
    rows = table["rows"]
    if len(table["columns"]) != 2 or table.get("levels") or not LONG < len(rows) <= TOO_LONG:
        return []
    each = -(-len(rows) // BESIDE)
    return [{**figure, "value": {**table, "rows": rows[start : start + each]}} for start in range(0, len(rows), each)]
