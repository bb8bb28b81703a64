"""The strips of an earlier project go along to a follow-up."""

from django.utils.translation import gettext_lazy as _

from excursions.actions import make_booklet
from excursions.models import Place
from mixen.accounts.models import User
from projects.models import Project
from projects.taking import Takeable, takeables


def _places(earlier: Project, project: Project, by: User | None) -> None:
    """A first edition, not printed, with the places of the last one that still fit: their discount has not ended."""
    booklet = earlier.booklets.in_use()
    if booklet is None:
        return
    fit = Place.objects.for_project(project).agreed_on(project.starts_on)
    places = [entry.place for entry in booklet.entries.filter(place__in=fit).select_related("place")]
    if places:
        make_booklet(project=project, places=places, foreword=booklet.foreword, with_codes=booklet.with_codes, by=by)


takeables.add(60, Takeable("places", _("de plekken van het strippenboekje"), _places))
