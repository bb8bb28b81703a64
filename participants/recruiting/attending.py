"""Who was expected at a meeting and who came, as far as the database knows it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from participants.models import Attendance, Participant, Side, Status, Tablet
from participants.recruiting.expecting import Turnout, is_expected, likely_to_come, said_before
from projects.models import Meeting, Project

INVITED_TO = (Meeting.Kind.INFORMATION, Meeting.Kind.MIX)
"""The meetings people are recruited for; who does not come there is called."""
Turnouts = dict[tuple[str, str], Turnout]


def present_at(meeting: Meeting) -> int:
    """How many ticks are set at ``meeting``: of everybody who did not stop since."""
    there = meeting.attendances.filter(present=True)
    return there.exclude(participant__status=Status.STOPPED).count()


def missing_at(meeting: Meeting) -> list[Participant]:
    """Who was expected at ``meeting`` and of whom nothing was noted, by name: closing it notes them as absent."""
    before = Attendance.objects.filter(
        present=True,
        meeting__project=meeting.project_id,
        meeting__kind=meeting.kind,
        meeting__starts_at__lt=meeting.starts_at,
    )
    came_before = set(before.values_list("participant", flat=True))
    noted = meeting.attendances.values("participant")
    people = Participant.objects.filter(project=meeting.project_id).exclude(pk__in=noted)
    return [
        one
        for one in people.select_related("person").in_order_of_name()
        if is_expected(meeting.kind, meeting.day, one, came_before=one.pk in came_before)
    ]


def tablets_holding(meeting: Meeting) -> list[Tablet]:
    """The tablets used at ``meeting`` that hold registrations nobody else has, revoked ones among them.

    A tablet that was put in registration mode without naming a meeting belongs to the meeting of that day.
    """
    of_the_day = Q(meeting__isnull=True, opened_at__date=meeting.day)
    used_here = Tablet.objects.filter(Q(meeting=meeting) | of_the_day, project=meeting.project_id)
    return list(used_here.holding().order_by("name", "pk"))


@dataclass(frozen=True)
class Forecast:
    """Of one side: how many are to come to the next ``meeting`` of a kind, and how many of them to count on."""

    meeting: Meeting
    side: Side
    people: int
    come: int


def forecasts(project: Project, turnouts: Turnouts) -> list[Forecast]:
    """For the next information meeting and the next mix meeting of ``project``, in two queries.

    Who showed interest is invited to the one, who signed up and has no buddy to the other.
    """
    awaited = {Meeting.Kind.INFORMATION: Status.INTERESTED, Meeting.Kind.MIX: Status.SIGNED_UP}
    coming: dict[str, Meeting] = {}
    for meeting in project.meetings.upcoming():
        coming.setdefault(meeting.kind, meeting)
    people = project.participants.filter(status__in=awaited.values(), not_matched_since__isnull=True)
    counted = Counter(people.values_list("status", "side"))
    return [
        Forecast(coming[kind], side, number, likely_to_come(number, turnouts[(kind.value, side.value)].share))
        for kind, status in awaited.items()
        if kind in coming
        for side in Side
        if (number := counted[(status.value, side.value)])
    ]


def earlier_turnout(today: date | None = None) -> Turnouts:
    """Per kind of meeting and side: of who was expected, who came; over all real projects, in three queries.

    Counted are meetings that were closed, and those before ``today`` at which somebody was ticked.
    """
    today = today or timezone.localdate()
    ticked = Attendance.objects.filter(meeting=OuterRef("pk"), present=True)
    held = Q(closed_at__isnull=False) | (Q(starts_at__date__lt=today) & Exists(ticked))
    meetings = list(
        Meeting.objects.filter(held, kind__in=INVITED_TO, project__is_practice=False).order_by("starts_at", "pk")
    )
    rows = Attendance.objects.filter(meeting__in=meetings)
    noted = {
        (meeting, one): present for meeting, one, present in rows.values_list("meeting", "participant", "present")
    }
    people: dict[int, list[Participant]] = defaultdict(list)
    for one in Participant.objects.filter(project__in={meeting.project_id for meeting in meetings}):
        people[one.project_id].append(one)
    counted = {(kind.value, side.value): Turnout() for kind in INVITED_TO for side in Side}
    seen: set[int] = set()
    for meeting in meetings:
        for one in people[meeting.project_id]:
            present = noted.get((meeting.pk, one.pk))
            if _counts(meeting, one, present, one.pk in seen):
                counted[(meeting.kind, one.side)] += Turnout(1, int(bool(present)))
            if present and meeting.kind == Meeting.Kind.INFORMATION:
                seen.add(one.pk)
    return counted


def _counts(meeting: Meeting, one: Participant, present: bool | None, came_before: bool) -> bool:
    if present is None:
        return is_expected(meeting.kind, meeting.day, one, came_before=came_before)
    return said_before(meeting.kind, meeting.day, one)
