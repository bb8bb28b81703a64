"""Who calls whom: the couples of each of the team, and the calls that are waiting for them."""

from collections import Counter

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import CheckIn, Couple
from projects.models import Project
from projects.team import Item, Work, counters


@counters.register(20)
def couples(project: Project) -> Work:
    """The couples that go on, by who looks after them."""
    found: dict[int | None, list[Item]] = {}
    for couple in Couple.objects.active().filter(project=project).with_members():
        address = reverse("matching:couple", args=[project.slug, couple.pk])
        found.setdefault(couple.ambassador_id, []).append(Item(str(couple), address))
    return Work(_("Belt de koppels"), found)


@counters.register(30)
def calls(project: Project) -> Work:
    """The calls that are due today or before."""
    due = CheckIn.objects.due_on(timezone.localdate()).filter(project=project)
    counts = Counter(due.values_list("ambassador", flat=True))
    address = reverse("matching:calls", args=[project.slug])
    return Work(
        _("Nu te bellen"),
        {
            user: [Item(ngettext("%(count)s gesprek", "%(count)s gesprekken", count) % {"count": count}, address)]
            for user, count in counts.items()
        },
    )
