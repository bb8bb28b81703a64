"""Making the strippenboekje, edition after edition. A printed one is never changed."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.models import Booklet, BookletEntry, Place
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import Project


@action
def make_booklet(
    *, project: Project, places: Sequence[Place], foreword: str, by: User | None, with_codes: bool = False
) -> Booklet:
    """A new edition of the project's booklet with ``places`` in order; strips are numbered from 1.

    DomainError while the last edition is not printed yet: that one is changed instead.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    newest = project.booklets.newest()
    if newest and not newest.is_printed:
        raise DomainError(_("Druk %(n)s is nog niet gedrukt. Pas die aan.") % {"n": newest.edition})
    booklet = Booklet.objects.create(
        project=project, edition=newest.edition + 1 if newest else 1, foreword=foreword, with_codes=with_codes
    )
    _fill(booklet, places)
    return booklet


@action
def change_booklet(
    *, booklet: Booklet, places: Sequence[Place], foreword: str, with_codes: bool, by: User | None
) -> Booklet:
    """Other words or places for an edition that is not printed.

    Places that stay keep their order; new ones come after those of their section.
    """
    locked = _not_printed(booklet)
    locked.foreword, locked.with_codes = foreword, with_codes
    locked.save()
    wanted = {place.pk: place for place in places}
    before = [entry.place for entry in locked.entries.select_related("place")]
    kept = [place for place in before if place.pk in wanted]
    known = {place.pk for place in kept}
    _fill(locked, [*kept, *(place for place in places if place.pk not in known)])
    return locked


@action
def put_in_order(*, booklet: Booklet, entries: Sequence[int], by: User | None) -> Booklet:
    """The strips in the order of ``entries``, their row numbers. Sections stay together, in their own order.

    DomainError when they are not exactly the strips of this edition: somebody changed it meanwhile.
    """
    locked = _not_printed(booklet)
    rows = {entry.pk: entry for entry in locked.entries.select_related("place")}
    if sorted(entries) != sorted(rows):
        raise DomainError(_("Iemand paste het boekje net aan. Kijk nog eens, en probeer het opnieuw."))
    _fill(locked, [rows[pk].place for pk in entries])
    return locked


@action
def move_strip(*, entry: BookletEntry, up: bool, by: User | None) -> Booklet:
    """One strip a place earlier or later within its section; at the end of it nothing happens."""
    booklet = _not_printed(entry.booklet)
    places = [row.place for row in booklet.entries.select_related("place")]
    here = next((number for number, place in enumerate(places) if place.pk == entry.place_id), None)
    if here is None:
        raise DomainError(_("Deze strip staat niet meer in het boekje."))
    there = here - 1 if up else here + 1
    if 0 <= there < len(places) and places[there].section == places[here].section:
        places[here], places[there] = places[there], places[here]
        _fill(booklet, places)
    return booklet


@action
def mark_booklet_printed(*, booklet: Booklet, by: User | None, on: date | None = None) -> Booklet:
    """The booklet went to the printer; a later change makes a new edition. DomainError for an empty one."""
    locked = _not_printed(booklet)
    if not locked.entries.exists():
        raise DomainError(_("Kies ten minste één plek voor het strippenboekje."), field="places")
    locked.printed_on = on or timezone.localdate()
    locked.save()
    return locked


def _not_printed(booklet: Booklet) -> Booklet:
    locked = Booklet.objects.select_for_update(of=("self",)).select_related("project").get(pk=booklet.pk)
    if locked.is_printed:
        raise DomainError(_("Deze druk is al gedrukt. Maak een nieuwe druk."))
    return locked


def _fill(booklet: Booklet, places: Sequence[Place]) -> None:
    """The strips of ``booklet`` in order of section and then of ``places``; a strip that stays keeps its row."""
    if not places:
        raise DomainError(_("Kies ten minste één plek voor het strippenboekje."), field="places")
    ordered = sorted(places, key=lambda place: place.section_order)
    rows = {entry.place_id: entry for entry in booklet.entries.select_related("place")}
    wanted = {place.pk for place in ordered}
    _keep_used(booklet, wanted)
    for entry in rows.values():
        if entry.place_id not in wanted:
            entry.delete()
    _out_of_the_way(booklet, len(ordered))
    for number, place in enumerate(ordered, start=1):
        entry = rows.get(place.pk) or BookletEntry(booklet=booklet, place=place)
        entry.number = number
        entry.save()


def _keep_used(booklet: Booklet, wanted: set[int]) -> None:
    """A strip that a couple used already stays in its edition."""
    used = booklet.entries.filter(uses__isnull=False).exclude(place__in=wanted).select_related("place").first()
    if used:
        raise DomainError(
            _("De strip van %(place)s is al gebruikt. Leg deze druk vast, en maak een nieuwe.")
            % {"place": used.place},
            field="places",
        )


def _out_of_the_way(booklet: Booklet, many: int) -> None:
    """Numbers are unique at every moment, so strips that stay first get numbers that nobody is to have."""
    high = 10_000 + many
    for step, entry in enumerate(booklet.entries.order_by("-number")):
        BookletEntry.objects.filter(pk=entry.pk).update(number=high + step)
