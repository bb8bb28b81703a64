"""Who is asked what they thought of it, and when: from two weeks before the end, until the end report is final."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.utils import timezone

from participants.models import Participant, Status
from projects.models import Project
from projects.registry import Registry

OPENS_BEFORE = timedelta(weeks=2)

# Of the participants with these numbers, the last day of whoever has or had a buddy; others are left out.
LastDays = Callable[[Iterable[int]], dict[int, date]]
last_days: Registry[LastDays] = Registry("evaluating")


def opening_days(project: Project, people: Iterable[Participant]) -> dict[int, date]:
    """From which day each of ``people`` may answer, by number; who never had a buddy is not asked and left out.

    That is two weeks before the closing meeting or before somebody's own last day, whichever is first.
    """
    found = {one.pk: one for one in people}
    ends = {pk: day for contributed in last_days for pk, day in contributed(found).items()}
    closing = project.meetings.closing()
    opens: dict[int, date] = {}
    for pk, one in found.items():
        days = [ends[pk]] if pk in ends else []
        if closing and (days or one.status == Status.COMPLETED):
            days.append(closing.day)
        if days:
            opens[pk] = min(days) - OPENS_BEFORE
    return opens


def is_closed(project: Project) -> bool:
    """Whether the end report is final: what it tells was counted, and no answer changes any more."""
    return project.end_reports.final().exists()


def may_answer(participant: Participant, today: date | None = None) -> bool:
    """Whether ``participant`` may fill in the evaluation, for the first time or once more."""
    opens = opening_days(participant.project, [participant]).get(participant.pk)
    return opens is not None and opens <= (today or timezone.localdate()) and not is_closed(participant.project)


def asked(project: Project, today: date | None = None) -> list[Participant]:
    """Everybody who may have answered by ``today``, by name, with their person and evaluation."""
    people = list(project.participants.select_related("person", "evaluation").in_order_of_name())
    opens, today = opening_days(project, people), today or timezone.localdate()
    return [one for one in people if one.pk in opens and opens[one.pk] <= today]


def next_opening(project: Project, today: date | None = None) -> date | None:
    """The first day on which somebody more may answer; None when everybody who is asked may already."""
    people = project.participants.all()
    today = today or timezone.localdate()
    return min((day for day in opening_days(project, people).values() if day > today), default=None)
