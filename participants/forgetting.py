"""Taking a person out of everything that is held: the rows, their histories, and the files.

Called within an action; it decides nothing about who is forgotten or why (``actions/erasing.py`` does).
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from mixen.accounts.wiping import remove, wipe
from participants.held import forgetters, holdings, of_projects
from participants.models import DiscardedFile, ErasedRegistration, NotTheSame, Participant, Person
from projects.models import Project

logger = logging.getLogger(__name__)
FORGOTTEN = "Verwijderd"
"""What stands where a name was; not translated, as the same word stands there for every reader."""
PERSON = {
    "name": FORGOTTEN,
    "name_folded": "",
    "call_name": "",
    "own_script_name": "",
    "pronunciation": "",
    "women_only": False,
    "gender": "",
    "birth_year": None,
    "phone": "",
    "email": "",
    "reach": "",
    "language": "nl",
    "street": "",
    "postcode": "",
    "country": "",
    "has_stadspas": False,
    "has_children": None,
}
SETTLES = timedelta(minutes=10)
"""A discarded file that is older belongs to a deed that was killed before it could remove it."""


def keys_of(people: Iterable[Participant]) -> set[UUID]:
    """The registration keys of ``people``, and of every double that was merged into them."""
    keys = {one.registration_key for one in people}
    more = keys
    while more:
        merged = set(ErasedRegistration.objects.filter(into__in=more).values_list("key", flat=True))
        more = merged - keys
        keys |= more
    return keys


def numbers_of(people: Iterable[Participant]) -> set[int]:
    """The numbers of ``people``, and of the doubles that history still knows under theirs."""
    past = Participant.history.filter(registration_key__in=keys_of(people))
    return {one.pk for one in people} | set(past.values_list("id", flat=True))


def forget_part(participant: Participant) -> None:
    """Let go of all that is held of somebody's part in one project, except who they are."""
    numbers = numbers_of([participant])
    for forget in forgetters:
        forget(numbers)
    for held in holdings:
        discard(held.forget(numbers))
    _sign_off(Participant.objects.get(pk=participant.pk))


def forget_person(person: Person, why: str) -> set[UUID]:
    """Let go of who somebody is, whose parts are all forgotten; the keys that are on the erasure list now."""
    parts = list(person.participations.all())
    keys, numbers = keys_of(parts), numbers_of(parts)
    persons = {person.pk} | set(Participant.history.filter(id__in=numbers).values_list("person_id", flat=True))
    # A double that was merged leaves a history under a number of its own; nobody else ever had that number.
    persons -= set(Person.objects.filter(pk__in=persons).exclude(pk=person.pk).values_list("pk", flat=True))
    unlike = [*person.unlike_first.all(), *person.unlike_second.all()]
    gone = {row.pk for row in unlike} | _decisions_in_history(persons)
    remove(NotTheSame, gone)
    wipe(Person, persons, values=PERSON, sets=("languages",))
    _sign_off(Person.objects.get(pk=person.pk))
    for part in parts:
        wipe(Participant, {part.pk}, values={"registration_key": uuid4()})
    wipe(Participant, numbers - {part.pk for part in parts}, values={"registration_key": uuid4()})
    list_as_erased(keys, why)
    return keys


def _sign_off(row: Person | Participant) -> None:
    """The one version that is written: who forgot them and when, of a row that says nothing any more."""
    row.forgotten_on = timezone.localdate()
    row.save(update_fields=["forgotten_on"])


def _decisions_in_history(persons: set[int]) -> set[int]:
    past = NotTheSame.history.filter(first__in=persons) | NotTheSame.history.filter(second__in=persons)
    return set(past.values_list("id", flat=True))


def list_as_erased(keys: Iterable[UUID], why: str) -> None:
    """Put ``keys`` on the erasure list; a key that was merged away now stands there as erased."""
    today = timezone.localdate()
    rows = [ErasedRegistration(key=key, why=why, erased_on=today) for key in keys]
    ErasedRegistration.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=["why", "erased_on"]
    )


def forget_project(project: Project) -> None:
    """Let go of the words about people that belong to ``project`` and to no participant."""
    for held in of_projects:
        discard(held.forget(project))


def discard(names: Iterable[str]) -> None:
    """Remove the files ``names`` once the transaction is certain; until then they are on record as discarded."""
    wanted = sorted(set(names))
    if not wanted:
        return
    DiscardedFile.objects.bulk_create([DiscardedFile(name=name) for name in wanted], ignore_conflicts=True)
    transaction.on_commit(partial(_remove_files, wanted))


def remove_discarded_files() -> int:
    """Remove the files that were discarded and are still there, because something was killed; their number."""
    rows = DiscardedFile.objects.filter(discarded_at__lt=timezone.now() - SETTLES)
    return _remove_files(list(rows.values_list("name", flat=True)))


def _remove_files(names: list[str]) -> int:
    removed = 0
    for name in names:
        try:
            default_storage.delete(name)
        except OSError:
            logger.exception("a discarded file could not be removed; the next run tries again")
            continue
        DiscardedFile.objects.filter(name=name).delete()
        removed += 1
    return removed
