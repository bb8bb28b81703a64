"""On which day a step falls, from what it hangs on; and what must hold of a project and its meetings."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from mixen.errors import DomainError
from projects.models import Meeting, PlanStep, Project

Days = dict[str, date]


def anchor_days(project: Project) -> Days:
    """The days steps can hang on: begin, end and the first meeting of each kind that is planned.

    The interim meeting is optional: without one, its steps fall halfway between mix and closing meeting.
    """
    meetings = sorted(project.meetings.all(), key=lambda meeting: meeting.starts_at)
    return days_of(project.starts_on, project.ends_on, ((meeting.kind, meeting.day) for meeting in meetings))


def days_of(starts_on: date, ends_on: date, meetings: Iterable[tuple[str, date]]) -> Days:
    """The same for a project that does not exist yet; ``meetings`` are kind and day, in their order."""
    days: Days = {PlanStep.Anchor.START: starts_on, PlanStep.Anchor.END: ends_on}
    for kind, day in meetings:
        days.setdefault(kind, day)
    mix, closing = days.get(Meeting.Kind.MIX), days.get(Meeting.Kind.CLOSING)
    if Meeting.Kind.INTERIM not in days and mix and closing:
        days[Meeting.Kind.INTERIM] = mix + (closing - mix) / 2
    return days


def due_day(days: Days, anchor: str, offset_days: int) -> date | None:
    """The day of a step that hangs on ``anchor``, never before the project begins; None where nothing carries it."""
    if anchor not in days:
        return None
    return max(days[PlanStep.Anchor.START], days[anchor] + timedelta(days=offset_days))


def moved_along(meeting: Meeting, day: date) -> list[tuple[PlanStep, date]]:
    """The open steps that get another day when ``meeting`` comes on ``day``, with that day."""
    project = meeting.project
    others = [(one.kind, one.day) for one in project.meetings.all() if one.pk != meeting.pk]
    planned = sorted([*others, (meeting.kind, day)], key=lambda one: one[1])
    days = days_of(project.starts_on, project.ends_on, planned)
    due = [(step, due_day(days, step.anchor, step.offset_days)) for step in project.plan_steps.open()]
    return [(step, new) for step, new in due if new and new != step.due_on]


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    """DomainError when a meeting would end before it begins, or last longer than a day's work."""
    if ends_at <= starts_at:
        raise DomainError(_("De eindtijd moet na de begintijd liggen."), field="ends")
    if ends_at - starts_at > timedelta(hours=16):
        raise DomainError(_("Een bijeenkomst duurt ten hoogste 16 uur."), field="ends")


def hold_against_the_rules(project: Project) -> None:
    """DomainError, at its field, for the first rule of the model that ``project`` breaks."""
    try:
        project.full_clean()
    except ValidationError as error:
        field, found = next(iter(error.message_dict.items()))
        raise DomainError(found[0], field=None if field == NON_FIELD_ERRORS else field) from error
