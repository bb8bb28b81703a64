"""Reminders of what couples agreed on: their first appointment, and the next one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from matching.models import Couple, CoupleMember, Pause
from matching.stopped import KIND
from mixen.calendar_file import Event
from participants.models import Message, Participant
from participants.reminders import DayBefore, Due, Letter, Occasion, sources, version_of


class AppointmentTomorrow(DayBefore):
    """One of the two appointments of a couple that goes on, for each of its members; not in a pause.

    ``field`` is the moment on the couple; a next appointment at the moment of the first one is the same one.
    """

    def __init__(self, kind: str, field: str) -> None:
        self.kind, self.field = kind, field

    def _couples(self) -> Any:
        day = OuterRef(f"{self.field}_at__date")
        in_pause = Pause.objects.filter(
            Q(until__isnull=True) | Q(until__gte=day), couple=OuterRef("pk"), since__lte=day
        )
        couples = Couple.objects.active().exclude(Exists(in_pause))
        if self.field == "next_appointment":
            same = Q(next_appointment_at=F("first_appointment_at"), first_appointment_at__isnull=False)
            couples = couples.exclude(same)
        return couples

    def occasions(self, begin: datetime, end: datetime) -> Iterable[Occasion]:
        moment = f"{self.field}_at"
        couples = self._couples().filter(**{f"{moment}__gte": begin, f"{moment}__lt": end})
        members = CoupleMember.objects.filter(
            couple__in=couples, left_on__isnull=True, participant__in=Participant.objects.to_be_told()
        )
        for couple, who, starts_at in members.values_list("couple", "participant", f"couple__{moment}"):
            yield Occasion(couple, who, starts_at)

    def event(self, message: Message) -> tuple[Event, dict[str, Any]] | None:
        couple = self._couples().with_members().filter(pk=message.number).first()
        if couple is None or message.participant not in couple.people:
            return None
        event = appointment_event(couple, self.field, message.participant)
        return (event, {"names": buddies(couple, message.participant)}) if event else None


def buddies(couple: Couple, reader: Participant) -> str:
    """The first names of the others, as ``reader`` knows them."""
    return ", ".join(one.person.goes_by for one in couple.people if one != reader)


def appointment_event(couple: Couple, field: str, reader: Participant) -> Event | None:
    """``first_appointment`` or ``next_appointment`` for the calendar of ``reader``, in the language that is on."""
    starts_at = getattr(couple, f"{field}_at")
    if starts_at is None:
        return None
    return Event(
        key=f"{field.replace('_', '-')}-{couple.pk}",
        title=_("Mixen in Mokum: afspraak met %(names)s") % {"names": buddies(couple, reader)},
        starts_at=starts_at,
        place=getattr(couple, f"{field}_place"),
        version=version_of(couple),
    )


class CoupleStopped:
    """That a couple was stopped by who guides it. The deed makes the rows; what is told is that, and nothing else."""

    kind = KIND

    def due(self, now: datetime) -> Iterable[Due]:
        return []

    def letter(self, message: Message) -> Letter | None:
        return Letter({})


sources.add(15, CoupleStopped())
sources.add(20, AppointmentTomorrow("reminder_first_appointment", "first_appointment"))
sources.add(21, AppointmentTomorrow("reminder_next_appointment", "next_appointment"))
