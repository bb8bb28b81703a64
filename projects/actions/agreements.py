"""What was agreed with a partner: changed, signed on paper, and confirmed by the partner through a link."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.celery import enqueue
from mixen.errors import DomainError
from projects.letters import send_agreement_requests
from projects.models import AgreementRequest, ContactPerson, Partnership

TEXT = ("contribution", "terms")
Answer = AgreementRequest.Answer


@action
def change_partner(
    *,
    partnership: Partnership,
    by: User | None,
    contact: ContactPerson | None,
    contribution: str,
    terms: str,
    agreed_on: date | None,
) -> Partnership:
    """Change what was agreed, or with whom. Raises DomainError for a contact of another organisation.

    Another text is another agreement: what was signed or confirmed was the old one, and its link opens nothing more.
    """
    if contact and contact.organisation_id != partnership.organisation_id:
        raise DomainError(_("Deze contactpersoon hoort bij een andere organisatie."), field="contact")
    row = _locked(partnership)
    new_text = (row.contribution, row.terms) != (contribution, terms)
    new_reader = row.contact_id != (contact.pk if contact else None)
    row.contact, row.contribution, row.terms, row.agreed_on = contact, contribution, terms, agreed_on
    if new_text:
        row.signed_on = row.confirmed_on = None
        _take_up(row)
    if new_text or new_reader:
        _withdraw(row)
    row.save()
    return row


@action
def ask_to_confirm(*, partnership: Partnership, by: User | None) -> AgreementRequest:
    """Mail the contact what was agreed, with a link to confirm it. Asked again, the older link opens nothing more.

    Raises DomainError when nobody with an e-mail address is known, nothing was agreed, or it was confirmed already.
    """
    row = _locked(partnership)
    if row.confirmed_on:
        raise DomainError(_("Deze afspraak is al bevestigd."))
    if not row.contribution:
        raise DomainError(_("Schrijf eerst op wat de organisatie doet."))
    if row.contact is None or not row.contact.email:
        raise DomainError(_("Kies eerst een contactpersoon met een e-mailadres."))
    _withdraw(row)
    _take_up(row)
    made = AgreementRequest.objects.create(
        partnership=row,
        email=row.contact.email,
        addressee=row.contact.name,
        contribution=row.contribution,
        terms=row.terms,
        asked_by=by,
    )

    transaction.on_commit(lambda: enqueue(send_agreement_requests))
    return made


@action
def answer_agreement(*, request: AgreementRequest, right: bool, by: User | None, remark: str = "") -> AgreementRequest:
    """The partner says that the agreement is right, or what is not. The first answer stands; said again it is kept.

    Raises DomainError when it is not right and nothing says what, and when the link was withdrawn meanwhile.
    """
    if not right and not remark:
        raise DomainError(_("Schrijf op wat er niet klopt. Dan passen we het aan."), field="remark")
    # The partnership is locked first, as by who changes it: the two cannot pass each other.
    partnership = _locked(request.partnership)
    row = AgreementRequest.objects.select_for_update().get(pk=request.pk)
    if row.answer:
        return row
    if row.withdrawn_at or row.is_over:
        raise DomainError(_("Deze afspraak is intussen veranderd. Je krijgt een nieuwe mail."))
    row.answer = Answer.CONFIRMED if right else Answer.NOT_RIGHT
    row.remark, row.answered_at = ("" if right else remark), timezone.now()
    row.save()
    if right:
        partnership.confirmed_on = timezone.localdate()
        partnership.save()
    return row


@action
def confirm_partner(*, partnership: Partnership, by: User | None, on: date | None = None) -> Partnership:
    """Note that the agreement was confirmed in another way, such as by a mail of the partner's own."""
    row = _locked(partnership)
    row.confirmed_on = on or timezone.localdate()
    row.save()
    _withdraw(row)
    _take_up(row)
    return row


@action
def note_signed(*, partnership: Partnership, by: User | None) -> Partnership:
    """Note that the agreement was signed on paper, today; the first day stands."""
    row = _locked(partnership)
    if not row.contribution:
        raise DomainError(_("Schrijf eerst op wat de organisatie doet."))
    if row.signed_on is None:
        row.signed_on = timezone.localdate()
        row.save()
    return row


def _locked(partnership: Partnership) -> Partnership:
    rows = Partnership.objects.select_for_update(of=("self",)).select_related("organisation", "project", "contact")
    return rows.get(pk=partnership.pk)


def _withdraw(partnership: Partnership) -> None:
    """No link opens anything any more, neither one that waits for an answer nor one that was answered."""
    _each(partnership.requests.filter(withdrawn_at__isnull=True), "withdrawn_at")


def _take_up(partnership: Partnership) -> None:
    """Somebody did something about what the partner said was not right."""
    _each(partnership.requests.not_right(), "handled_at")


def _each(rows: Any, field: str) -> None:
    for row in rows:
        setattr(row, field, timezone.now())
        row.save(update_fields=[field])
