"""Where somebody is named in words that no row ties to them, so that a person can take the name out."""

from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q

from participants.held import of_projects
from participants.models import Person

SHORTEST = 4
"""A shorter name stands in too many words."""


class Place(NamedTuple):
    """A text of a project in which the name stands."""

    what: str
    project: str
    row: str


def places_naming(person: Person) -> list[Place]:
    """The texts of this person's projects in which the whole name stands, or the name they go by; what goes by itself
    with the person is left out, and so is a name of one short word."""
    names = {name for name in (person.name, person.call_name, person.own_script_name) if len(name) >= SHORTEST}
    projects = list(person.participations.values_list("project", flat=True))
    found = []
    for held in of_projects if names else []:
        columns = [*held.values, *held.dashed] or _texts(held.model)
        wanted = Q()
        for column in columns:
            for name in names:
                wanted |= Q(**{f"{column}__icontains": name})
        rows: Any = held.model._default_manager.filter(wanted, **{f"{held.way}__in": projects}) if wanted else []
        for row in rows:
            found.append(Place(str(held.model._meta.verbose_name), _project_of(row, held.way), _said(row)))
    return found


def _texts(model: type[models.Model]) -> list[str]:
    kinds = (models.CharField, models.TextField)
    return [one.name for one in model._meta.concrete_fields if isinstance(one, kinds) and not one.flatchoices]


def _project_of(row: Any, way: str) -> str:
    for step in way.split("__"):
        row = getattr(row, step)
    return str(row)


def _said(row: Any) -> str:
    """What the row is called; of a step of a concern, which concern: what was done is read on its own page alone."""
    return str(getattr(row, "concern", row))[:80]
