"""Who waits for a buddy for half a year is asked whether to stay on the list."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from mixen.outbox import NotNeeded
from participants.models import Message, Participant, PersonalLink
from participants.models.message import NO_WAY
from participants.reminders import Due, Letter, after_quiet_hours, sources
from participants.staying import is_asked, kept_until, to_be_asked

KIND = "stay"
LAST_DAYS = timedelta(days=7)
"""Who is found so late, because nothing worked, is called: a message leaves no time to answer."""


def about_since(since: date) -> str:
    """What tells one half year from the next: the day it is counted from."""
    return f"since {since.isoformat()}"


class WantsToStay:
    """Asks once for each half year that somebody waits."""

    kind = KIND

    def due(self, now: datetime) -> Iterable[Due]:
        """Everybody whose question is open, however long; a few queries."""
        today = timezone.localdate(now)
        asked = {stay.participant: stay for stay in to_be_asked(today) if today < stay.goes_on - LAST_DAYS}
        told = Participant.objects.to_be_told().filter(pk__in=asked).order_by("pk").values_list("pk", flat=True)
        for number in told:
            yield Due(number, about_since(asked[number].since), None, after_quiet_hours(now))

    def letter(self, message: Message) -> Letter | None:
        """None for who answered meanwhile. Raises NotNeeded for who has no page to answer on: they are called."""
        who = message.participant
        if not is_asked(who):
            return None
        link, _made = PersonalLink.objects.get_or_create(participant=who)
        if link.revoked_at:
            raise NotNeeded(NO_WAY)
        answer = settings.SITE_URL + reverse("participants:personal_stay", args=[link.token])
        return Letter({"until": kept_until(who), "answer": answer})


sources.add(40, WantsToStay())
