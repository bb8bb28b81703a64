"""A meeting at a place of the booklet uses its strip; taken back, the strip is free again."""

from django.db.models import Q

from excursions.actions import use_strip
from excursions.models import BookletEntry, StripUse
from matching.models import Outing
from matching.noted import followers


class Strips:
    """What is kept of a meeting: the strip it used."""

    def noted(self, outing: Outing, place: str) -> None:
        entry = _entry(outing, place)
        if entry:
            use_strip(
                entry=entry,
                couple=outing.couple,
                on=outing.day,
                told_by=outing.told_by,
                outing=outing,
                by=outing.logged_by,
            )

    def removed(self, outing: Outing) -> None:
        """A couple that was there more often keeps the strip as used, with another of those meetings."""
        for use in outing.strip_uses.select_related("entry__place"):
            _hand_on(use, outing)


def _entry(outing: Outing, place: str) -> BookletEntry | None:
    booklet = outing.couple.project.booklets.in_use()
    if booklet is None or not place.isdecimal():
        return None
    return booklet.entries.select_related("booklet", "place").filter(place=int(place)).first()


def _hand_on(use: StripUse, outing: Outing) -> None:
    name = use.entry.place.name
    there = Q(what=name) | Q(what__startswith=f"{name}: ")  # as the forms write it
    another = outing.couple.outings.exclude(pk=outing.pk).filter(there).order_by("day", "pk").first()
    if another is None:
        use.delete()
        return
    use.outing, use.used_on = another, another.day
    use.noted_by, use.told_by = another.logged_by, another.told_by
    use.save()


followers.add(10, Strips())
