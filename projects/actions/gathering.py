"""What people do around one meeting: asking guests, writing the minutes, adding files to them."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.uploads import CleanFile
from projects.models import Guest, Meeting, MeetingFile


@action
def add_guest(*, meeting: Meeting, by: User | None, **facts: Any) -> Guest:
    """Note somebody as a guest of ``meeting``; ``facts`` are the fields of ``Guest``."""
    return Guest.objects.create(meeting=meeting, **facts)


@action
def change_guest(*, guest: Guest, by: User | None, **facts: Any) -> Guest:
    """Put right what is noted of a guest, such as whether they come."""
    for name, value in facts.items():
        setattr(guest, name, value)
    guest.save()
    return guest


@action
def remove_guest(*, guest: Guest, by: User | None) -> None:
    """Take a guest off the list."""
    guest.delete()


@action
def write_minutes(*, meeting: Meeting, minutes: str, by: User | None) -> Meeting:
    """Keep what was told and agreed on."""
    now = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    now.minutes = minutes
    now.save(update_fields=["minutes"])
    return now


@action
def add_meeting_file(*, meeting: Meeting, title: str, file: CleanFile, by: User | None) -> MeetingFile:
    """Keep a file with the minutes of ``meeting``."""
    return MeetingFile.objects.create(
        meeting=meeting,
        title=title,
        file=ContentFile(file.content, f"{file.sha256[:16]}.{file.ending}"),
        media_type=file.media_type,
        added_by=by,
    )


@action
def remove_meeting_file(*, file: MeetingFile, by: User | None) -> None:
    """Delete a file, from the store too."""
    storage, name = file.file.storage, str(file.file.name)
    file.delete()
    transaction.on_commit(lambda: storage.delete(name))
