"""Excursions that need somebody."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

import excursions.attention_visits  # noqa: F401  (registers watchers too)
from excursions.models import Excursion
from mixen.templatetags.display import day
from projects.models import Project
from projects.watching import AttentionItem, watchers

SOON = timedelta(days=7)
_NOBODY_GUIDES = ngettext_lazy(
    "%(count)s excursie binnen een week heeft nog geen begeleider",
    "%(count)s excursies binnen een week hebben nog geen begeleider",
    "count",
)


@watchers.register(51)
def excursions_without_a_guide(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Excursions within a week that nobody guides."""
    coming = Excursion.objects.upcoming().taking_place().filter(project__in=projects)
    soon = coming.filter(starts_at__date__lte=today + SOON, guides__isnull=True)
    for excursion in soon.select_related("project"):
        slug = excursion.project.slug
        yield AttentionItem(
            project=excursion.project,
            title=_("%(excursion)s heeft nog geen begeleider") % {"excursion": excursion.name},
            reason=f"{excursion.project}, {day(excursion.day)}",
            url=reverse("excursions:excursion_edit", args=[slug, excursion.pk]),
            deed=_("Kies begeleider"),
            key=f"excursions_without_a_guide:{excursion.pk}",
            tally=_NOBODY_GUIDES,
            all_url=reverse("excursions:programme", args=[slug]),
        )
