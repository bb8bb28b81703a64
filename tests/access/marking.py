"""Writes a mark into every text, list and file of the rows about somebody, and looks for it again."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, models, transaction

from mixen.accounts.audit import history_of

MARK = "GEHEIMWOORD"
IN_JSON = {"name": [MARK], MARK: [MARK]}


def free_fields(model: type[models.Model]) -> list[Any]:
    """The columns of ``model`` in which anything may stand that somebody typed, drew or uploaded."""
    kinds = (models.CharField, models.TextField, models.JSONField, models.FileField)
    return [one for one in model._meta.concrete_fields if isinstance(one, kinds) and not one.choices]


def mark_rows(model: type[models.Model], numbers: set[int]) -> int:
    """Mark the rows ``numbers`` and their history; how many columns were marked."""
    marked = 0
    past = history_of(model)
    for field in free_fields(model):
        for number in numbers:
            value = _marked(model, field, number)
            places = [model._default_manager.filter(pk=number)]
            if past and field.name in {one.name for one in past._meta.concrete_fields}:
                places.append(past._default_manager.filter(id=number))
            for rows in places:
                # What a rule of the table forbids cannot stand there either: a dish has one who brings it.
                with suppress(IntegrityError), transaction.atomic():
                    marked += rows.update(**{field.name: value})
    return marked


def _marked(model: type[models.Model], field: Any, number: int) -> Any:
    if isinstance(field, models.FileField):
        row: Any = model._default_manager.filter(pk=number).first()
        old = str(getattr(row, field.name)) if row else ""
        if old and default_storage.exists(old):
            default_storage.delete(old)
            return default_storage.save(old, ContentFile(MARK.encode()))
        return old
    if isinstance(field, models.JSONField):
        return IN_JSON
    text = MARK + str(number) if field.unique else MARK
    return text[: field.max_length] if field.max_length else text


def places_of(mark: str) -> list[str]:
    """Every column of every table, and every file, in which ``mark`` stands: ``table.column`` or the file's name."""
    found = []
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [one[0] for one in cursor.description or []]
            rows = cursor.fetchall()
            found += [f"{table}.{name}" for at, name in enumerate(names) if any(mark in str(row[at]) for row in rows)]
    return found + [name for name in all_files() if mark.encode() in _content(name)]


def everything_kept() -> str:
    """All of the database, to look for several marks at once."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found.append(str(cursor.fetchall()))
    return "\n".join(found)


def _content(name: str) -> bytes:
    with default_storage.open(name) as file:
        content: bytes = file.read()
    return content


def all_files(folder: str = "") -> Iterator[str]:
    """The names of all files in the store."""
    if not default_storage.exists(folder):
        return
    folders, names = default_storage.listdir(folder)
    yield from (f"{folder}{name}" for name in names)
    for one in folders:
        yield from all_files(f"{folder}{one}/")


def ours() -> list[type[models.Model]]:
    """Every model of ours; no histories, no tables between two."""
    names = ("accounts", "projects", "participants", "matching", "excursions")
    found = [model for name in names for model in apps.get_app_config(name).get_models()]
    return [model for model in found if not model.__name__.startswith("Historical")]
