"""Erasing people: on their own request, when their time is over, and again after an old copy was put back."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants import erasure_list
from participants.actions.status import become_stopped
from participants.erasure_list import Entry
from participants.forgetting import forget_part, forget_person, list_as_erased
from participants.leaving import left, part_from_others
from participants.models import ErasedRegistration, Participant, Person, Status

Why = ErasedRegistration.Why


class Replayed(NamedTuple):
    """What ``replay`` did: how many people it erased, and how many keys were done already or belong to nobody."""

    erased: int
    known: int
    unknown: int


@action
def erase_person(*, person: Person, by: User | None, why: str = Why.ASKED) -> Person:
    """Let go of all that is held of ``person``, in every project; counts and amounts stay. Done twice it does nothing.

    A couple ends first, and its others are told and called. Raises DomainError for who comes into one meanwhile. The
    registration keys go on the erasure list, so that
    nothing that is sent again brings them back.
    """
    parts = list(person.participations.order_by("pk"))
    for part in parts:
        _leave(part, by)
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.forgotten_on:
        return locked
    # Again, as somebody may have been registered for another project meanwhile.
    for part in Participant.objects.select_for_update().filter(person=locked).order_by("pk"):
        if part.pk not in {one.pk for one in parts}:
            _leave(part, by)
        forget_part(part)
    forget_person(locked, why)
    # What goes wrong with the file is made up for by the daily run; the person is erased all the same.
    transaction.on_commit(erasure_list.save, robust=True)
    return Person.objects.get(pk=locked.pk)


@action
def forget_participation(*, participant: Participant, by: User | None) -> None:
    """Let go of what one project holds of somebody who is still within the term of another."""
    _leave(participant, by)
    locked = Participant.objects.select_for_update().get(pk=participant.pk)
    if locked.forgotten_on is None:
        forget_part(locked)


def _leave(participant: Participant, by: User | None) -> None:
    """End what still goes on: the couple, places on excursions, and waiting for a buddy."""
    if participant.forgotten_on:
        return
    part_from_others(participant, by)
    now = Participant.objects.select_for_update().get(pk=participant.pk)
    if now.forgotten_on:
        return
    if now.status == Status.COUPLED:
        raise DomainError(_("Deze deelnemer kwam net in een koppel. Probeer het nog een keer."))
    if now.may_become(Status.STOPPED):
        become_stopped(participant=now, reason="", by=by)
    else:
        left(now, by)


@action
def replay(*, entries: Iterable[Entry], by: User | None) -> Replayed:
    """Erase again everybody who is on the list, after an older copy of the database was put back.

    All or nothing, and run twice it does nothing more. Keys that nobody has go on the list here too.
    """
    erased = known = unknown = 0
    for entry in entries:
        standing = ErasedRegistration.objects.filter(key=entry.key).exclude(why=Why.MERGED).exists()
        found = Participant.objects.filter(registration_key=entry.key).select_related("person").first()
        if found and found.person.forgotten_on is None:
            erase_person(person=found.person, why=entry.why, by=by)
            erased += 1
        elif standing:
            known += 1
        else:
            list_as_erased([entry.key], entry.why)
            unknown += 1
    return Replayed(erased, known, unknown)
