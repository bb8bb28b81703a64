"""What people are told of a visit by appointment: the final date, the day before, and that it is off."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zlib import crc32

from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.models import Visit
from excursions.models.visit import VisitQuerySet
from mixen.calendar_file import Event
from participants.models import Message, Participant
from participants.reminders import (
    SHORTEST_NOTICE,
    DayBefore,
    Due,
    Letter,
    Occasion,
    about,
    after_quiet_hours,
    sources,
    version_of,
)

ARRANGED, OFF, TOMORROW = "visit_arranged", "visit_off", "reminder_visit"


def words_of(visit: Visit) -> str:
    """What tells this date and place of ``visit`` from an earlier one, as ``Message.about`` has it."""
    number, _space, when = about(visit.pk, visit.starts_at).partition(" ")  # type: ignore[arg-type]
    return f"{number} {crc32(visit.meeting_point.encode()):08x} {when}"


def _who_go(visits: VisitQuerySet) -> Iterable[tuple[Visit, int]]:
    """Everybody in the couples that go and did not stop, one query for the visits and one for the people."""
    found = {visit.pk: visit for visit in visits.exclude(starts_at=None)}
    rows = Visit.couples.through.objects.filter(
        visit__in=found,
        couple__ended_on__isnull=True,
        couple__members__left_on__isnull=True,
        couple__members__participant__in=Participant.objects.to_be_told(),
    )
    for number, who in rows.order_by("visit", "pk").values_list("visit", "couple__members__participant"):
        yield found[number], who


def visit_event(visit: Visit) -> Event:
    """The visit for a calendar."""
    return Event(
        key=f"visit-{visit.pk}",
        title=f"Mixen in Mokum: {visit.place}",
        starts_at=visit.starts_at,  # type: ignore[arg-type]
        place=visit.meeting_point,
        version=version_of(visit),
    )


def _visit_of(message: Message, visits: VisitQuerySet) -> Visit | None:
    """What ``message`` is about, when it is among ``visits`` and its reader still goes."""
    rows = visits.filter(pk=message.number or 0).with_people()
    visit = rows.first()
    return (
        visit
        if visit and any(visit.pk == one.pk and who == message.participant_id for one, who in _who_go(rows))
        else None
    )


class VisitArranged:
    """The final date of a visit; told again when it moves to another date or place."""

    kind = ARRANGED

    def due(self, now: datetime) -> Iterable[Due]:
        send_at = after_quiet_hours(now)
        coming = Visit.objects.going_on().filter(starts_at__gt=now + SHORTEST_NOTICE)
        for visit, who in _who_go(coming):
            too_late = str(_("het begint voordat het bericht weg mag")) if _begins(visit) <= send_at else ""
            yield Due(who, words_of(visit), visit.pk, send_at, too_late)

    def letter(self, message: Message) -> Letter | None:
        visit = _visit_of(message, Visit.objects.going_on())
        if visit is None or words_of(visit) != message.about or _begins(visit) <= timezone.now():
            return None
        return Letter({"what": visit.place.name}, visit_event(visit))


class VisitTomorrow(DayBefore):
    """The visit of tomorrow; who heard of it only yesterday or today is not told twice."""

    kind = TOMORROW

    def occasions(self, begin: datetime, end: datetime) -> Iterable[Occasion]:
        visits = Visit.objects.going_on().filter(starts_at__gte=begin, starts_at__lt=end)
        for visit, who in _who_go(visits):
            if visit.arranged_on and visit.arranged_on < timezone.localdate(visit.starts_at) - timedelta(days=1):
                yield Occasion(visit.pk, who, _begins(visit))

    def event(self, message: Message) -> tuple[Event, dict[str, Any]] | None:
        visit = _visit_of(message, Visit.objects.going_on())
        return (visit_event(visit), {"what": visit.place.name}) if visit else None


class VisitOff:
    """That a visit is off, to those who were told its date."""

    kind = OFF

    def due(self, now: datetime) -> Iterable[Due]:
        off = Visit.objects.filter(state=Visit.State.OFF, starts_at__gt=now)
        told = Message.objects.filter(kind=ARRANGED, sent_at__isnull=False, number__in=off.values("pk"))
        heard = set(told.values_list("number", "participant"))
        for visit, who in _who_go(off):
            if (visit.pk, who) in heard:
                yield Due(who, about(visit.pk, _begins(visit)), visit.pk, after_quiet_hours(now))

    def letter(self, message: Message) -> Letter | None:
        visit = _visit_of(message, Visit.objects.filter(state=Visit.State.OFF))
        if visit is None or _begins(visit) <= timezone.now():
            return None
        return Letter({"what": visit.place.name, "when": visit.starts_at})


def _begins(visit: Visit) -> datetime:
    if visit.starts_at is None:
        raise ValueError("a visit that was arranged has a date")
    return visit.starts_at


sources.add(31, VisitArranged())
sources.add(32, VisitTomorrow())
sources.add(33, VisitOff())
