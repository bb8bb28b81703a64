"""Couples that lose sight of each other, calls that are due, and people who want help."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from matching.models import CheckIn, Couple
from matching.models.checkin import OVERDUE_AFTER, CheckInQuerySet
from matching.seen import lost_sight
from mixen.templatetags.display import day
from projects.models import Project, TimeAway
from projects.watching import AttentionItem, counted, not_named, to_name, watchers

_HELP = ngettext_lazy(
    "%(count)s deelnemer vraagt om hulp, neemt niet op of stopt",
    "%(count)s deelnemers vragen om hulp, nemen niet op of stoppen",
    "count",
)
_NOT_SEEN = ngettext_lazy(
    "%(count)s koppel heeft elkaar langer dan 14 dagen niet gezien",
    "%(count)s koppels hebben elkaar langer dan 14 dagen niet gezien",
    "count",
)
_OVERDUE = ngettext_lazy(
    "%(count)s deelnemer is meer dan een week te laat nog niet gebeld",
    "%(count)s deelnemers zijn meer dan een week te laat nog niet gebeld",
    "count",
)
_DUE = ngettext_lazy("Nog %(count)s deelnemer bellen", "Nog %(count)s deelnemers bellen", "count")
_ENDING = ngettext_lazy(
    "De tijd van %(count)s koppel is bijna om", "De tijd van %(count)s koppels is bijna om", "count"
)
ASKED_FOR = {
    CheckIn.Outcome.HELP: gettext_lazy("%(name)s vraagt om hulp"),
    CheckIn.Outcome.STOPPED: gettext_lazy("%(name)s wil stoppen"),
    CheckIn.Outcome.NO_ANSWER: gettext_lazy("%(name)s nam drie keer niet op"),
}
MOST_NAMED = 3


@watchers.register(5)
def help_wanted(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who asked for help or stops, and who did not answer three times."""
    calls = CheckIn.objects.for_the_coordinator().filter(project__in=projects)
    named, others = to_name("help_wanted", calls.values_list("project", "pk"), today)
    for call in calls.filter(pk__in=named).with_people():
        name = call.member.participant.person.goes_by
        caller = call.ambassador.name if call.ambassador else _("nog niemand")
        yield AttentionItem(
            project=call.project,
            title=ASKED_FOR[CheckIn.Outcome(call.outcome)] % {"name": name},
            reason=_("Belronde %(project)s, ambassadeur: %(who)s") % {"project": call.project, "who": caller},
            url=reverse("matching:call", args=[call.project.slug, call.pk]),
            deed=_("Lees en pak op"),
            key=f"help_wanted:{call.pk}",
            tally=_HELP,
            all_url=_calls_of(call.project, "coordinator"),
        )
    for project in projects:
        yield from not_named(project, others, "help_wanted", _HELP, _calls_of(project, "coordinator"))


def _calls_of(project: Project, which: str) -> str:
    return reverse("matching:calls", args=[project.slug]) + f"?toon={which}"


