"""Organisations, the people one speaks to there, and what was spoken of."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.accounts.wiping import DASH, remove, wipe
from mixen.errors import DomainError
from projects.models import AgreementRequest, ContactNote, ContactPerson, Organisation, OtherKind, Project


@action
def save_organisation(
    *, by: User | None, organisation: Organisation | None = None, also: Iterable[str] = (), **facts: Any
) -> Organisation:
    """Add an organisation, or change ``organisation``; ``also`` are the kinds it is besides its first.

    Raises DomainError when the name is taken, or a fixed partner of the whole city is given a district.
    """
    row = organisation or Organisation()
    for name, value in facts.items():
        setattr(row, name, value)
    if Organisation.objects.filter(name__iexact=row.name).exclude(pk=row.pk).exists():
        raise DomainError(_("Er is al een organisatie met deze naam."), field="name")
    if row.city_wide and row.district_id:
        raise DomainError(_("Een vaste partner in de hele stad hoort bij geen stadsdeel."), field="district")
    row.save()
    _keep_kinds(row, set(also) - {row.kind})
    return row


def _keep_kinds(organisation: Organisation, wanted: set[str]) -> None:
    has = {row.kind: row for row in organisation.other_kinds.all()}
    for kind in has.keys() - wanted:
        has[kind].delete()
    for kind in sorted(wanted - has.keys()):
        OtherKind.objects.create(organisation=organisation, kind=kind)


@action
def save_contact(
    *, by: User | None, organisation: Organisation, contact: ContactPerson | None = None, **facts: Any
) -> ContactPerson:
    """Add somebody to call at ``organisation``, or change ``contact``."""
    row = contact or ContactPerson(organisation=organisation)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    return row


@action
def forget_contact(*, contact: ContactPerson, by: User | None) -> None:
    """Nothing was done with the organisation for two years: who worked there is not known any more, nor ever was.

    What was agreed stays, confirmed by nobody by name.
    """
    asked = AgreementRequest.objects.filter(partnership__organisation=contact.organisation_id).filter(
        Q(addressee__iexact=contact.name) | Q(email__iexact=contact.email or contact.name)
    )
    wipe(AgreementRequest, list(asked.values_list("pk", flat=True)), values={"email": "", "addressee": DASH})
    remove(ContactPerson, [contact.pk])


@action
def remove_contact(*, contact: ContactPerson, by: User | None) -> None:
    """Somebody does not work there any more; what was agreed and spoken of stays."""
    contact.delete()


@action
def note_contact(
    *,
    organisation: Organisation,
    on: date,
    what: str,
    by: User | None,
    project: Project | None = None,
    contact: ContactPerson | None = None,
    next_step: str = "",
    next_on: date | None = None,
) -> ContactNote:
    """Note what was spoken of, and what comes next and when.

    Raises DomainError for a step without a day or a day without a step, for a day to come, and for somebody else's
    contact.
    """
    if on > timezone.localdate():
        raise DomainError(_("Deze dag is nog niet geweest. Zet wat nog komt bij de volgende stap."), field="on")
    if next_step and not next_on:
        raise DomainError(_("Vul in wanneer je de volgende stap zet."), field="next_on")
    if next_on and not next_step:
        raise DomainError(_("Vul in wat de volgende stap is."), field="next_step")
    if contact and contact.organisation_id != organisation.pk:
        raise DomainError(_("Deze contactpersoon hoort bij een andere organisatie."), field="contact")
    return ContactNote.objects.create(
        organisation=organisation,
        project=project,
        contact=contact,
        on=on,
        what=what,
        next_step=next_step,
        next_on=next_on,
        noted_by=by,
    )


@action
def finish_contact_step(*, note: ContactNote, by: User | None) -> ContactNote:
    """The next step was taken; one that was taken keeps its first day."""
    if note.next_on is None:
        raise DomainError(_("Hier staat geen volgende stap."))
    if note.done_on is None:
        note.done_on = timezone.localdate()
        note.save()
    return note
