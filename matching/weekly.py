"""What couples did in a week, and who was called, for the mail of Monday morning."""

from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import CheckIn, Couple, Outing
from matching.seen import last_seen
from mixen.templatetags.display import day
from projects.models import Project
from projects.weekly import figures


@figures.register(20)
def seen_each_other(projects: list[Project], first: date, last: date) -> dict[int, list[str]]:
    """How often couples met, and how many saw each other since ``first`` or not."""
    outings = Outing.objects.between(first, last).filter(couple__project__in=projects).order_by()
    met = dict(outings.values_list("couple__project").annotate(Count("pk")))
    couples = Couple.objects.active().filter(project__in=projects)
    seen, rows = last_seen(couples), list(couples.values_list("pk", "project"))
    told: dict[int, list[str]] = {}
    for number in dict.fromkeys(project for _couple, project in rows):
        mine = [seen[couple] >= first for couple, project in rows if project == number]
        count = met.get(number, 0)
        told[number] = [
            ngettext("%(count)s ontmoeting van een koppel", "%(count)s ontmoetingen van koppels", count)
            % {"count": count},
            ngettext(
                "%(seen)s koppel zag elkaar sinds %(day)s, %(unseen)s niet",
                "%(seen)s koppels zagen elkaar sinds %(day)s, %(unseen)s niet",
                sum(mine),
            )
            % {"day": day(first), "seen": sum(mine), "unseen": len(mine) - sum(mine)},
        ]
    return told


@figures.register(30)
def people_called(projects: list[Project], first: date, last: date) -> dict[int, list[str]]:
    """How many participants were spoken to on the phone, and how many did not answer."""
    called = CheckIn.objects.filter(project__in=projects, called_on__gte=first, called_on__lte=last).order_by()
    counts = called.values_list("project").annotate(
        spoken=Count("pk", filter=Q(outcome__in=CheckIn.SPOKEN)),
        silent=Count("pk", filter=Q(outcome=CheckIn.Outcome.NO_ANSWER)),
    )
    return {
        number: [
            _("belronde: %(spoken)s gesproken, %(silent)s keer geen gehoor") % {"spoken": spoken, "silent": silent}
        ]
        for number, spoken, silent in counts
    }
