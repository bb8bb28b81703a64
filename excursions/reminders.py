"""Reminders of excursions, for who holds a place; and what is told at once: called off, changed, moved up."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import excursions.reminders_visits  # noqa: F401  (adds the sources of visits)
from excursions.models import Excursion, Signup
from mixen.calendar_file import Event
from mixen.outbox import NotNeeded
from participants.models import Message, Participant
from participants.reminders import DayBefore, Due, Letter, Occasion, about, sources, version_of


class ExcursionTomorrow(DayBefore):
    """The excursion somebody goes on; not for who waits for a place or cancelled."""

    kind = "reminder_excursion"

    def occasions(self, begin: datetime, end: datetime) -> Iterable[Occasion]:
        going = Signup.objects.going().filter(
            excursion__starts_at__gte=begin,
            excursion__starts_at__lt=end,
            excursion__cancelled_at__isnull=True,
            participant__in=Participant.objects.to_be_told(),
        )
        for number, who, starts_at in going.values_list("excursion", "participant", "excursion__starts_at"):
            yield Occasion(number, who, starts_at)

    def event(self, message: Message) -> tuple[Event, dict[str, Any]] | None:
        signup = _signup_of(message)
        if signup is None or signup.state != Signup.State.GOING or signup.excursion.is_cancelled:
            return None
        return _event(signup.excursion), {"what": signup.excursion.name}


def _signup_of(message: Message) -> Signup | None:
    listed = Signup.objects.listed().filter(participant=message.participant, excursion=message.number)
    return listed.select_related("excursion").first()


def _event(excursion: Excursion) -> Event:
    return Event(
        key=f"excursion-{excursion.pk}",
        title=f"Mixen in Mokum: {excursion.name}",
        starts_at=excursion.starts_at,
        place=excursion.meeting_point,
        version=version_of(excursion),
    )


class ToldAtOnce:
    """A change of an excursion, for who is on its list. The deed makes the rows (``telling.py``)."""

    def __init__(self, kind: str, *, called_off: bool = False) -> None:
        """``called_off``: whether it tells of one that is off; the others tell only of what is still on."""
        self.kind, self.called_off = kind, called_off

    def due(self, now: datetime) -> Iterable[Due]:
        return []

    def letter(self, message: Message) -> Letter | None:
        """None for who is off the list; raises NotNeeded when it is not true any more, or has begun."""
        signup = _signup_of(message)
        if signup is None:
            return None
        excursion = signup.excursion
        if excursion.has_begun:
            raise NotNeeded("het was al begonnen")
        if excursion.is_cancelled != self.called_off:
            raise NotNeeded("gaat niet door")
        if not message.about.endswith(f"-{about(excursion.pk, excursion.starts_at)}"):
            raise NotNeeded("verplaatst")
        goes = signup.state == Signup.State.GOING and not self.called_off
        event = _event(excursion)
        context = {"what": excursion.name, "event": event, "goes": goes, "reason": excursion.cancelled_because}
        return Letter(context, event if goes else None)


sources.add(30, ExcursionTomorrow())
sources.add(31, ToldAtOnce("excursion_moved"))
sources.add(32, ToldAtOnce("excursion_moved_up"))
sources.add(33, ToldAtOnce("excursion_cancelled", called_off=True))
