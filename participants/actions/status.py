"""Moving a participant's status. ``matching`` calls these in the transaction in which a couple forms or ends."""

from typing import Any

from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.leaving import left
from participants.models import Participant, Status


def move(participant: Participant, status: Status, *, held: bool = False, **also: Any) -> Participant:
    """Set ``status``, and the fields that go with it, on the locked row; DomainError when it may not follow.

    ``held`` says that ``participant`` is that row already, locked by the caller or not yet seen by anybody else.
    """
    rows = Participant.objects.select_for_update().select_related("person")
    locked = participant if held else rows.get(pk=participant.pk)
    refuse_forgotten(locked)
    if not locked.may_become(status):
        raise DomainError(
            _("De status van %(name)s is '%(now)s'. Die kan niet veranderen in '%(wish)s'.")
            % {"name": locked.person.goes_by, "now": locked.get_status_display(), "wish": status.label}
        )
    for name, value in {"status": status, **also}.items():
        setattr(locked, name, value)
    locked.save(update_fields=["status", *also])
    participant.status = status
    return locked


def refuse_forgotten(participant: Participant) -> None:
    """Raises DomainError for somebody who was forgotten: there is nobody any more to do anything with."""
    if participant.forgotten_on:
        raise DomainError(_("Deze deelnemer is gewist. Meld die persoon opnieuw aan."))


@action
def become_coupled(*, participant: Participant, by: User | None) -> Participant:
    """A couple has formed around somebody who signed up."""
    return move(participant, Status.COUPLED)


@action
def back_to_signed_up(*, participant: Participant, by: User | None) -> Participant:
    """The couple ended early; the participant can be mixed again."""
    return move(participant, Status.SIGNED_UP)


@action
def become_completed(*, participant: Participant, by: User | None) -> Participant:
    """The programme was completed; who has that status already keeps it."""
    if participant.status == Status.COMPLETED:
        return participant
    return move(participant, Status.COMPLETED)


@action
def become_stopped(*, participant: Participant, reason: str, by: User | None) -> Participant:
    """The participant leaves the project; ``reason`` stays on record, and what was kept for them goes to others."""
    stopped = move(participant, Status.STOPPED, stop_reason=reason)
    left(stopped, by)
    return stopped
