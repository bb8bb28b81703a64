"""Taking in a whole registration, from a tablet, a phone or paper: stored once, or parked for a person to look at."""

from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action, one_row_each
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.registration import OtherProject, change_person, register_once
from participants.actions.signing_up import Signed, sign_up
from participants.models import ConsentText, ErasedRegistration, Parked, Participant, Side, Status, Tablet
from participants.registration.keepable import keepable
from projects.models import Project


class Erased(DomainError):
    """This registration was erased; it stays erased, however often it is sent."""


class OtherContent(DomainError):
    """Under this key something else was registered before."""


class Joining(NamedTuple):
    """A whole registration, checked: who somebody is, what matters for a match, and how they signed."""

    side: Side | str
    person: dict[str, Any]
    part: dict[str, Any]
    also: list[ConsentText.Kind]
    country: str
    signed: Signed


def _person(joining: Joining) -> dict[str, Any]:
    return {**joining.person, "language": joining.signed.language}


@action
@one_row_each()
def join(*, project: Project, key: UUID, digest: str, joining: Joining, by: User | None) -> tuple[Participant, bool]:
    """Register somebody and sign them up for good; True when this was the first time.

    ``digest`` is the fingerprint of what was typed: the same under the same ``key`` answers with the first one.
    Raises Erased, OtherContent, and DomainError for bad fields.
    """
    _refuse_erased(key)
    part = {**joining.part, "registration_digest": digest}
    person = _person(joining)
    if ConsentText.Kind.COUNTRY in joining.also:
        person["country"] = joining.country
    try:
        made, is_new = register_once(project=project, side=joining.side, person=person, part=part, key=key, by=by)
    except OtherProject as error:
        raise OtherContent(error.message) from error
    if made.registration_digest != digest:
        raise OtherContent(_("Deze aanmelding is er al, met andere gegevens."))
    if not is_new and (made.status != Status.INTERESTED or made.signatures.exists()):
        return made, False
    sign_up(
        participant=made,
        signed_as=joining.signed.name,
        also=joining.also,
        country=joining.country,
        signed=joining.signed,
        is_new=is_new,
        by=by,
    )
    return made, True


def _refuse_erased(key: UUID) -> None:
    if ErasedRegistration.objects.filter(key=key).exists():
        raise Erased(_("Deze aanmelding is gewist en komt niet terug."))


@action
def park(
    *,
    project: Project,
    key: UUID,
    digest: str,
    answers: dict[str, list[str]],
    why: Parked.Why,
    faults: dict[str, list[str]],
    by: User | None,
    tablet: Tablet | None = None,
) -> Parked:
    """Keep a registration that could not be accepted as it was; the same one sent again is the same row.

    Raises Erased: of what was erased nothing is kept, not even when it is wrong.
    """
    _refuse_erased(key)
    facts = {"answers": keepable(answers), "why": why, "faults": keepable(faults)}
    row, _made = Parked.objects.get_or_create(
        key=key, digest=digest, defaults={"project": project, "tablet": tablet, **facts}
    )
    return row


def _open(parked: Parked) -> Parked:
    """The locked row. Raises DomainError when somebody else solved it meanwhile."""
    row = Parked.objects.select_for_update().get(pk=parked.pk)
    if row.outcome:
        raise DomainError(_("Iemand anders heeft deze aanmelding intussen opgelost."))
    return row


def _solve(row: Parked, outcome: Parked.Outcome, by: User | None, **also: Any) -> Parked:
    for name, value in {"outcome": outcome, "solved_at": timezone.now(), "solved_by": by, **also}.items():
        setattr(row, name, value)
    row.answers = {}  # what was typed now stands with the participant, or was not wanted
    row.save()
    return row


@action
def solve_by_registering(*, parked: Parked, joining: Joining, by: User | None) -> Participant:
    """Register what was parked, as a person corrected it. Under a key that was used, what stands there is replaced.

    Raises DomainError for bad fields, and Erased.
    """
    row = _open(parked)
    standing = Participant.objects.filter(registration_key=row.key, project=row.project).first()
    if standing:
        participant = change_person(participant=standing, person=_person(joining), part=joining.part, by=by)
    else:
        participant, _first = join(project=row.project, key=row.key, digest=row.digest, joining=joining, by=by)
    _solve(row, Parked.Outcome.REGISTERED, by, participant=participant)
    return participant


@action
def drop_parked(*, parked: Parked, reason: str, by: User | None) -> Parked:
    """Do not use a parked registration; what was typed is removed, the reason stays."""
    row = _open(parked)
    kept = row.why == Parked.Why.OTHER_CONTENT
    return _solve(row, Parked.Outcome.KEPT if kept else Parked.Outcome.DROPPED, by, reason=reason)
