"""How a record is connected to the person and the project it is about: the shortest way along its foreign keys.

Found from the models themselves, so that what a higher app adds is in the trail without being named here.
"""

from collections import deque
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from participants.models import Participant, Person
from projects.models import Meeting, Project

OUR_APPS = ("accounts", "projects", "participants", "matching", "excursions")


@cache
def kept_models() -> tuple[type[models.Model], ...]:
    """Every model of ours that keeps its history; the sets that history keeps beside it are part of it."""
    found = [model for app in OUR_APPS for model in apps.get_app_config(app).get_models()]
    return tuple(model for model in found if hasattr(model, "history") and not model.__name__.startswith("Historical"))


@cache
def way_to(model: type[models.Model], target: type[models.Model]) -> str | None:
    """The lookup from ``model`` to the number of its ``target``, such as ``member__participant__person_id``.

    ``pk`` for the target itself, None where no way leads there.
    """
    if model is target:
        return "pk"
    seen = {model}
    waiting: deque[tuple[type[models.Model], str]] = deque([(model, "")])
    while waiting:
        here, way = waiting.popleft()
        for field in _keys_of(here):
            if field.related_model is target:
                return f"{way}{field.name}_id"
            if field.related_model not in seen:
                seen.add(field.related_model)
                waiting.append((field.related_model, f"{way}{field.name}__"))
    return None


def _keys_of(model: type[models.Model]) -> list[Any]:
    """Foreign keys to models of ours, those that are never empty first.

    An account leads nowhere, and a project or person is the end of a way.
    """
    if model in (Project, Person):
        return []
    keys: list[Any] = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    ours = [field for field in keys if field.related_model._meta.app_label in OUR_APPS[1:]]
    return sorted(ours, key=lambda field: field.null)


def way_to_person(model: type[models.Model]) -> str | None:
    """The lookup to the person a record is about."""
    return way_to(model, Person)


def way_to_project(model: type[models.Model]) -> str | None:
    """The lookup to the project a record is about."""
    return way_to(model, Project)


class Member(NamedTuple):
    """``model`` says who is in a record called ``label``: the key to that record, and the way to the person."""

    label: str
    model: type[models.Model]
    key: str
    way: str


@cache
def members() -> tuple[Member, ...]:
    """What says who is in a record that is itself about nobody, such as a sign-up for an excursion.

    Not of a project and a meeting: paper of those names more people than have a row that points to them.
    """
    found = []
    for model in kept_models():
        way = None if model is Participant else way_to_person(model)
        for field in _keys_of(model) if way else []:
            whole = field.related_model
            if whole not in (Project, Meeting) and way_to_person(whole) is None:
                found.append(Member(whole._meta.label, model, field.attname, str(way)))
    return tuple(found)
