"""What needs somebody now. Each app adds watchers that look at its own rows over all given projects at once."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mixen.templatetags.display import day, euro
from projects.budget import LineSum
from projects.models import Allowance, BudgetLine, Meeting, Partnership, PaymentRun, PlanStep, Project
from projects.permissions import Permission, may
from projects.registry import Registry


@dataclass(frozen=True)
class AttentionItem:
    """One line of the list: what, why, and the one deed that solves it.

    ``mark`` is a number or sign for the round mark; ``urgent`` puts it under today, else this week. ``permission``
    is what somebody needs to be shown the line, where that is more than leading the project.
    """

    project: Project
    title: str
    reason: str
    url: str
    deed: str
    mark: str = "!"
    urgent: bool = True
    permission: Permission | None = None


Watcher = Callable[[list[Project], date], Iterable[AttentionItem]]
watchers: Registry[Watcher] = Registry("attention")


def attention_for(projects: Iterable[Project], today: date, user: Any = None) -> list[AttentionItem]:
    """All lines for ``projects`` that ``user`` may see, urgent ones first, each group in the order of the watchers."""
    rows = list(projects)
    items = [item for watch in watchers for item in watch(rows, today)] if rows else []
    seen = [item for item in items if item.permission is None or may(user, item.permission, item.project)]
    return sorted(seen, key=lambda item: not item.urgent)


@watchers.register(60)
def late_steps(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Steps of the stappenplan whose day has passed."""
    late: dict[int, list[PlanStep]] = {}
    for step in PlanStep.objects.late_on(today).filter(project__in=projects):
        late.setdefault(step.project_id, []).append(step)
    for project in projects:
        if steps := late.get(project.pk):
            count = len(steps)
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "%(count)s stap had klaar moeten zijn", "%(count)s stappen hadden klaar moeten zijn", count
                )
                % {"count": count},
                reason=f"{project}: {steps[0].name}",
                url=reverse("projects:plan", args=[project.slug]),
                deed=_("Bekijk stappenplan"),
                mark=str(count),
                urgent=False,
            )


@watchers.register(50)
def meetings_without_a_place(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Meetings within a week of which the place is not known."""
    soon = Meeting.objects.upcoming().filter(
        project__in=projects, starts_at__date__lte=today + timedelta(days=7), venue__isnull=True, place=""
    )
    for meeting in soon.select_related("project"):
        yield AttentionItem(
            project=meeting.project,
            title=_("%(meeting)s heeft nog geen plaats") % {"meeting": meeting.get_kind_display()},
            reason=f"{meeting.project}, {day(meeting.day)}",
            url=reverse("projects:meeting_edit", args=[meeting.project.slug, meeting.pk]),
            deed=_("Vul plaats in"),
        )


@watchers.register(70)
def agreements_not_confirmed(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Agreements with partners of more than a week old that nobody confirmed."""
    waiting = Partnership.objects.filter(
        project__in=projects, confirmed_on__isnull=True, agreed_on__lt=today - timedelta(days=7)
    ).select_related("project", "organisation")
    for partnership in waiting:
        yield AttentionItem(
            project=partnership.project,
            title=_("%(organisation)s heeft de afspraak nog niet bevestigd")
            % {"organisation": partnership.organisation},
            reason=f"{partnership.project}: {partnership.contribution}",
            url=reverse("projects:partners", args=[partnership.project.slug]),
            deed=_("Bekijk partner"),
            urgent=False,
        )


@watchers.register(80)
def budget_nearly_used(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Budget lines of which more than nine tenths was spent."""
    lines = BudgetLine.objects.filter(
        group__project__in=projects, group__project__books_closed_at__isnull=True, left_out=False
    ).with_spent()
    by_number = {project.pk: project for project in projects}
    for line in lines.select_related("group").order_by("group__project", "group__number", "code"):
        if LineSum(line, line.spent).is_nearly_used:
            project = by_number[line.group.project_id]
            yield AttentionItem(
                project=project,
                title=_("%(line)s is bijna op") % {"line": line},
                reason=_("%(project)s: %(spent)s van %(available)s uitgegeven")
                % {
                    "project": project,
                    "spent": euro(line.spent),
                    "available": euro(LineSum(line, line.spent).available),
                },
                url=reverse("projects:money", args=[project.slug]),
                deed=_("Bekijk begroting"),
                urgent=False,
            )


@watchers.register(81)
def allowances_waiting(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Allowances of ambassadors that nobody decided on."""
    counted = Counter(Allowance.objects.filter(project__in=projects).waiting().values_list("project", flat=True))
    for project in projects:
        if count := counted[project.pk]:
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "%(count)s vergoeding wacht op besluit", "%(count)s vergoedingen wachten op besluit", count
                )
                % {"count": count},
                reason=str(project),
                url=reverse("projects:allowances", args=[project.slug]),
                deed=_("Bekijk vergoedingen"),
                mark=str(count),
                urgent=False,
            )


@watchers.register(82)
def runs_not_paid(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Payment runs that nobody has said were paid, a week after they were made."""
    late = PaymentRun.objects.filter(
        project__in=projects, state=PaymentRun.State.OPEN, made_at__date__lt=today - timedelta(days=7)
    )
    for run in late.select_related("project"):
        yield AttentionItem(
            project=run.project,
            title=_("Betaalronde %(reference)s is nog niet betaald") % {"reference": run.reference},
            reason=f"{run.project}, {day(run.made_at)}",
            url=reverse("projects:payment_run", args=[run.project.slug, run.pk]),
            deed=_("Bekijk ronde"),
            urgent=False,
        )


def for_project(project: Project, today: date) -> list[AttentionItem]:
    """The lines of one project."""
    return attention_for([project], today)
