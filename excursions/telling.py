"""Tells who is on the list of an excursion at once what changed: the rows of messages, made with the deed itself."""

from collections.abc import Iterable

from django.utils import timezone

from excursions.models import Excursion, Signup
from participants.models import Message
from participants.reminders import about, version_of


def tell(excursion: Excursion, kind: str, signups: Iterable[Signup]) -> None:
    """Make one message of ``kind`` for each of ``signups``, unless the excursion has begun.

    The number of the change is part of what it is about, so that a second change is told of too.
    """
    if excursion.has_begun:
        return
    now, change = timezone.now(), version_of(excursion)
    Message.objects.bulk_create(
        [
            Message(
                participant_id=signup.participant_id,
                kind=kind,
                about=f"{signup.pk}-{change}-{about(excursion.pk, excursion.starts_at)}",
                number=excursion.pk,
                send_at=now,
            )
            for signup in signups
        ],
        ignore_conflicts=True,
    )
