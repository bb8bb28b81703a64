"""Which participants each of the team looks after, as a count."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participants.models import Participant
from projects.models import Project
from projects.team import Item, Work, counters


@counters.register(10)
def looked_after(project: Project) -> Work:
    """Who did not stop, by ambassador; nobody's are those that still need one."""
    people = Counter(Participant.objects.active().filter(project=project).values_list("ambassador", flat=True))
    address = reverse("participants:list", args=[project.slug])
    return Work(
        _("Deelnemers"),
        {
            user: [
                Item(
                    ngettext("%(count)s deelnemer", "%(count)s deelnemers", count) % {"count": count},
                    f"{address}?ambassador={user or 'null'}",
                )
            ]
            for user, count in people.items()
        },
    )
