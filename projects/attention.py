"""What needs somebody now. Each app adds watchers that look at its own rows over all given projects at once."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen.accounts.models import User
from mixen.templatetags.display import day, euro
from projects.budget import LineSum
from projects.models import Allowance, BudgetLine, Meeting, PaymentRun, PlanStep, Project, Snooze
from projects.permissions import Permission, may
from projects.registry import Registry

_OTHER_POINTS = ngettext_lazy("%(count)s ander punt", "%(count)s andere punten", "count")
_MORE_LIKE_THIS = ngettext_lazy("Nog %(count)s zoals hierboven", "Nog %(count)s zoals hierboven", "count")
MOST_LINES = 5
"""How many lines of one kind a project shows; what is beyond is one line with the number."""


@dataclass(frozen=True)
class AttentionItem:
    """One line of the list: what, why, and the one deed that solves it.

    ``mark`` is a number or sign for the round mark; ``urgent`` puts it under today, else this week. ``key`` says what
    the line is about, to tell it from all others of its project tomorrow too: the watcher's name, then a colon and the
    row where the watcher gives a line for each row. ``tally`` is what ``said`` makes a sentence of, about so many and
    naming nobody; ``count`` is how many this line stands for, and ``all_url`` the list of all of them.
    ``permission`` is what somebody needs to be shown the line, where that is more than leading the project.
    """

    project: Project
    title: str
    reason: str
    url: str
    deed: str
    mark: str = "!"
    urgent: bool = True
    key: str = ""
    tally: Any = None
    count: int = 1
    all_url: str = ""
    permission: Permission | None = None

    @property
    def kind(self) -> str:
        """The watcher that saw it."""
        return self.key.partition(":")[0]


def said(tally: Any, count: int) -> str:
    """The sentence about ``count`` of a kind; ``tally`` is an ``ngettext_lazy`` with ``count`` in it."""
    return str(tally % {"count": count})


def counted(
    project: Project, count: int, tally: Any, *, key: str, url: str, deed: str, urgent: bool = True, reason: str = ""
) -> AttentionItem:
    """One line for ``count`` rows together."""
    return AttentionItem(
        project=project,
        title=said(tally, count),
        reason=reason or str(project),
        url=url,
        deed=deed,
        mark=str(count),
        urgent=urgent,
        key=key,
        tally=tally,
        count=count,
    )


Watcher = Callable[[list[Project], date], Iterable[AttentionItem]]
watchers: Registry[Watcher] = Registry("attention")


@dataclass
class Attention:
    """What needs somebody, urgent lines first; what was put off; and, per project, all of it in numbers."""

    items: list[AttentionItem] = field(default_factory=list)
    put_off: list[tuple[AttentionItem, Snooze]] = field(default_factory=list)
    tallies: dict[int, list[str]] = field(default_factory=dict)


def look_at(projects: Iterable[Project], today: date, user: User | None = None) -> Attention:
    """Ask all watchers about ``projects``, in a constant number of queries.

    Lines that need a permission are only for a ``user`` who has it.
    """
    found, rows = Attention(), list(projects)
    if not rows:
        return found
    snoozes = Snooze.objects.filter(project__in=rows, until__gte=today).select_related("project", "snoozed_by")
    asleep = {(snooze.project_id, snooze.key): snooze for snooze in snoozes}
    for watch in watchers:
        awake: dict[int, list[AttentionItem]] = {}
        for item in _with_keys(watch, watch(rows, today)):
            if item.permission and not may(user, item.permission, item.project):
                continue
            if snooze := asleep.get((item.project.pk, item.key)):
                found.put_off.append((item, snooze))
            else:
                awake.setdefault(item.project.pk, []).append(item)
        for number, items in awake.items():
            found.tallies.setdefault(number, []).extend(_in_numbers(items))
            for item in _not_too_many(items):
                if snooze := asleep.get((number, item.key)):
                    found.put_off.append((item, snooze))
                else:
                    found.items.append(item)
    found.items.sort(key=lambda item: not item.urgent)
    return found


def attention_for(projects: Iterable[Project], today: date) -> list[AttentionItem]:
    """All lines for ``projects`` that need no permission, urgent ones first, in the order of the watchers."""
    return look_at(projects, today).items


def for_project(project: Project, today: date) -> list[AttentionItem]:
    """The lines of one project."""
    return attention_for([project], today)


def _with_keys(watch: Watcher, items: Iterable[AttentionItem]) -> Iterable[AttentionItem]:
    """A line without a key is known by where it leads."""
    for item in items:
        address = slugify(item.url.removeprefix(item.project.get_absolute_url()).replace("/", "-"))
        key = item.key or f"{getattr(watch, '__name__', '')}:{address}"
        yield replace(item, key=key[:100])


def _in_numbers(items: list[AttentionItem]) -> list[str]:
    """One sentence for each kind among ``items``; a kind that cannot be told without names is only counted."""
    kinds: dict[int, tuple[Any, int]] = {}
    for item in items:
        tally = item.tally or _OTHER_POINTS
        kinds[id(tally)] = (tally, kinds.get(id(tally), (tally, 0))[1] + item.count)
    return [said(tally, count) for tally, count in kinds.values()]


def _not_too_many(items: list[AttentionItem]) -> list[AttentionItem]:
    """At most five lines of a kind; the others become one line with their number and the list."""
    first, others = items[0], items[MOST_LINES:]
    if not others or first.tally is None or not first.all_url:
        return items
    rest = counted(
        first.project,
        sum(item.count for item in others),
        _MORE_LIKE_THIS,
        key=f"{first.kind}:rest",
        url=first.all_url,
        deed=_("Bekijk de lijst"),
        urgent=first.urgent,
        reason=f"{first.project}: {said(first.tally, sum(item.count for item in items))}",
    )
    return [*items[:MOST_LINES], rest]


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


import projects.attention_partners  # noqa: E402
import projects.attention_publicity  # noqa: E402, F401  (both register watchers, and need what stands above)
