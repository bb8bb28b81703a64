"""What points at an organisation, in whatever app: the keys that are moved when two become one."""

from typing import Any

from django.db import models

from projects.models import Organisation


def references() -> list[Any]:
    """Every key of any app that points at an organisation, hidden ones too; histories keep what was."""
    found = Organisation._meta.get_fields(include_hidden=True)
    return [
        field
        for field in found
        if isinstance(field, models.ManyToOneRel) and not field.related_model.__name__.startswith("Historical")
    ]
