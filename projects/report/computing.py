"""Working the figures out, and putting them in the order of the report."""

from decimal import Decimal
from typing import Any

from projects.models import Project
from projects.report.charts import chart_of
from projects.report.comparing import comparison
from projects.report.registry import SECTIONS, FigureSpec, Photos, figures, proposals


def compute(project: Project) -> list[dict[str, Any]]:
    """Every figure of ``project`` as it is now: section, key, label, kind, value, definition, target and chart."""
    found = [_item(spec, project, value) for spec in figures if (value := spec.function(project)) is not None]
    beside = comparison(project, headlines(found))
    return [*found, _plain(beside)] if beside else found


def _item(spec: FigureSpec, project: Project, value: Any) -> dict[str, Any]:
    return {
        "section": spec.section,
        "key": spec.key,
        "label": str(spec.label),
        "kind": spec.kind,
        "value": _plain(value),
        "definition": spec.definition,
        "target": spec.target(project) if spec.target else None,
        "chart": spec.chart,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, int) else str(value)


def headlines(computed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures with a target."""
    return [item for item in computed if item.get("target") is not None]


def by_section(
    computed: list[dict[str, Any]], texts: dict[str, str], photos: Photos | None = None
) -> list[dict[str, Any]]:
    """The sections in order, each with its title, text, figures (with what draws them) and, in the course, photos."""
    return [
        {
            "key": key,
            "title": title,
            "text": texts.get(key, ""),
            "figures": [{**item, "drawing": chart_of(item)} for item in computed if item["section"] == key],
            "album": photos.shown if photos and key == "course" else [],
        }
        for key, title in SECTIONS.items()
    ]


def proposed_texts(project: Project) -> dict[str, str]:
    """The text that the rows of ``project`` propose for each section; sections without one are left out."""
    paragraphs: dict[str, list[str]] = {}
    for section, function in proposals:
        text = function(project)
        if text:
            paragraphs.setdefault(section, []).append(text)
    return {key: "\n\n".join(paragraphs[key]) for key in SECTIONS if key in paragraphs}
