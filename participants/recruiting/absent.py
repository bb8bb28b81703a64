"""Who said they would come and did not: they are called and invited to the next meeting."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone

from participants.models import AbsenceCall, Attendance, Participant, Status
from participants.recruiting.attending import INVITED_TO
from participants.recruiting.expecting import is_expected
from projects.models import Meeting, Project

Outcome = AbsenceCall.Outcome


@dataclass(frozen=True)
class Absentee:
    """Somebody, the last meeting they did not come to, and the calls about staying away, the newest first."""

    participant: Participant
    meeting: Meeting
    calls: list[AbsenceCall]

    @property
    def last(self) -> AbsenceCall | None:
        """The last call about this meeting; calls about an earlier one are history."""
        return next((call for call in self.calls if call.meeting_id == self.meeting.pk), None)

    @property
    def wants_to_stop(self) -> bool:
        """Told so to somebody who could not take them off the list: the coordinator does."""
        return self.last is not None and self.last.outcome == Outcome.STOPS

    @property
    def is_done(self) -> bool:
        """Said to come the next time: off the list until a next meeting is missed."""
        return self.last is not None and self.last.outcome == Outcome.COMES


def absentees(projects: Iterable[Project], today: date | None = None) -> list[Absentee]:
    """Who stayed away in ``projects`` and is not done with, in four queries.

    Who was never called comes first, then who was called longest ago.
    """
    by_project: dict[int, list[Meeting]] = defaultdict(list)
    held = Meeting.objects.filter(
        project__in=projects, kind__in=INVITED_TO, starts_at__date__lte=today or timezone.localdate()
    )
    for meeting in held.order_by("starts_at", "pk"):
        by_project[meeting.project_id].append(meeting)
    people = Participant.objects.filter(
        project__in=by_project, status__in=[Status.INTERESTED, Status.SIGNED_UP], not_matched_since__isnull=True
    )
    people = people.select_related("person", "ambassador").prefetch_related(
        Prefetch("attendances", Attendance.objects.filter(meeting__kind__in=INVITED_TO)),
        Prefetch("absence_calls", AbsenceCall.objects.select_related("meeting", "called_by")),
    )
    found = []
    for one in people.in_order_of_name():
        if missed := _missed(one, by_project[one.project_id]):
            row = Absentee(one, missed, list(one.absence_calls.all()))
            found += [] if row.is_done else [row]
    return sorted(found, key=lambda row: row.last.called_at.timestamp() if row.last else 0)


def to_call(rows: Iterable[Absentee]) -> list[Absentee]:
    """Those to be called, or to be called again."""
    return [row for row in rows if not row.wants_to_stop]


def wanting_to_stop(rows: Iterable[Absentee]) -> list[Absentee]:
    """Those who said so to an ambassador, and still have to be taken off the list of participants."""
    return [row for row in rows if row.wants_to_stop]


def _missed(one: Participant, meetings: list[Meeting]) -> Meeting | None:
    """The last of ``meetings`` that somebody did not come to, unless they came to a later one that makes it good."""
    noted = {row.meeting_id: row.present for row in one.attendances.all()}
    missed: Meeting | None = None
    came_before = False
    for meeting in meetings:
        present = noted.get(meeting.pk)
        if present:
            came_before = came_before or meeting.kind == Meeting.Kind.INFORMATION
            makes_good = missed is not None and meeting.kind in {missed.kind, Meeting.Kind.MIX}
            missed = None if makes_good else missed
        elif _stayed_away(one, meeting, present, came_before):
            missed = meeting
    return missed


def _stayed_away(one: Participant, meeting: Meeting, present: bool | None, came_before: bool) -> bool:
    """Noted as absent, or expected at a meeting that was closed without anything being noted of them.

    Who signed up on the day of an information meeting or later need not hear any more what it was about.
    """
    if present is None and (
        meeting.closed_at is None or not is_expected(meeting.kind, meeting.day, one, came_before=came_before)
    ):
        return False
    if meeting.kind == Meeting.Kind.INFORMATION:
        return one.signed_up_on is None or one.signed_up_on < meeting.day
    return one.status == Status.SIGNED_UP
