"""What the mail of Monday morning tells who runs projects; each app adds figures of the week that is past.

It names nobody: a mail lies about in a mailbox for years.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import ngettext

from mixen.accounts.models import User
from projects.models import Meeting, Project, Role
from projects.permissions import Permission, may
from projects.registry import Registry
from projects.watching import look_at

WeeklyFigure = Callable[[list[Project], date, date], dict[int, list[str]]]
figures: Registry[WeeklyFigure] = Registry("weekly")
READY_AT = time(7, 30)
WEEK = timedelta(days=7)


@dataclass
class ProjectWeek:
    """One project in the mail: what needs attention, in numbers, and what happened."""

    project: Project
    attention: list[str] = field(default_factory=list)
    happened: list[str] = field(default_factory=list)


def monday_of(day: date) -> date:
    """The Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def week_to_tell(now: datetime) -> date | None:
    """The Monday of the week in which a summary is due at ``now``; None on Monday before half past seven."""
    here = timezone.localtime(now)
    monday = monday_of(here.date())
    early = here.date() == monday and here.time() < READY_AT
    return None if early else monday


def readers(today: date) -> list[User]:
    """The coordinators, and who leads a real project that is not over."""
    leads = Q(
        memberships__role=Role.PROJECT_LEADER,
        memberships__project__is_practice=False,
        memberships__project__ends_on__gte=today,
    )
    return list(User.objects.filter(leads | Q(is_coordinator=True), is_active=True).distinct().order_by("pk"))


def week_of(user: User, monday: date, today: date) -> list[ProjectWeek]:
    """The projects ``user`` runs, with the week before ``monday``; the number of queries stays as it is for one."""
    running = Project.objects.visible_to(user).real().filter(ends_on__gte=today).for_overview()
    projects = [project for project in running if may(user, Permission.EDIT_PROJECT, project)]
    attention = look_at(projects, today, user)
    weeks = {project.pk: ProjectWeek(project, attention.tallies.get(project.pk, [])) for project in projects}
    for tell in figures:
        for number, sentences in tell(projects, monday - WEEK, monday - timedelta(days=1)).items():
            weeks[number].happened += sentences
    return list(weeks.values())


@figures.register(10)
def meetings_held(projects: list[Project], first: date, last: date) -> dict[int, list[str]]:
    """The meetings of the whole group."""
    held = Meeting.objects.filter(project__in=projects, starts_at__date__gte=first, starts_at__date__lte=last)
    counts = held.order_by().values_list("project").annotate(Count("pk"))
    return {
        number: [ngettext("%(count)s bijeenkomst", "%(count)s bijeenkomsten", count) % {"count": count}]
        for number, count in counts
    }
