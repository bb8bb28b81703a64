"""What the weights of a project did to its last proposal, for who sets them."""

from dataclasses import dataclass
from typing import Any

from matching.models import Draft, Weights
from projects.models import Project


@dataclass(frozen=True)
class Weighed:
    """One criterion: what it is called, how heavy it is, and to how many pairs it gave how many points."""

    name: str
    weight: int
    pairs: int
    points: int


@dataclass(frozen=True)
class Example:
    """The last proposal, criterion by criterion, and one couple of it as an example."""

    criteria: list[Weighed]
    pairs: int
    couple: str
    points: list[tuple[str, int]]


def example_of(project: Project) -> Example | None:
    """None before a first proposal was made."""
    draft = Draft.objects.standing().filter(board__meeting__project=project).order_by("-made_at").first()
    if draft is None or not draft.answer["couples"]:
        return None
    weights = (Weights.objects.filter(project=project).first() or Weights()).as_dict()
    names = {name: str(Weights._meta.get_field(name).verbose_name) for name in Weights.CRITERIA}  # type: ignore[union-attr]
    pairs = [points for couple in draft.answer["couples"] for points in couple["points"].values()]
    criteria = [
        Weighed(
            names[name],
            weights[name],
            sum(points[name] > 0 for points in pairs),
            sum(points[name] for points in pairs),
        )
        for name in Weights.CRITERIA
    ]
    best = max(draft.answer["couples"], key=_total)
    one = next(iter(best["points"]))
    people = {str(row.pk): row.person.goes_by for row in project.participants.select_related("person")}
    points = [(names[name], value) for name, value in best["points"][one].items()]
    return Example(criteria, len(pairs), f"{people[best['old']]} – {people[one]}", points)


def _total(couple: dict[str, Any]) -> int:
    return max(sum(points.values()) for points in couple["points"].values())
