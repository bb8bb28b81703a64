"""How many people came how far, per side: interested, signed up, came, coupled, completed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from participants.models import Participant, Side, Status
from participants.models.participant import TAKES_PART
from projects.models import Meeting, Project

# Who has a buddy was there, whether or not somebody ticked it.
COUPLED = [Status.COUPLED, Status.COMPLETED]


@dataclass(frozen=True)
class Funnel:
    """The counts of one side. Each step counts who got at least that far, so no step is larger than the one before."""

    side: Side
    target: int
    minimum: int
    maximum: int
    registered: int
    signed_up: int
    came: int
    coupled: int
    completed: int

    @property
    def taking_part(self) -> int:
        """Signed up and not stopped: what is held against the target."""
        return self.signed_up

    @property
    def missing(self) -> int:
        return max(0, self.target - self.taking_part)


def funnels(projects: list[Project]) -> dict[int, list[Funnel]]:
    """Both sides of each project, old first, in one query for all."""
    present_at_mix = Q(attendances__present=True, attendances__meeting__kind=Meeting.Kind.MIX)
    came = (present_at_mix & Q(status__in=TAKES_PART)) | Q(status__in=COUPLED)
    rows = (
        Participant.objects.filter(project__in=projects)
        .order_by()
        .values("project", "side")
        .annotate(
            registered=Count("pk", distinct=True),
            signed_up=Count("pk", filter=Q(status__in=TAKES_PART), distinct=True),
            came=Count("pk", filter=came, distinct=True),
            coupled=Count("pk", filter=Q(status__in=COUPLED), distinct=True),
            completed=Count("pk", filter=Q(status=Status.COMPLETED), distinct=True),
        )
    )
    counted: dict[tuple[int, str], dict[str, Any]] = {(row["project"], row["side"]): dict(row) for row in rows}
    return {
        project.pk: [_funnel(project, side, counted.get((project.pk, side), {})) for side in Side]
        for project in projects
    }


def _funnel(project: Project, side: Side, row: dict[str, Any]) -> Funnel:
    steps = ("registered", "signed_up", "came", "coupled", "completed")
    return Funnel(
        side=side,
        target=project.target_old if side == Side.OLD else project.target_new,
        minimum=project.min_old if side == Side.OLD else project.min_new,
        maximum=project.max_old if side == Side.OLD else project.max_new,
        **{step: row.get(step, 0) for step in steps},
    )
