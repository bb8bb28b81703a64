"""Signing up for good: consent with a signature, the waiting list of a full project, and taking consent back."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action, insert, write_history_so_far
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.languages import SOURCE
from participants.actions.status import become_stopped, move
from participants.models import (
    Consent,
    ConsentText,
    CopyMail,
    Participant,
    PersonalLink,
    Side,
    Signature,
    Status,
    Tablet,
)
from participants.models.participant import TAKES_PART
from projects.models import Project


class Signed(NamedTuple):
    """How somebody signed. ``strokes`` are drawn with a finger; without them the name was typed."""

    name: str
    strokes: list[Any] = []
    language: str = SOURCE
    tablet: Tablet | None = None


def _is_full(project: Project, side: str) -> bool:
    """Whether ``side`` has as many people as it may; the project is locked, so the last place is given once."""
    # No lock on its key: everybody who was just registered refers to it, and would be waited for.
    locked = Project.objects.select_for_update(no_key=True).values("max_old", "max_new").get(pk=project.pk)
    most = locked["max_old" if side == Side.OLD else "max_new"]
    # A query of its own: asked together with the lock, it would count what there was before waiting for it.
    return project.participants.on_side(side).filter(status__in=TAKES_PART).count() >= most


def _locked(participant: Participant) -> Participant:
    rows = Participant.objects.select_for_update(of=("self",)).select_related("person", "project")
    return rows.get(pk=participant.pk)


@action
def sign_up(
    *,
    participant: Participant,
    signed_as: str,
    by: User | None,
    also: Iterable[ConsentText.Kind] = (),
    country: str = "",
    on: date | None = None,
    signed: Signed | None = None,
    even_if_full: bool = False,
    gender: str = "",
    copy_by: str = "",
    is_new: bool = False,
) -> Participant:
    """Definite sign-up with consent to take part, and to what is named in ``also``.

    When the side is full, consent and signature are kept and the person comes on the waiting list, unless
    ``even_if_full``. ``gender`` is for who was never asked; ``copy_by`` says how they want their copy. A ``country``
    is kept only with the consent to keep it; without that consent none is kept. ``is_new`` says that the participant
    was registered in this very transaction, so that nobody else sees the row and nothing hangs on it yet.
    Raises DomainError when there is no text to agree to, the gender was never asked, or the person signed up already.
    """
    kinds = {ConsentText.Kind.TAKING_PART, *also}
    now = participant if is_new else _locked(participant)
    if now.status not in {Status.INTERESTED, Status.STOPPED}:
        raise DomainError(_("%(name)s is al ingeschreven.") % {"name": now.person.goes_by})
    _complete(now, gender, copy_by)
    if not now.person.gender:
        raise DomainError(_("Vul eerst in of dit een man of een vrouw is. Dat is nodig voor de mixbijeenkomst."))
    _keep_country(now, country, ConsentText.Kind.COUNTRY in kinds)
    _keep_consents(now, sorted(kinds), signed or Signed(signed_as), by, is_new)
    if is_new:
        PersonalLink.objects.create(participant=now)
    else:
        PersonalLink.objects.get_or_create(participant=now)
    if now.copy_by == Participant.CopyBy.EMAIL:
        CopyMail.objects.get_or_create(participant=now)
    write_history_so_far(but=now)
    # Last of all, because everybody else who signs up for this project waits from here on.
    if even_if_full or not _is_full(now.project, now.side):
        moved = move(now, Status.SIGNED_UP, held=True, signed_up_on=on or timezone.localdate(), stop_reason="")
    else:
        moved = move(now, Status.WAITING, held=True, waiting_since=timezone.now(), stop_reason="")
    participant.status = moved.status
    return moved


def _complete(participant: Participant, gender: str, copy_by: str) -> None:
    """Keep what was asked only now."""
    if gender and not participant.person.gender:
        participant.person.gender = gender
        participant.person.save(update_fields=["gender"])
    if copy_by and copy_by != participant.copy_by:
        participant.copy_by = copy_by
        participant.save(update_fields=["copy_by"])


def _keep_consents(
    participant: Participant, kinds: list[ConsentText.Kind], signed: Signed, by: User | None, is_new: bool
) -> None:
    texts = ConsentText.objects.in_force(signed.language)
    if not texts.keys() >= set(kinds):
        raise DomainError(_("Er is geen tekst om mee akkoord te gaan. Vraag het aan de coördinator."))
    signature = Signature.objects.create(
        participant=participant,
        strokes=signed.strokes,
        typed="" if signed.strokes else signed.name,
        language=signed.language,
        helped_by=by,
        tablet=signed.tablet,
    )
    facts = {"participant": participant, "signed_as": signed.name, "signature": signature, "helped_by": by}
    standing = set() if is_new else set(participant.consents.standing().values_list("kind", flat=True))
    insert([Consent(kind=kind, text=texts[kind], **facts) for kind in kinds if kind not in standing])


def _keep_country(participant: Participant, country: str, agreed: bool) -> None:
    person = participant.person
    wanted = (country or str(person.country)) if agreed else ""
    if wanted != str(person.country):
        person.country = wanted
        person.save(update_fields=["country"])


@action
def give_place(*, participant: Participant, by: User | None) -> Participant:
    """Somebody on the waiting list takes part after all. Their consent was given when they came on the list.

    Raises DomainError when the side is still full.
    """
    now = _locked(participant)
    if now.status != Status.WAITING:
        raise DomainError(_("%(name)s staat niet meer op de wachtlijst.") % {"name": now.person.goes_by})
    if _is_full(now.project, now.side):
        raise DomainError(
            _("Er is nog geen plek vrij. Verhoog het maximum van het project, of wacht tot iemand stopt.")
        )
    return move(participant, Status.SIGNED_UP, signed_up_on=timezone.localdate(), waiting_since=None)


@action
def withdraw_consent(*, participant: Participant, kind: ConsentText.Kind | str, by: User | None) -> Participant:
    """Take a consent back. Without the one to take part somebody stops; without that for the country it is removed.

    Who is in a couple stays in it until the coordinator has ended the couple: the other one must be told first.
    Raises DomainError when there is no such consent.
    """
    locked = Participant.objects.select_for_update().select_related("person").get(pk=participant.pk)
    consent = Consent.objects.standing().filter(participant=locked, kind=kind).first()
    if consent is None:
        raise DomainError(_("Deze toestemming is er niet, of is al ingetrokken."))
    consent.withdrawn_at = timezone.now()
    consent.save(update_fields=["withdrawn_at"])
    if kind == ConsentText.Kind.COUNTRY:
        _keep_country(locked, "", agreed=False)
        locked.person.history.update(country="")
    if kind == ConsentText.Kind.TAKING_PART and locked.may_become(Status.STOPPED) and locked.status != Status.COUPLED:
        become_stopped(participant=locked, reason=_("Trok de toestemming in."), by=by)
    return locked
