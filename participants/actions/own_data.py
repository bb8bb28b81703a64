"""Changing how somebody can be reached, and the life of the link to their own page."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.registration import change_person
from participants.models import Participant, PersonalLink
from participants.models.joining import new_nonce

WAYS = ("phone", "email", "reach")


@action
def change_my_data(
    *, participant: Participant, person: dict[str, Any], part: dict[str, Any], by: User | None
) -> Participant:
    """Change how somebody can be reached and when they can; what stood there stays in the history.

    Raises DomainError for bad fields, and when no way to reach them would be left.
    """
    if not any(person.get(way, getattr(participant.person, way)) for way in WAYS):
        raise DomainError(
            _("Vul een telefoonnummer of een e-mailadres in. Anders kunnen we je niet bereiken."), field="phone"
        )
    return change_person(participant=participant, person=person, part=part, by=by)


@action
def revoke_link(*, participant: Participant, by: User | None) -> None:
    """Nobody opens the page of ``participant`` any more with the link that was given."""
    PersonalLink.objects.get_or_create(participant=participant)
    link = PersonalLink.objects.select_for_update().get(participant=participant)
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save()


@action
def renew_link(*, participant: Participant, by: User | None) -> PersonalLink:
    """Give ``participant`` another link; the one before does not work any more."""
    PersonalLink.objects.get_or_create(participant=participant)
    link = PersonalLink.objects.select_for_update().get(participant=participant)
    link.nonce, link.revoked_at = new_nonce(), None
    link.save()
    return link