@watchers.register(20)
def couples_not_seen(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Active couples that have not seen each other for more than 14 days and do not pause."""
    couples = Couple.objects.active().filter(project__in=projects)
    lost = lost_sight(couples, today)
    rows = [row for row in couples.values_list("project", "pk") if row[1] in lost]
    named, others = to_name("couples_not_seen", rows, today)
    for couple in Couple.objects.filter(pk__in=named).with_members():
        yield _not_seen(couple, lost[couple.pk], today)
    for project in projects:
        yield from not_named(project, others, "couples_not_seen", _NOT_SEEN, _unseen_of(project))


def _not_seen(couple: Couple, last: date, today: date) -> AttentionItem:
    days = (today - last).days
    return AttentionItem(
        project=couple.project,
        title=_("%(couple)s hebben elkaar al %(days)s dagen niet gezien") % {"couple": couple.title, "days": days},
        reason=_("%(project)s, laatst: %(day)s") % {"project": couple.project, "day": day(last)},
        url=reverse("matching:couple", args=[couple.project.slug, couple.pk]),
        deed=_("Bekijk koppel"),
        mark=str(days),
        key=f"couples_not_seen:{couple.pk}",
        tally=_NOT_SEEN,
        all_url=_unseen_of(couple.project),
    )


def _unseen_of(project: Project) -> str:
    return reverse("matching:list", args=[project.slug]) + "?state=unseen"


@watchers.register(25)
def calls_overdue(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Calls that should have been made more than a week ago, the oldest first."""
    late = CheckIn.objects.overdue_on(today).filter(project__in=projects).order_by("due_on", "pk")
    named, others = to_name("calls_overdue", late.values_list("project", "pk"), today)
    for call in late.filter(pk__in=named).with_people():
        caller = call.ambassador.name if call.ambassador else _("nog niemand")
        yield AttentionItem(
            project=call.project,
            title=_("%(name)s is nog niet gebeld") % {"name": call.member.participant.person.goes_by},
            reason=_("%(project)s, had gemoeten op %(day)s, ambassadeur: %(who)s")
            % {"project": call.project, "day": day(call.due_on), "who": caller},
            url=reverse("matching:call", args=[call.project.slug, call.pk]),
            deed=_("Bellen"),
            mark=str((today - call.due_on).days),
            key=f"calls_overdue:{call.pk}",
            tally=_OVERDUE,
            all_url=_calls_of(call.project, "late"),
        )
    for project in projects:
        yield from not_named(project, others, "calls_overdue", _OVERDUE, _calls_of(project, "late"))


@watchers.register(30)
def calls_due(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Calls whose day has come, not more than a week ago."""
    due = CheckIn.objects.due_on(today).filter(project__in=projects, due_on__gte=today - OVERDUE_AFTER).order_by()
    counts = dict(due.values_list("project").annotate(Count("pk")))
    waiting = _waiting_after_the_end(due)
    for project in projects:
        if count := counts.get(project.pk):
            names = _few(waiting.get(project.pk, []))
            yield counted(
                project,
                count,
                _DUE,
                key="calls_due",
                url=reverse("matching:calls", args=[project.slug]),
                deed=_("Bekijk belronde"),
                urgent=bool(names),
                reason=_("%(project)s, eerst, want hun koppel is gestopt: %(names)s")
                % {"project": project, "names": names}
                if names
                else "",
            )


def _waiting_after_the_end(due: CheckInQuerySet) -> dict[int, list[str]]:
    """Per project who has not been called yet since who guides the couple stopped it, by name."""
    found: dict[int, list[str]] = {}
    for call in due.filter(kind=CheckIn.Kind.STOPPED).with_people().order_by("pk"):
        found.setdefault(call.project_id, []).append(call.member.participant.person.goes_by)
    return found


@watchers.register(45)
def couples_ending(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Couples whose three months end within two weeks, or have ended: go on or say goodbye?"""
    ending = Couple.objects.active().filter(project__in=projects, planned_end__lte=today + timedelta(days=14))
    found: dict[int, dict[Any, list[Couple]]] = {}
    for couple in ending.select_related("project").prefetch_related("members").with_pauses():
        found.setdefault(couple.project_id, {}).setdefault(_who_goes_on(couple), []).append(couple)
    titles = _titles_of(
        couple for said in found.values() for couples in said.values() for couple in couples[:MOST_NAMED]
    )
    for project in projects:
        if said := found.get(project.pk):
            told = [text % {"couples": _some(said[answer], titles)} for answer, text in ANSWERS if answer in said]
            yield counted(
                project,
                sum(map(len, said.values())),
                _ENDING,
                key="couples_ending",
                url=reverse("matching:list", args=[project.slug]) + "?state=ending",
                deed=_("Bekijk koppels"),
                urgent=False,
                reason=f"{project}: {'; '.join(told)}",
            )


ANSWERS = [
    (True, gettext_lazy("wil door: %(couples)s")),
    (False, gettext_lazy("wil niet door: %(couples)s")),
    (None, gettext_lazy("vraag nog: %(couples)s")),
    ("extended", gettext_lazy("al verlengd: %(couples)s")),
]


def _who_goes_on(couple: Couple) -> bool | str | None:
    """Whether a couple wants to go on; None while somebody has not said so."""
    wishes = set(couple.wishes.values()) if couple.can_be_extended else {"extended"}
    return False if False in wishes else None if None in wishes else wishes.pop()


def _titles_of(couples: Iterable[Couple]) -> dict[int, str]:
    """What the few that are told by name are called; nobody else is loaded."""
    rows = Couple.objects.filter(pk__in=[couple.pk for couple in couples]).with_members()
    return {couple.pk: couple.title for couple in rows}


def _some(couples: list[Couple], titles: dict[int, str]) -> str:
    return _few([titles.get(couple.pk, "") for couple in couples])


def _few(titles: list[str]) -> str:
    """At most three couples by name, and the number of the others."""
    if len(titles) <= MOST_NAMED:
        return ", ".join(titles)
    more = _("en nog %(count)s") % {"count": len(titles) - MOST_NAMED}
    return f"{', '.join(titles[:MOST_NAMED])} {more}"


_AWAY = ngettext_lazy(
    "%(count)s ambassadeur is weg en heeft nog mensen om te bellen",
    "%(count)s ambassadeurs zijn weg en hebben nog mensen om te bellen",
    "count",
)
SOON = timedelta(days=3)
"""How long before somebody goes it is told that their calls are still theirs."""


@watchers.register(8)
def away_with_calls(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who is away, or goes within three days, and has calls to make until the last day they are away."""
    rows = TimeAway.objects.touching(today, today + SOON).filter(membership__project__in=projects)
    away = list(rows.select_related("membership__user", "membership__project", "covered_by__user"))
    if not away:
        return
    calls = CheckIn.objects.open().filter(project__in={row.membership.project_id for row in away})
    waiting: dict[tuple[int, int | None], list[date]] = {}
    for project, caller, due in calls.values_list("project", "ambassador", "due_on"):
        waiting.setdefault((project, caller), []).append(due)
    for row in away:
        member = row.membership
        count = sum(due <= row.until for due in waiting.get((member.project_id, member.user_id), []))
        if count:
            yield _away_line(row, count)


def _away_line(row: TimeAway, count: int) -> AttentionItem:
    member = row.membership
    cover = row.covered_by.user if row.covered_by else None
    address = reverse("matching:calls_hand_over", args=[member.project.slug])
    return AttentionItem(
        project=member.project,
        title=ngettext(
            "%(name)s is weg tot en met %(day)s en heeft nog %(count)s gesprek te voeren",
            "%(name)s is weg tot en met %(day)s en heeft nog %(count)s gesprekken te voeren",
            count,
        )
        % {"name": member.user.name, "day": day(row.until), "count": count},
        reason=f"{member.project}, {_('wie neemt het over')}: {cover.name if cover else _('nog niemand')}",
        url=f"{address}?van={member.user_id}" + (f"&naar={cover.pk}" if cover else ""),
        deed=_("Draag bellijst over"),
        mark=str(count),
        key=f"away_with_calls:{row.pk}",
        tally=_AWAY,
    )
