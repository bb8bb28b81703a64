"""The booklet as one couple has it, with what is used; and how often places are used."""

from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from excursions.models import BookletEntry, Section, StripUse, Visit
from excursions.models.booklet import PlaceQuerySet
from excursions.models.strip import StripUseQuerySet
from matching.models import Couple
from projects.models import Project


class Strip(NamedTuple):
    """One strip; ``use`` when the couple was there, ``visit`` when one was asked for that is not over."""

    entry: BookletEntry
    use: StripUse | None
    visit: Visit | None


class Part(NamedTuple):
    """The strips of one section of the booklet."""

    section: Section
    strips: list[Strip]

    @property
    def title(self) -> str:
        return str(self.section.label)

    @property
    def used(self) -> int:
        """How many of them were used."""
        return sum(strip.use is not None for strip in self.strips)


def booklet_of(couple: Couple) -> list[Part]:
    """The edition that couples of this project have, section by section; a strip used in another one counts here too.

    Four queries, however many strips.
    """
    booklet = couple.project.booklets.in_use()
    if booklet is None:
        return []
    used = uses_of(couple)
    visits = {visit.place_id: visit for visit in couple.visits.not_over()}
    strips = [
        Strip(entry, used.get(entry.place_id), visits.get(entry.place_id))
        for entry in booklet.entries.select_related("place")
    ]
    parts = [Part(one, [strip for strip in strips if strip.entry.place.section == one]) for one in Section]
    return [part for part in parts if part.strips]


def uses_of(couple: Couple) -> dict[int, StripUse]:
    """What the couple used, by place."""
    rows = couple.strip_uses.select_related("entry__place", "couple__project", "noted_by", "told_by__person")
    return {use.entry.place_id: use for use in rows}


def with_uses(places: PlaceQuerySet, project: Project) -> PlaceQuerySet:
    """Adds ``used_here`` and ``used_in_all``: how many couples of ``project``, and of all projects, were there."""
    mine = StripUse.objects.filter(entry__place=OuterRef("pk"))
    counted: dict[str, Any] = {
        "used_here": _counted(mine.of_project(project)),
        "used_in_all": _counted(mine.that_count()),
    }
    return places.annotate(**counted)


def _counted(rows: StripUseQuerySet) -> Coalesce:
    counted = rows.order_by().values("entry__place").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
