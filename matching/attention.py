"""Calls that are due, and people who want help."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import CheckIn, Couple
from projects.attention import AttentionItem, watchers
from projects.models import Project

MOST_NAMED = 3


@watchers.register(5)
def help_wanted(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who asked for help, and who did not answer three times."""
    for call in CheckIn.objects.for_the_coordinator().filter(project__in=projects).with_people():
        name = call.member.participant.person.goes_by
        asked = call.outcome == CheckIn.Outcome.HELP
        title = _("%(name)s vraagt om hulp") if asked else _("%(name)s nam drie keer niet op")
        caller = call.ambassador.name if call.ambassador else _("nog niemand")
        yield AttentionItem(
            project=call.project,
            title=title % {"name": name},
            reason=_("Belronde %(project)s, ambassadeur: %(who)s") % {"project": call.project, "who": caller},
            url=reverse("matching:call", args=[call.project.slug, call.pk]),
            deed=_("Lees"),
        )


@watchers.register(30)
def calls_due(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Calls whose day has come."""
    due = CheckIn.objects.due_on(today).filter(project__in=projects).order_by()
    counts = dict(due.values_list("project").annotate(Count("pk")))
    for project in projects:
        if count := counts.get(project.pk):
            yield AttentionItem(
                project=project,
                title=ngettext("Nog %(count)s deelnemer bellen", "Nog %(count)s deelnemers bellen", count)
                % {"count": count},
                reason=str(project),
                url=reverse("matching:calls", args=[project.slug]),
                deed=_("Bekijk belronde"),
                mark=str(count),
                urgent=False,
            )


@watchers.register(45)
def couples_ending(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Couples whose three months end within two weeks, or have ended: go on or say goodbye?"""
    ending = Couple.objects.active().filter(project__in=projects, planned_end__lte=today + timedelta(days=14))
    found: dict[int, list[Couple]] = {}
    for couple in ending.with_members().with_pauses():
        found.setdefault(couple.project_id, []).append(couple)
    for project in projects:
        if couples := found.get(project.pk):
            count = len(couples)
            yield AttentionItem(
                project=project,
                title=ngettext(
                    "De tijd van %(count)s koppel is bijna om", "De tijd van %(count)s koppels is bijna om", count
                )
                % {"count": count},
                reason=f"{project}: {_who_goes_on(couples)}",
                url=reverse("matching:list", args=[project.slug]) + "?state=ending",
                deed=_("Bekijk koppels"),
                mark=str(count),
                urgent=False,
            )


def _who_goes_on(couples: list[Couple]) -> str:
    """Which couples want to go on, which do not, and which have not said so, each by name."""
    said: dict[Any, list[str]] = {}
    for couple in couples:
        wishes = set(couple.wishes.values()) if couple.can_be_extended else {"extended"}
        answer = False if False in wishes else None if None in wishes else wishes.pop()
        said.setdefault(answer, []).append(couple.title)
    told = [
        (True, _("wil door: %(couples)s")),
        (False, _("wil niet door: %(couples)s")),
        (None, _("zei nog niets: %(couples)s")),
        ("extended", _("al verlengd: %(couples)s")),
    ]
    return "; ".join(text % {"couples": _few(said[answer])} for answer, text in told if answer in said)


def _few(titles: list[str]) -> str:
    """At most three couples by name, and the number of the others."""
    if len(titles) <= MOST_NAMED:
        return ", ".join(titles)
    more = _("en nog %(count)s") % {"count": len(titles) - MOST_NAMED}
    return f"{', '.join(titles[:MOST_NAMED])} {more}"
