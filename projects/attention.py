"""What of a project's plan, meetings and money needs somebody today."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

import projects.attention_partners
import projects.attention_publicity  # noqa: F401  (these register watchers too)
from mixen.templatetags.display import day, euro
from projects.budget import LineSum
from projects.models import Allowance, BudgetLine, Meeting, PaymentRun, PlanStep, Project
from projects.watching import AttentionItem, counted, watchers

_LATE_STEPS = ngettext_lazy(
    "%(count)s stap had klaar moeten zijn", "%(count)s stappen hadden klaar moeten zijn", "count"
)


@watchers.register(60)
def late_steps(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Steps of the stappenplan whose day has passed."""
    late: dict[int, list[PlanStep]] = {}
    for step in PlanStep.objects.late_on(today).filter(project__in=projects):
        late.setdefault(step.project_id, []).append(step)
    for project in projects:
        if steps := late.get(project.pk):
            yield counted(
                project,
                len(steps),
                _LATE_STEPS,
                key="late_steps",
                url=reverse("projects:plan", args=[project.slug]),
                deed=_("Bekijk stappenplan"),
                urgent=False,
                reason=f"{project}: {steps[0].name}",
            )


_WITHOUT_PLACE = ngettext_lazy(
    "%(count)s bijeenkomst binnen een week heeft nog geen plaats",
    "%(count)s bijeenkomsten binnen een week hebben nog geen plaats",
    "count",
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
            key=f"meetings_without_a_place:{meeting.pk}",
            tally=_WITHOUT_PLACE,
        )


_NEARLY_USED = ngettext_lazy(
    "%(count)s begrotingsregel is bijna op", "%(count)s begrotingsregels zijn bijna op", "count"
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
                key=f"budget_nearly_used:{line.pk}",
                tally=_NEARLY_USED,
                all_url=reverse("projects:money", args=[project.slug]),
            )


_ALLOWANCES = ngettext_lazy(
    "%(count)s vergoeding wacht op besluit", "%(count)s vergoedingen wachten op besluit", "count"
)


@watchers.register(81)
def allowances_waiting(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Allowances of ambassadors that nobody decided on."""
    waiting = Counter(Allowance.objects.filter(project__in=projects).waiting().values_list("project", flat=True))
    for project in projects:
        if count := waiting[project.pk]:
            yield counted(
                project,
                count,
                _ALLOWANCES,
                key="allowances_waiting",
                url=reverse("projects:allowances", args=[project.slug]),
                deed=_("Bekijk vergoedingen"),
                urgent=False,
            )


_RUNS = ngettext_lazy(
    "%(count)s betaalronde is nog niet betaald", "%(count)s betaalrondes zijn nog niet betaald", "count"
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
            key=f"runs_not_paid:{run.pk}",
            tally=_RUNS,
            all_url=reverse("projects:payments", args=[run.project.slug]),
        )
