"""What participants said of themselves: that they want to stop, or that it is not going well."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen.templatetags.display import day
from participants.models import Mood, Status, StopWish
from projects.models import Project
from projects.watching import AttentionItem, watchers

_STOPPING = ngettext_lazy(
    "%(count)s deelnemer in een koppel wil stoppen", "%(count)s deelnemers in een koppel willen stoppen", "count"
)
_NOT_WELL = ngettext_lazy(
    "Met %(count)s deelnemer gaat het niet goed", "Met %(count)s deelnemers gaat het niet goed", "count"
)


@watchers.register(6)
def wants_to_stop(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who wants to stop and is in a couple: called first. Solved when the couple ended, or somebody took it up."""
    rows = StopWish.objects.filter(
        handled_at__isnull=True, participant__project__in=projects, participant__status=Status.COUPLED
    )
    for wish in rows.select_related("participant__person", "participant__project"):
        yield AttentionItem(
            project=wish.participant.project,
            title=_("%(name)s wil stoppen") % {"name": wish.participant.person.goes_by},
            reason=f"{wish.participant.project}, {day(wish.said_at)}",
            url=wish.participant.get_absolute_url() + "#gevoel",
            deed=_("Bel en spreek af"),
            key=f"wants_to_stop:{wish.pk}",
            tally=_STOPPING,
        )


@watchers.register(7)
def not_going_well(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who said that it is not going well, once a person, until somebody took it up."""
    rows = Mood.objects.filter(face=Mood.Face.BAD, handled_at__isnull=True, participant__project__in=projects)
    told: set[int] = set()
    for mood in rows.select_related("participant__person", "participant__project"):
        if mood.participant_id in told:
            continue
        told.add(mood.participant_id)
        yield AttentionItem(
            project=mood.participant.project,
            title=_("Met %(name)s gaat het niet goed") % {"name": mood.participant.person.goes_by},
            reason=f"{mood.participant.project}, {day(mood.said_at)}",
            url=mood.participant.get_absolute_url() + "#gevoel",
            deed=_("Bel en noteer"),
            key=f"not_going_well:{mood.pk}",
            tally=_NOT_WELL,
        )
