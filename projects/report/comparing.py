"""The headlines of a project beside those in the final reports of earlier ones in the same district.

The district reads the report, and what is of another district is not for it; the coordinator compares districts in the
view of the whole city.
"""

from inspect import cleandoc
from typing import Any

from django.utils.translation import gettext as _

from projects.models import EndReport, Project

MOST_PROJECTS = 20  # the latest: as many as fit on one page


def comparison(project: Project, mine: list[dict[str, Any]]) -> dict[str, Any] | None:
    """De hoofdcijfers van dit project naast die in het nieuwste vastgestelde verslag van eerdere projecten in dit
    stadsdeel.

    Het zijn ten hoogste 20 projecten, de laatste bovenaan; oefenprojecten staan er niet bij. Een streepje betekent dat
    het cijfer in dat verslag niet voorkomt.
    """
    earlier = _earlier_reports(project)
    if not earlier or not mine:
        return None
    rows = [[_("Dit project"), *[item["value"] for item in mine]]]
    rows += [_row(report, [item["key"] for item in mine]) for report in earlier]
    return {
        "section": "results",
        "key": "projects.comparison",
        "label": _("Naast eerdere projecten"),
        "kind": "table",
        "value": {"columns": [_("Project"), *[item["label"] for item in mine]], "rows": rows},
        "definition": " ".join(cleandoc(comparison.__doc__ or "").split()),
        "target": None,
        "chart": None,
    }


def _earlier_reports(project: Project) -> list[EndReport]:
    """The newest final report of each real project of the district that began before this one, the latest first."""
    found = (
        EndReport.objects.final()
        .filter(
            project__district=project.district_id,
            project__is_practice=False,
            project__starts_on__lt=project.starts_on,
        )
        .exclude(project=project.pk)
        .select_related("project")
        .defer("texts")
        .order_by("-project__starts_on", "project", "-version")
    )
    newest: dict[int, EndReport] = {}
    for report in found:
        newest.setdefault(report.project_id, report)
    return list(newest.values())[:MOST_PROJECTS]


def _row(report: EndReport, keys: list[str]) -> list[Any]:
    known = {item["key"]: item["value"] for item in report.figures or []}
    return [report.project.name, *[known.get(key, "–") for key in keys]]
