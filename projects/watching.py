"""What needs somebody now. Each app adds watchers that look at its own rows over all given projects at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen.accounts.models import User
from projects.models import Project, Snooze
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


def to_name(kind: str, rows: Iterable[tuple[int, int]], today: date) -> tuple[list[int], dict[int, int]]:
    """Which of ``rows`` a watcher gives a line each, and how many others there are, by project.

    ``rows`` are numbers of project and row, in their order; a row's line has the key ``kind:row``. Of each project as
    many as are shown get one, and those that somebody put off. The others are one line, ``counted``, which comes last.
    """
    put_off = set(Snooze.objects.filter(key__startswith=f"{kind}:", until__gte=today).values_list("project", "key"))
    named, awake, others = list[int](), Counter[int](), Counter[int]()
    for project, row in rows:
        if (project, f"{kind}:{row}") in put_off:
            named.append(row)
        elif awake[project] < MOST_LINES:
            awake[project] += 1
            named.append(row)
        else:
            others[project] += 1
    return named, dict(others)


def not_named(
    project: Project, others: dict[int, int], kind: str, tally: Any, all_url: str
) -> Iterator[AttentionItem]:
    """The line, after all others of ``kind``, for those of ``project`` that ``to_name`` left out; none without any."""
    if count := others.get(project.pk):
        line = counted(project, count, tally, key=f"{kind}:others", url=all_url, deed=_("Bekijk de lijst"))
        yield replace(line, all_url=all_url)


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
