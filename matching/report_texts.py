"""What the rows about couples propose for the texts of the end report."""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import CheckIn, Couple
from matching.models.couple import EndReason
from projects.models import Project
from projects.report.words import listed, told, told_day, told_number

TENTH = Decimal("0.1")


def course(project: Project) -> str | None:
    """When couples were formed, and how many people were phoned."""
    formed = Counter(Couple.objects.filter(project=project).that_counted().values_list("formed_on", flat=True))
    spoken = CheckIn.objects.filter(project=project).exclude(
        Q(outcome__in=[CheckIn.Outcome.OPEN, CheckIn.Outcome.NO_ANSWER]) | Q(kind=CheckIn.Kind.STOPPED)
    )
    called = spoken.values("member__participant").distinct().count()
    return told(
        formed and _("We vormden %(couples)s.") % {"couples": listed(_formed_in_words(formed))},
        called
        and ngettext(
            "De ambassadeurs belden %(number)s deelnemer op om te vragen hoe het ging.",
            "De ambassadeurs belden %(number)s deelnemers op om te vragen hoe het ging.",
            called,
        )
        % {"number": called},
    )


def _formed_in_words(formed: Counter[date]) -> list[str]:
    return [
        ngettext("%(number)s koppel op %(day)s", "%(number)s koppels op %(day)s", number)
        % {"day": told_day(day), "number": number}
        for day, number in sorted(formed.items())
    ]


def couples_in_words(project: Project) -> str | None:
    """How many couples there were, of how many people, and how often they met."""
    found: list[Any] = list(Couple.objects.filter(project=project).that_counted().with_new_count().with_outings())
    if not found:
        return None
    number, meetings = len(found), sum(one.meetings for one in found)
    hours = sum((one.hours for one in found), Decimal(0))
    return told(
        ngettext(
            "%(number)s koppel ging samen op stap; we streefden naar %(target)s.",
            "%(number)s koppels gingen samen op stap; we streefden naar %(target)s.",
            number,
        )
        % {"number": number, "target": min(project.target_old, project.target_new)},
        _larger(found, 2, _("drie")),
        _larger(found, 3, _("vier")),
        meetings
        and ngettext("Samen hadden zij %(number)s ontmoeting.", "Samen hadden zij %(number)s ontmoetingen.", meetings)
        % {"number": meetings},
        meetings
        and _("Dat is gemiddeld %(meetings)s keer en %(hours)s uur per koppel.")
        % {
            "meetings": told_number((Decimal(meetings) / number).quantize(TENTH)),
            "hours": told_number((hours / number).quantize(TENTH)),
        },
    )


def _larger(found: list[Any], new: int, size: str) -> str:
    number = sum(one.new_count == new for one in found)
    if not number:
        return ""
    return ngettext(
        "Daar was %(number)s koppel van %(size)s personen bij.",
        "Daar waren %(number)s koppels van %(size)s personen bij.",
        number,
    ) % {"number": number, "size": size}


def lessons(project: Project) -> str | None:
    """How many couples were broken off early, and how many went on for longer."""
    couples = Couple.objects.filter(project=project)
    counted = set(couples.that_counted().values_list("pk", flat=True))
    broken = couples.exclude(pk__in=counted).exclude(end_reason=EndReason.MISTAKE).count()
    return (
        broken
        and ngettext(
            "%(number)s koppel stopte eerder dan afgesproken.",
            "%(number)s koppels stopten eerder dan afgesproken.",
            broken,
        )
        % {"number": broken}
    ) or None
