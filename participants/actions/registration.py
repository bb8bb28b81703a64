"""Registering, attending, changing and leaving."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action, fill, one_row_each
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.status import become_stopped, move
from participants.models import Attendance, Participant, Person, Side, Status
from projects.models import Meeting, Project

PERSON_SETS = ("languages",)
PARTICIPANT_SETS = ("interests",)


def _save(row: Any, sets: Iterable[str], values: dict[str, Any]) -> None:
    """Fill ``row`` with ``values``, hold it against every rule of its model, and save it with its sets."""
    with _by_the_rules(row):
        _write(row, sets, values)


@contextmanager
def _by_the_rules(*rows: Any) -> Iterator[None]:
    """Within it ``rows`` are written, all or none; DomainError says which rule of theirs was broken.

    What goes over several fields or rows the database holds. Only when it refuses, the same rules are asked which it
    was: asking beforehand takes a query for each of them, for every row that is right.
    """
    new = [row for row in rows if row.pk is None]
    try:
        with transaction.atomic(), one_row_each():
            yield
    except ValidationError as error:
        raise _refusal(error) from error
    except IntegrityError:
        for row in rows:
            try:
                # What a new row refers to may be new as well, and is not there any more.
                row.full_clean(exclude=_relations(row) if row in new else None)
            except ValidationError as error:
                raise _refusal(error) from error
        raise


def _refusal(error: ValidationError) -> DomainError:
    field, messages = next(iter(error.message_dict.items()))
    return DomainError(messages[0], field=None if field == NON_FIELD_ERRORS else field)


def _relations(row: Any) -> set[str]:
    return {field.name for field in row._meta.fields if field.is_relation}


def _write(row: Any, sets: Iterable[str], values: dict[str, Any]) -> None:
    """Fill ``row``, hold each value against its field, and save it with its sets."""
    many = {name: values.pop(name) for name in sets if name in values}
    for name, value in values.items():
        setattr(row, name, value)
    is_new = row.pk is None
    row.full_clean(exclude=_relations(row), validate_unique=False, validate_constraints=False)
    row.save()
    for name, value in many.items():
        if is_new:
            fill(row, name, value)
        else:
            getattr(row, name).set(value)


class OtherProject(DomainError):
    """This key belongs to a registration for another project."""


@action
def register(
    *,
    project: Project,
    side: Side | str,
    person: dict[str, Any],
    by: User | None,
    part: dict[str, Any] | None = None,
    key: UUID | None = None,
    on: date | None = None,
) -> Participant:
    """Note somebody's interest.

    ``person`` and ``part`` are the fields of Person and of Participant. ``key`` is minted with the form: the same
    key sent twice answers with the first registration and stores nothing. Raises DomainError for bad fields.
    """
    return register_once(project=project, side=side, person=person, by=by, part=part, key=key, on=on)[0]


@action
def register_once(
    *,
    project: Project,
    side: Side | str,
    person: dict[str, Any],
    by: User | None,
    part: dict[str, Any] | None = None,
    key: UUID | None = None,
    on: date | None = None,
) -> tuple[Participant, bool]:
    """``register``, and whether it stored something. Raises OtherProject when the key was used for another project."""
    key = key or uuid4()
    participant = Participant(
        project=project, side=side, registration_key=key, registered_on=on or timezone.localdate()
    )
    somebody = Person()
    try:
        with _by_the_rules(somebody, participant):
            _write(somebody, PERSON_SETS, dict(person))
            participant.person = somebody
            _write(participant, PARTICIPANT_SETS, dict(part or {}))
    except (IntegrityError, DomainError):
        # Sent twice: the other one was stored first, long ago or at this moment. The database says so; to ask it
        # beforehand would cost everybody a query.
        if first := _registered(project, key):
            return first, False
        raise
    return participant, True


def _registered(project: Project, key: UUID) -> Participant | None:
    """What was registered for ``project`` under ``key``."""
    found = Participant.objects.filter(registration_key=key).first()
    if found and found.project_id != project.pk:
        raise OtherProject(_("Deze aanmelding hoort bij een ander project."))
    return found


@action
def note_attendance(*, meeting: Meeting, participant: Participant, present: bool, by: User | None) -> Attendance:
    """Note whether somebody came; said again, the last word counts.

    Raises DomainError for somebody of another project, a meeting to come, and one that was closed.
    """
    if participant.project_id != meeting.project_id:
        raise DomainError(_("Deze deelnemer hoort bij een ander project."))
    if Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk).closed_at:
        raise DomainError(
            _("Deze bijeenkomst is afgesloten. Heropen die eerst. Dat doet de projectleider of de coördinator.")
        )
    if meeting.day > timezone.localdate():
        raise DomainError(_("Deze bijeenkomst moet nog komen. Vink aan wie er is als het zover is."))
    row, _made = Attendance.objects.update_or_create(
        meeting=meeting, participant=participant, defaults={"present": present, "noted_by": by}
    )
    return row


@action
def change_person(
    *, participant: Participant, person: dict[str, Any], part: dict[str, Any], by: User | None
) -> Participant:
    """Change what was registered. Raises DomainError for bad fields."""
    # What others decided since the form was opened stands: above all that somebody is kept from being matched.
    now = Participant.objects.select_for_update().get(pk=participant.pk)
    participant.status, participant.not_matched_since = now.status, now.not_matched_since
    _save(participant.person, PERSON_SETS, dict(person))
    _save(participant, PARTICIPANT_SETS, dict(part))
    return participant


@action
def assign_ambassador(*, participant: Participant, ambassador: User | None, by: User | None) -> Participant:
    """Say which ambassador keeps contact; None takes it back."""
    if ambassador and not participant.project.memberships.filter(user=ambassador).exists():
        raise DomainError(_("Deze ambassadeur zit niet in het team van dit project."), field="ambassador")
    participant.ambassador = ambassador
    participant.save(update_fields=["ambassador"])
    return participant


@action
def withdraw(*, participant: Participant, reason: str, by: User | None) -> Participant:
    """Somebody without a couple leaves the project. Who is in a couple leaves through the couple."""
    now = Participant.objects.select_for_update().get(pk=participant.pk)
    if now.status == Status.COUPLED:
        raise DomainError(_("Deze deelnemer zit in een koppel. Stop eerst het koppel."))
    return become_stopped(participant=participant, reason=reason, by=by)


@action
def return_to_project(*, participant: Participant, by: User | None) -> Participant:
    """Somebody who stopped wants to take part again; they sign up for good anew."""
    return move(participant, Status.INTERESTED)
