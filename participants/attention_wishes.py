"""Who would like to become an ambassador and waits for an answer."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen.templatetags.display import day
from participants.models import AmbassadorWish
from projects.models import Project
from projects.watching import AttentionItem, watchers

_WISHES = ngettext_lazy(
    "%(count)s deelnemer wil ambassadeur worden", "%(count)s deelnemers willen ambassadeur worden", "count"
)


@watchers.register(90)
def wants_to_be_ambassador(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who would like to become an ambassador and still waits for an answer."""
    rows = AmbassadorWish.objects.wanted().filter(participant__project__in=projects)
    for wish in rows.select_related("participant__person", "participant__project").order_by("pk"):
        participant = wish.participant
        yield AttentionItem(
            project=participant.project,
            title=_("%(name)s wil ambassadeur worden") % {"name": participant.person.goes_by},
            reason=f"{participant.project}, {day(wish.answered_at)}",
            url=reverse("participants:ambassador_wish", args=[participant.project.slug, participant.pk]),
            deed=_("Antwoord geven"),
            urgent=False,
            key=f"wants_to_be_ambassador:{wish.pk}",
            tally=_WISHES,
        )
