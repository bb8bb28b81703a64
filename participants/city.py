"""What the view of the whole city tells about people: how far they came per side, and what brought them."""

from typing import Any

from django.utils.translation import gettext as _

from participants.models import Participant, Side
from participants.recruiting.channels import (
    by_channel,
    by_organisation,
    channel_rows_of,
    channel_sheet,
    share_of_told,
    total,
)
from participants.recruiting.funnel import counted_steps
from projects.city import Column, Section, columns, sections
from projects.models import Project

MOST_ORGANISATIONS = 15


@columns.register(10)
def people(projects: list[Project]) -> list[Column]:
    """Registered, signed up, coupled and completed, per side; one query for all."""
    steps = {  # with soft hyphens: eight columns have to stand side by side
        "registered": _("Aan\u00adgemeld"),
        "signed_up": _("Inge\u00adschreven"),
        "coupled": _("Gekop\u00adpeld"),
        "completed": _("Afge\u00adrond"),
    }
    names = {Side.OLD: _("Oud"), Side.NEW: _("Nieuw")}
    rows = Participant.objects.filter(project__in=projects).order_by().values("project", "side")
    counted: list[dict[str, Any]] = [dict(row) for row in rows.annotate(**counted_steps(steps))]
    return [
        Column(
            f"{side}_{step}",
            label,
            {row["project"]: row[step] for row in counted if row["side"] == side},
            group=name,
        )
        for side, name in names.items()
        for step, label in steps.items()
    ]


@sections.register(10)
def recruitment(projects: list[Project]) -> Section:
    """What worked: per channel and per organisation, over all projects; two queries."""
    rows = channel_rows_of(projects)
    organisations = by_organisation(rows)
    context = {
        "channels": by_channel(rows),
        "organisations": organisations[:MOST_ORGANISATIONS],
        "more_organisations": max(0, len(organisations) - MOST_ORGANISATIONS),
        "total": total(rows),
        "total_percent": share_of_told(rows),
    }
    return Section("participants/city_recruitment.html", context, [channel_sheet(rows)])
