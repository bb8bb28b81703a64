"""What people of a couple that was stopped are told: that it stops, that we call, and nothing else."""

from collections.abc import Iterable

from django.utils import timezone

from matching.models import Couple
from participants.models import Message, Participant

KIND = "couple_stopped"


def tell_couple_stopped(couple: Couple, people: Iterable[Participant]) -> None:
    """Make the message for each of ``people``, once; it is sent as all messages are."""
    for participant in people:
        Message.objects.get_or_create(
            participant=participant,
            kind=KIND,
            about=f"couple {couple.pk}",
            defaults={"number": couple.pk, "send_at": timezone.now()},
        )
