"""Drawings of a figure's table: bars in groups, or a line. Places are percentages of the width, heights are pixels.

A drawing is made of the same table that stands beside it. Each bar bears its own word and number, so that it can be
read in black and white; where two stand side by side, one is dark and one is light.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Any

WIDEST = 46  # percent of the width that the longest bar takes, beside its word and its number
LABEL_LENGTH = 56
BAR, GROUP, GAP = 20, 20, 7  # heights: a bar with its space, the name above a group, the space under it
LINE_HEIGHT, LINE_TOP, LINE_LEFT, LINE_RIGHT = 130, 24, 0, 88
POINTS_NAMED = 4


def chart_of(item: dict[str, Any]) -> dict[str, Any] | None:
    """What to draw of a figure; None when it is no table, or has nothing above 0."""
    chart, value = item.get("chart"), item["value"]
    if not chart or not isinstance(value, dict) or not value["rows"]:
        return None
    drawing = _line(chart, value) if chart["kind"] == "line" else _bars(chart, value)
    return {**drawing, "kind": chart["kind"], "title": item["label"]} if drawing else None


def bars(*columns: int, level: str = "") -> dict[str, Any]:
    """A bar for each of ``columns`` in each row; with ``level`` only in the rows of that level."""
    return {"kind": "bars", "columns": list(columns), "level": level}


def line(column: int) -> dict[str, Any]:
    """The rows as points of one line."""
    return {"kind": "line", "columns": [column]}


def _bars(chart: dict[str, Any], value: dict[str, Any]) -> dict[str, Any] | None:
    levels = value.get("levels") or [""] * len(value["rows"])
    kept = [row for row, level in zip(value["rows"], levels, strict=True) if level == chart["level"]]
    numbers = [_number(row[column]) for row in kept for column in chart["columns"]]
    highest = max(numbers, default=Decimal(0))
    if highest <= 0:
        return None
    single = len(chart["columns"]) == 1
    groups, top = [], 0
    for row in kept:
        first = top + GROUP
        drawn = [
            {
                "label": "" if single else _short(str(value["columns"][column]), 16),
                "value": row[column],
                "width": f"{WIDEST * max(Decimal(0), _number(row[column])) / highest:.2f}",
                "y": first + place * BAR,
                "light": len(chart["columns"]) == 2 and place == 1,
            }
            for place, column in enumerate(chart["columns"])
        ]
        groups.append({"label": _short(str(row[0]), LABEL_LENGTH), "y": top, "bars": drawn})
        top = first + len(drawn) * BAR + GAP
    in_money = any(isinstance(row[column], str) for row in kept for column in chart["columns"])
    return {"groups": groups, "height": top, "single": single, "wide": in_money}


def _line(chart: dict[str, Any], value: dict[str, Any]) -> dict[str, Any] | None:
    rows, column = value["rows"], chart["columns"][0]
    highest = max(_number(row[column]) for row in rows)
    if highest <= 0 or len(rows) < 2:
        return None
    step = Decimal(LINE_RIGHT - LINE_LEFT) / (len(rows) - 1)
    points = [
        {
            "x": f"{LINE_LEFT + step * place:.2f}",
            "y": f"{LINE_TOP + LINE_HEIGHT * (1 - _number(row[column]) / highest):.1f}",
            "label": str(row[0]),
            "value": row[column],
        }
        for place, row in enumerate(rows)
    ]
    last = len(rows) - 1
    named = sorted({round(last * part / (POINTS_NAMED - 1)) for part in range(POINTS_NAMED)})
    anchors = {0: "start", last: "end"}
    return {
        "segments": list(pairwise(points)),
        "points": points,
        "named": [{**points[place], "anchor": anchors.get(place, "middle")} for place in named],
        "scale": [(LINE_TOP + LINE_HEIGHT, 0), (LINE_TOP, int(highest))],
        "floor": LINE_TOP + LINE_HEIGHT,
        "height": LINE_TOP + LINE_HEIGHT + 28,
        "left": LINE_LEFT,
        "right": LINE_RIGHT,
    }


def _number(value: Any) -> Decimal:
    return Decimal(str(value)) if value not in ("", None) else Decimal(0)


def _short(text: str, length: int) -> str:
    """``text`` as it fits in a drawing; whole in the table beside it."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
