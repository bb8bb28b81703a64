"""A meeting gets another time: what hangs on it moves along, and it can be undone."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.dates import dates_changed
from projects.models import Meeting, MeetingMove, PlanStep, Project
from projects.moved import meeting_moved
from projects.planning import anchor_days, check_times, due_day


@action
def change_meeting(*, meeting: Meeting, by: User | None, reason: str = "", **changes: Any) -> Meeting:
    """Change a meeting's kind, times, place or programme. One that has begun keeps out of the future.

    Other times are kept as a ``MeetingMove``; what hangs on the meeting moves along, and who was told is told again.
    Raises DomainError when a meeting that was announced moves without a ``reason``.
    """
    before = Meeting.objects.select_for_update().get(pk=meeting.pk)
    check_times(changes.get("starts_at", meeting.starts_at), changes.get("ends_at", meeting.ends_at))
    if meeting.has_begun and changes.get("starts_at", meeting.starts_at) > timezone.now():
        raise DomainError(_("Deze bijeenkomst is al geweest. De datum kan niet meer veranderen."), field="day")
    for name, value in changes.items():
        setattr(meeting, name, value)
    move = _noted_move(before, meeting, reason, by)
    meeting.save(update_fields=list(changes))  # the minutes may be written at the same time
    _carry_along(meeting.project, by)
    if move:
        meeting_moved(move, by)
    return meeting


def _noted_move(before: Meeting, meeting: Meeting, reason: str, by: User | None) -> MeetingMove | None:
    """The row of a change of times; a meeting that has begun is put right, not moved."""
    same = (before.starts_at, before.ends_at) == (meeting.starts_at, meeting.ends_at)
    if same or before.has_begun:
        return None
    if before.announced_on and not reason:
        raise DomainError(_("Deze datum is al bekendgemaakt. Schrijf op waarom hij verandert."), field="reason")
    return MeetingMove.objects.create(
        meeting=meeting,
        starts_before=before.starts_at,
        ends_before=before.ends_at,
        starts_after=meeting.starts_at,
        ends_after=meeting.ends_at,
        was_announced=before.announced_on is not None,
        reason=reason,
        moved_by=by,
    )


def _carry_along(project: Project, by: User | None) -> None:
    move_steps(project=project, by=by)
    dates_changed(project, by)


@action
def undo_move(*, move: MeetingMove, by: User | None) -> MeetingMove:
    """Give the meeting its old time back, and with it what hangs on it.

    Raises DomainError when something newer happened to its times, or when the meeting or the old time is past.
    """
    meeting = Meeting.objects.select_for_update().get(pk=move.meeting_id)
    move = MeetingMove.objects.select_for_update().get(pk=move.pk)
    if move.undone_at is not None:
        raise DomainError(_("Dit is al teruggedraaid."))
    if not move.is_newest:
        raise DomainError(_("De bijeenkomst is daarna nog eens verzet. Kies zelf een nieuwe datum."))
    if meeting.has_begun or move.starts_before <= timezone.now():
        raise DomainError(_("De oude datum is voorbij. Kies een nieuwe datum."))
    meeting.starts_at, meeting.ends_at = move.times_before
    meeting.save()
    move.undone_at, move.undone_by = timezone.now(), by
    move.save()
    _carry_along(meeting.project, by)
    meeting_moved(move, by)
    return move


@action
def announce_meetings(*, project: Project, by: User | None, on: date | None = None) -> list[Meeting]:
    """Note that the dates still to come are known to people; from then on moving one asks for a reason."""
    meetings = list(project.meetings.upcoming().filter(announced_on__isnull=True))
    if not meetings:
        raise DomainError(_("Alle data die nog komen, zijn al bekendgemaakt."))
    for meeting in meetings:
        meeting.announced_on = on or timezone.localdate()
        meeting.save()
    return meetings


@action
def move_steps(*, project: Project, by: User | None) -> list[PlanStep]:
    """Give the open steps the day that follows from what they hang on now; those that moved. Done steps stay."""
    days, moved = anchor_days(Project.objects.get(pk=project.pk)), []
    for step in project.plan_steps.open().select_for_update():
        due_on = due_day(days, step.anchor, step.offset_days)
        if due_on and due_on != step.due_on:
            step.due_on = due_on
            step.save()
            moved.append(step)
    return moved
