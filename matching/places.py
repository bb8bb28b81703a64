"""Where couples may go, as a higher app knows it: names to choose from when a meeting is noted."""

from collections.abc import Callable
from typing import NamedTuple

from projects.models import Project
from projects.registry import Registry


class PlaceToGo(NamedTuple):
    """One place: how the higher app knows it again, its name, and what stands in a list to choose from."""

    key: str
    name: str
    label: str


# Groups of places, each group under its own title, in the language that is on.
Groups = list[tuple[str, list[PlaceToGo]]]
places: Registry[Callable[[Project], Groups]] = Registry("outing_places")


def places_for(project: Project) -> Groups:
    """The places that are proposed to the couples of ``project``, by group."""
    return [group for ask in places for group in ask(project)]
