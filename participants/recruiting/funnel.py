"""How many people came how far, per side: interested, signed up, came, coupled, completed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from participants.models import Participant, Side, Status
from participants.models.participant import TAKES_PART
from projects.models import Meeting, Project

# Who has a buddy was there, whether or not somebody ticked it.
COUPLED = [Status.COUPLED, Status.COMPLETED]
STEPS = ("registered", "signed_up", "came", "coupled", "completed")


def counted_steps(steps: Iterable[str] = STEPS) -> dict[str, Count]:
    """What each of ``steps`` of the funnel counts, for every query that counts people by how far they came.

    Each step counts who got at least that far, so no step is larger than the one before. Without ``came`` nobody's
    attendances are looked at, so that there is a row for each person and nobody has to be told apart.
    """
    wanted = tuple(steps)
    present_at_mix = Q(attendances__present=True, attendances__meeting__kind=Meeting.Kind.MIX)
    conditions: dict[str, Q | None] = {
        "registered": None,
        "signed_up": Q(status__in=TAKES_PART),
        "came": (present_at_mix & Q(status__in=TAKES_PART)) | Q(status__in=COUPLED),
        "coupled": Q(status__in=COUPLED),
        "completed": Q(status=Status.COMPLETED),
    }
    return {step: Count("pk", filter=conditions[step], distinct="came" in wanted) for step in wanted}


@dataclass(frozen=True)
class Funnel:
    """The counts of one side, beside how many people the project wants of it."""

    side: Side
    target: int
    minimum: int
    maximum: int
    waiting: int
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
        """How many are still needed for the target."""
        return max(0, self.target - self.taking_part)

    @property
    def missing_for_minimum(self) -> int:
        return max(0, self.minimum - self.taking_part)

    @property
    def places_free(self) -> int:
        """How many may still sign up; who comes after that waits."""
        return max(0, self.maximum - self.taking_part)

    @property
    def is_full(self) -> bool:
        return self.places_free == 0

    @property
    def scale(self) -> int:
        """The end of a bar of this side: walk-ins may go over the maximum."""
        return max(self.maximum, self.taking_part)


def funnels(projects: list[Project]) -> dict[int, list[Funnel]]:
    """Both sides of each project, old first, in one query for all."""
    rows = (
        Participant.objects.filter(project__in=projects)
        .order_by()
        .values("project", "side")
        .annotate(waiting=Count("pk", filter=Q(status=Status.WAITING), distinct=True), **counted_steps())
    )
    counted: dict[tuple[int, str], dict[str, Any]] = {(row["project"], row["side"]): dict(row) for row in rows}
    return {
        project.pk: [_funnel(project, side, counted.get((project.pk, side), {})) for side in Side]
        for project in projects
    }


def _funnel(project: Project, side: Side, row: dict[str, Any]) -> Funnel:
    return Funnel(
        side=side,
        target=project.target_old if side == Side.OLD else project.target_new,
        minimum=project.min_old if side == Side.OLD else project.min_new,
        maximum=project.max_old if side == Side.OLD else project.max_new,
        **{step: row.get(step, 0) for step in ("waiting", *STEPS)},
    )
