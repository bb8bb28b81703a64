"""Photos: only of who agreed to it, or on which nobody can be recognised."""

from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.uploads import CleanFile
from participants.models import Participant, Photo
from participants.models.photo import who_agreed_to_photos
from projects.models import Meeting, Project


@action
def add_photo(
    *,
    project: Project,
    file: CleanFile,
    alt: str,
    people: Iterable[Participant],
    nobody_recognisable: bool,
    by: User | None,
    caption: str = "",
    meeting: Meeting | None = None,
) -> Photo:
    """Keep a photo with who is on it, of a ``meeting`` or of the project as a whole.

    Raises DomainError when somebody on it did not agree, or nothing is said.
    """
    shown = _who_may_be_shown(project, people, nobody_recognisable)
    photo = Photo.objects.create(
        project=project,
        meeting=meeting,
        file=ContentFile(file.content, f"{file.sha256[:16]}.{file.ending}"),
        alt=alt,
        caption=caption,
        nobody_recognisable=nobody_recognisable,
        added_by=by,
    )
    photo.people.set(shown)
    return photo


@action
def change_photo(
    *,
    photo: Photo,
    alt: str,
    caption: str,
    people: Iterable[Participant],
    nobody_recognisable: bool,
    by: User | None,
) -> Photo:
    """Put the words and the names right. A blocked photo is not changed: who took consent back would be forgotten."""
    locked = _not_blocked(photo)
    shown = _who_may_be_shown(locked.project, people, nobody_recognisable)
    locked.alt, locked.caption, locked.nobody_recognisable = alt, caption, nobody_recognisable
    locked.save()
    locked.people.set(shown)
    return locked


@action
def choose_photo(*, photo: Photo, in_report: bool, by: User | None) -> Photo:
    """Take a photo into the end report, or out of it. Raises DomainError for a blocked one."""
    locked = _not_blocked(photo) if in_report else Photo.objects.select_for_update().get(pk=photo.pk)
    locked.in_report = in_report
    locked.save()
    return locked


@action
def remove_photo(*, photo: Photo, by: User | None) -> None:
    """Delete a photo and its file; in a final report it stays on paper."""
    storage, name = photo.file.storage, str(photo.file.name)
    photo.delete()
    transaction.on_commit(lambda: storage.delete(name))


def _not_blocked(photo: Photo) -> Photo:
    """The photo, locked. Raises DomainError when somebody on it took their consent back."""
    Photo.objects.select_for_update().get(pk=photo.pk)
    locked = Photo.objects.with_blocked().select_related("project").get(pk=photo.pk)
    if locked.is_blocked:
        raise DomainError(_("Iemand op deze foto wil er niet meer op staan. Haal de foto weg."))
    return locked


def _who_may_be_shown(project: Project, people: Iterable[Participant], nobody: bool) -> list[Participant]:
    wanted = {one.pk for one in people}
    if bool(wanted) == nobody:
        raise DomainError(_("Kies wie er op de foto staan, of kruis aan dat niemand te herkennen is."), field="people")
    agreed = list(who_agreed_to_photos(project).filter(pk__in=wanted))
    if len(agreed) < len(wanted):
        raise DomainError(_("Iemand op deze foto gaf geen toestemming voor foto's."), field="people")
    return agreed
