"""The library of places: adding one, putting it right, and its picture."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from excursions.models import Place
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.uploads import CleanFile


@action
def add_place(*, by: User | None, picture: CleanFile | None = None, **fields: Any) -> Place:
    """A place for the library. DomainError when one of that name stands in that section already."""
    place = Place(**fields)
    _refuse_twice(place)
    _put_picture(place, picture)
    place.save()
    return place


@action
def change_place(
    *, place: Place, by: User | None, picture: CleanFile | None = None, without_picture: bool = False, **fields: Any
) -> Place:
    """Put a place right; a new ``picture`` takes the place of the old one. DomainError as ``add_place``."""
    locked = Place.objects.select_for_update().get(pk=place.pk)
    for name, value in fields.items():
        setattr(locked, name, value)
    _refuse_twice(locked)
    if picture or without_picture:
        _remove_picture(locked)
    _put_picture(locked, picture)
    locked.save()
    return locked


def _refuse_twice(place: Place) -> None:
    if Place.objects.filter(name=place.name, section=place.section).exclude(pk=place.pk).exists():
        raise DomainError(_("Deze plek staat al in dit deel."), field="name")


def _put_picture(place: Place, picture: CleanFile | None) -> None:
    if picture is not None:
        place.picture = ContentFile(picture.content, f"{picture.sha256[:16]}.{picture.ending}")
    if not place.picture:
        place.picture_alt = place.picture_rights = ""


def _remove_picture(place: Place) -> None:
    """The file goes once the change is safe; a printed booklet keeps its picture on paper."""
    if place.picture:
        storage, name = place.picture.storage, str(place.picture.name)
        transaction.on_commit(lambda: storage.delete(name))
        place.picture = ""
