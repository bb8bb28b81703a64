"""Taking what was typed out of rows, and out of everything their history kept of it.

Nothing here writes history: a trace of what is to be forgotten would keep it.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q

from mixen.accounts.audit import history_of

DASH = "–"
"""What a text becomes that may not be empty, or of which it counts that there was one."""


def wipe(
    model: type[models.Model],
    numbers: Collection[int],
    *,
    values: Mapping[str, Any],
    dashed: Iterable[str] = (),
    sets: Iterable[str] = (),
) -> None:
    """Give the rows ``numbers`` of ``model`` these ``values``, now and in all of their history.

    Of ``dashed``, what is not empty becomes a dash. ``sets`` are emptied.
    """
    past = history_of(model)
    rows = [model._default_manager.filter(pk__in=numbers)]
    rows += [past._default_manager.filter(id__in=numbers)] if past else []
    for found in rows:
        known = {name: value for name, value in values.items() if has_field(found.model, name)}
        if known:
            found.update(**known)
        for name in dashed:
            if has_field(found.model, name):
                found.exclude(**{name: ""}).update(**{name: DASH})
    for name in sets:
        _empty(model, name, numbers)


def still_say(model: type[models.Model], fields: Mapping[str, Any], dashed: Iterable[str]) -> Q:
    """Which rows of ``model`` (or of its history) hold more than ``wipe`` would leave."""
    found = Q()
    for name, value in fields.items():
        if has_field(model, name):
            found |= Q(**{f"{name}__isnull": False}) if value is None else ~Q(**{name: value})
    for name in dashed:
        if has_field(model, name):
            found |= ~Q(**{f"{name}__in": ["", DASH]})
    return found or Q(pk__in=[])


def remove(model: type[models.Model], numbers: Collection[int]) -> list[str]:
    """Delete the rows ``numbers``, which may be gone already, with all of their history; the names of their files."""
    files = [field.name for field in model._meta.concrete_fields if isinstance(field, models.FileField)]
    rows = model._default_manager.filter(pk__in=numbers)
    names = {str(name) for found in rows.values_list(*files) for name in found if name} if files else set()
    past = history_of(model)
    if past and files:
        kept = past._default_manager.filter(id__in=numbers).values_list(*files)
        names |= {str(name) for found in kept for name in found if name}
    rows.delete()
    if past:
        _forget_history(model, past, numbers)
    return sorted(names)


def numbers_in_history(model: type[models.Model], field: str, wanted: Any) -> set[int]:
    """The rows of ``model``, gone ones too, that once pointed to one of ``wanted`` through ``field``, a key or set."""
    past = history_of(model)
    if past is None:
        return set()
    many = model._meta.get_field(field)
    if not many.many_to_many:
        return set(past._default_manager.filter(**{f"{field}__in": wanted}).values_list("id", flat=True))
    kept = history_of(model, field)
    if kept is None:
        return set()
    rows = kept._default_manager.filter(**{f"{many.m2m_reverse_field_name()}__in": wanted})  # type: ignore[union-attr]
    return set(rows.values_list("history__id", flat=True))


def has_field(model: type[models.Model], name: str) -> bool:
    """Whether ``model`` has a column ``name``; a history leaves some out."""
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def _empty(model: type[models.Model], name: str, numbers: Collection[int]) -> None:
    many: Any = model._meta.get_field(name)
    through = many.remote_field.through
    through._default_manager.filter(**{f"{many.m2m_field_name()}__in": numbers}).delete()
    past, kept = history_of(model), history_of(model, name)
    if past and kept:
        versions = past._default_manager.filter(id__in=numbers).values("history_id")
        kept._default_manager.filter(history__in=versions).delete()


def _forget_history(model: type[models.Model], past: Any, numbers: Collection[int]) -> None:
    versions = past._default_manager.filter(id__in=numbers)
    for many in model._meta.many_to_many:
        if kept := history_of(model, many.name):
            kept._default_manager.filter(history__in=versions.values("history_id")).delete()
    versions.delete()
