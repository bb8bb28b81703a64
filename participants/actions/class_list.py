"""Registering everybody on a class list at once: all of them or nobody."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.registration import register
from participants.doubles.likeness import WITHIN_LIST, Index, Traits
from participants.models import ErasedRegistration, Participant, Side
from projects.models import Project


class NewRow(NamedTuple):
    """One person of the list. ``key`` was minted when the list was first shown."""

    key: UUID
    person: dict[str, Any]
    part: dict[str, Any]
    even_if_known: bool = False


@action
def add_class_list(
    *, project: Project, side: Side | str, part: dict[str, Any], rows: Sequence[NewRow], by: User | None
) -> list[Participant]:
    """Register the people in ``rows``, ``part`` holding for all of them. Gives the new ones.

    A list that is confirmed again adds nobody, and who was erased stays erased. Raises DomainError for bad fields,
    and when somebody on the list was registered meanwhile and it was not said that this is somebody else.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    keys = [row.key for row in rows]
    done = set(Participant.objects.filter(registration_key__in=keys).values_list("registration_key", flat=True))
    done |= set(ErasedRegistration.objects.filter(key__in=keys).values_list("key", flat=True))
    new = [row for row in rows if row.key not in done]
    _refuse_known(project, new, keys)
    return [
        register(project=project, side=side, person=row.person, part={**part, **row.part}, key=row.key, by=by)
        for row in new
    ]


def _refuse_known(project: Project, rows: Sequence[NewRow], keys: Sequence[UUID]) -> None:
    there: Index[str] = Index(WITHIN_LIST)
    others = project.participants.exclude(registration_key__in=keys)
    for name, phone, email in others.values_list("person__name", "person__phone", "person__email"):
        there.add(name, Traits(name, phone, email))
    for row in rows:
        traits = Traits(row.person["name"], row.person.get("phone", ""), row.person.get("email", ""))
        if not row.even_if_known and there.like(traits):
            raise DomainError(
                _("%(name)s is intussen aangemeld. Kijk de lijst nog eens na.") % {"name": row.person["name"]}
            )
