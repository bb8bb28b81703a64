"""Everybody gets a copy of the own form: by e-mail, or on paper from somebody's hand."""

from collections.abc import Sequence

from django.utils import timezone

from mixen.accounts.audit import action
from mixen.accounts.models import User
from participants.models import Participant


@action
def hand_out_copies(*, participants: Sequence[Participant], by: User | None) -> int:
    """Note that these people have their copy; how many had none before."""
    given = 0
    for participant in Participant.objects.select_for_update().filter(pk__in=[one.pk for one in participants]):
        if participant.copy_given_at is None:
            participant.copy_given_at = timezone.now()
            participant.save(update_fields=["copy_given_at"])
            given += 1
    return given
