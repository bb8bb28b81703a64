"""How many people an organisation brought to each project: counts, never names."""

from typing import Any

from django.utils.translation import gettext as _

from participants.models import Participant
from participants.recruiting.funnel import counted_steps
from projects.models import Organisation, Project
from projects.organisations import Brought, counters


@counters.register(10)
def people(organisation: Organisation, projects: list[Project]) -> list[Brought]:
    """Who heard of the project there: how many registered, and how many of them signed up for good."""
    rows = Participant.objects.filter(heard_from=organisation, project__in=projects).order_by().values("project")
    found: list[dict[str, Any]] = [dict(row) for row in rows.annotate(**counted_steps())]
    labels = {"registered": _("Aangemeld"), "signed_up": _("Ingeschreven")}
    return [Brought(label, {row["project"]: row[step] for row in found}) for step, label in labels.items()]
