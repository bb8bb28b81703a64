"""What participants are told by message, such as a reminder the day before; each app adds its sources.

A source finds in its rows what is due and whom to tell; the rows of ``Message`` follow from that (``messages.py``).
What a message says is read only when it is sent, so that it is true then.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple, Protocol

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.calendar_file import Event
from mixen.outbox import NotNeeded
from participants.models import Attendance, Invitation, Message, Participant, Status
from participants.recruiting.expecting import is_expected
from projects.models import Meeting
from projects.registry import Registry

REMIND_AT = time(10)
"""On the clock in Amsterdam, the day before."""
SHORTEST_NOTICE = timedelta(hours=2)
"""What begins sooner is not told of any more: it was agreed on just now."""


class Due(NamedTuple):
    """One message that is to be there: to whom, about what (``Message.about``), and from when it may be sent.

    ``given_up`` is the reason when it can be said already that it comes too late.
    """

    participant: int
    about: str
    number: int | None
    send_at: datetime
    given_up: str = ""


class Letter(NamedTuple):
    """What is told: the text of ``emails/participant_<kind>.txt`` and ``sms/participant_<kind>.txt``, filled in.

    ``context`` is added to the participant, the link and the event. An ``event`` goes along as a calendar file.
    """

    context: dict[str, Any]
    event: Event | None = None


class Source(Protocol):
    """What tells participants something; ``kind`` is that of its messages."""

    kind: str

    def due(self, now: datetime) -> Iterable[Due]:
        """Every message that is to be there at ``now``, those that are there included; a few queries, however many."""

    def letter(self, message: Message) -> Letter | None:
        """What ``message`` says now, in the language that is on; None when there is nothing to tell any more."""


sources: Registry[Source] = Registry("reminders")


class Occasion(NamedTuple):
    """Somebody is expected somewhere; ``number`` is the row it is about."""

    number: int
    participant: int
    starts_at: datetime


class DayBefore:
    """A source that tells the day before, at ten. A moment that moved is told of again."""

    kind: str

    def occasions(self, begin: datetime, end: datetime) -> Iterable[Occasion]:
        """Who is expected at what begins from ``begin`` until ``end``."""
        raise NotImplementedError

    def event(self, message: Message) -> tuple[Event, dict[str, Any]] | None:
        """What ``message`` is about as it is now, with what the text wants to know besides; None when it is off."""
        raise NotImplementedError

    def due(self, now: datetime) -> Iterable[Due]:
        """What begins tomorrow from ten o'clock on, and what was agreed on later than that."""
        send_at = after_quiet_hours(now)
        for one in self.occasions(now + SHORTEST_NOTICE, _end_of_what_is_told(now)):
            too_late = str(_("het begint voordat het bericht weg mag")) if one.starts_at <= send_at else ""
            yield Due(one.participant, about(one.number, one.starts_at), one.number, send_at, too_late)

    def letter(self, message: Message) -> Letter | None:
        """None when it was called off; raises NotNeeded when it moved, or has begun."""
        found = self.event(message)
        if found is None:
            return None
        event, context = found
        if about(message.number or 0, event.starts_at) != message.about:
            raise NotNeeded("verplaatst")
        if event.starts_at <= timezone.now():
            raise NotNeeded("het was al begonnen")
        return Letter(context, event)


def about(number: int, starts_at: datetime) -> str:
    """What tells one occasion from another: the row and the time on the clock (``Message.begins_at`` reads it)."""
    return f"{number} {timezone.localtime(starts_at).isoformat(timespec='minutes')}"


def _end_of_what_is_told(now: datetime) -> datetime:
    """Until when what begins is told of at ``now``: from ten o'clock on all of tomorrow, before that all of today."""
    local = timezone.localtime(now)
    days = 2 if local.time() >= REMIND_AT else 1
    return timezone.make_aware(datetime.combine(local.date() + timedelta(days=days), time()))


def is_quiet(now: datetime) -> bool:
    """Whether participants are left in peace at ``now``."""
    return after_quiet_hours(now) != now


def after_quiet_hours(moment: datetime) -> datetime:
    """``moment``, or the end of the quiet hours it falls in."""
    begin, end = settings.QUIET_HOURS
    local = timezone.localtime(moment)
    if begin == end or end <= local.time() < begin:
        return moment
    day = local.date() + timedelta(days=local.time() >= begin)
    return timezone.make_aware(datetime.combine(day, end))


def version_of(row: Any) -> int:
    """For a calendar: rises with every change of ``row``, so with every new time too."""
    return row.history.count() - 1


class MeetingTomorrow(DayBefore):
    """The meetings of the whole group, for who is expected there."""

    kind = "reminder_meeting"

    def occasions(self, begin: datetime, end: datetime) -> Iterable[Occasion]:
        meetings = list(Meeting.objects.filter(starts_at__gte=begin, starts_at__lt=end))
        people = Participant.objects.to_be_told().filter(project__in={meeting.project_id for meeting in meetings})
        for meeting, person in _expected(meetings, list(people)):
            yield Occasion(meeting.pk, person, meeting.starts_at)

    def event(self, message: Message) -> tuple[Event, dict[str, Any]] | None:
        meeting = Meeting.objects.select_related("venue").filter(pk=message.number or 0).first()
        if meeting is None or not list(_expected([meeting], [message.participant])):
            return None
        return meeting_event(meeting), {"what": meeting.get_kind_display()}


def meeting_event(meeting: Meeting) -> Event:
    """``meeting`` for a calendar, in the language that is on; a new version replaces the one before."""
    return Event(
        key=f"meeting-{meeting.pk}",
        title=f"Mixen in Mokum: {meeting.get_kind_display()}",
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.where,
        version=version_of(meeting),
    )


def _expected(meetings: list[Meeting], people: list[Participant]) -> Iterable[tuple[Meeting, int]]:
    """Each meeting with who is expected there, in one query.

    An information meeting is not for who has a buddy already, whether they ever came to one or not; and nobody is
    expected who answered an invitation with no.
    """
    before = Attendance.objects.filter(
        present=True, meeting__kind=Meeting.Kind.INFORMATION, meeting__project__in={m.project_id for m in meetings}
    )
    came = {(who, moment) for who, moment in before.values_list("participant", "meeting__starts_at")}
    said_no = _who_said_no(meetings)
    for meeting in meetings:
        earlier = {who for who, moment in came if moment < meeting.starts_at}
        for one in people:
            coupled = meeting.kind == Meeting.Kind.INFORMATION and one.status in {Status.COUPLED, Status.COMPLETED}
            if one.project_id != meeting.project_id or coupled or (meeting.pk, one.pk) in said_no:
                continue
            if is_expected(meeting.kind, meeting.day, one, came_before=one.pk in earlier):
                yield meeting, one.pk


def _who_said_no(meetings: list[Meeting]) -> set[tuple[int, int]]:
    rows = Invitation.objects.filter(
        meeting__in=meetings, answer=Invitation.Answer.NOT_COMING, answer_for=F("meeting__starts_at")
    )
    return set(rows.values_list("meeting", "participant"))


sources.add(10, MeetingTomorrow())
