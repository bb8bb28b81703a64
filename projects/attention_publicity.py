"""Texts for the world in which a date or a place is no longer right."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from projects.models import Project
from projects.publicity.checking import moved
from projects.publicity.facts import facts_of
from projects.watching import AttentionItem, counted, watchers

_OUT_OF_DATE = ngettext_lazy(
    "In %(count)s tekst voor publiciteit klopt iets niet meer",
    "In %(count)s teksten voor publiciteit klopt iets niet meer",
    "count",
)


@watchers.register(75)
def publicity_out_of_date(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Texts of projects that everybody may read of, in which a fact stands as it was."""
    numbers = [project.pk for project in projects]
    for project in Project.objects.filter(pk__in=numbers).with_publicity():
        texts = list(project.publicity_texts.all()) if project.is_public else []
        facts = facts_of(project) if texts else {}
        if count := sum(bool(moved(text, facts)) for text in texts):
            yield counted(
                project,
                count,
                _OUT_OF_DATE,
                key="publicity_out_of_date",
                url=reverse("projects:publicity", args=[project.slug]),
                deed=_("Bekijk teksten"),
                urgent=False,
            )
