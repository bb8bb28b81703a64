"""Reminders of excursions, for who holds a place."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from excursions.models import Signup
from mixen.calendar_file import Event
from participants.models import Message, Participant
from participants.reminders import DayBefore, Occasion, sources, version_of


class ExcursionTomorrow(DayBefore):
    """The excursion somebody goes on; not for who waits for a place or cancelled."""

    kind = "reminder_excursion"

    def occasions(self, begin: datetime, end: datetime) -> Iterable[Occasion]:
        going = Signup.objects.going().filter(
            excursion__starts_at__gte=begin,
            excursion__starts_at__lt=end,
            participant__in=Participant.objects.to_be_told(),
        )
        for number, who, starts_at in going.values_list("excursion", "participant", "excursion__starts_at"):
            yield Occasion(number, who, starts_at)

    def event(self, message: Message) -> tuple[Event, dict[str, Any]] | None:
        mine = Signup.objects.going().filter(participant=message.participant, excursion=message.number)
        signup = mine.select_related("excursion").first()
        if signup is None:
            return None
        excursion = signup.excursion
        event = Event(
            key=f"excursion-{excursion.pk}",
            title=f"Mixen in Mokum: {excursion.name}",
            starts_at=excursion.starts_at,
            place=excursion.meeting_point,
            version=version_of(excursion),
        )
        return event, {"what": excursion.name}


sources.add(30, ExcursionTomorrow())

import excursions.reminders_visits  # noqa: E402, F401  (adds the sources of visits)
