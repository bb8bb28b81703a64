"""Noting what couples do together."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.models import Couple, Outing
from matching.noted import followers
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.templatetags.display import decimal
from participants.models import Participant


class AlreadyNoted(DomainError):
    """There is a meeting on that day already, mostly the same one told by the other."""

    def __init__(self, outing: Outing) -> None:
        told = [_("%(hours)s uur") % {"hours": decimal(outing.hours)}, *([outing.what] if outing.what else [])]
        super().__init__(
            _("Op deze dag staat er al een ontmoeting: %(what)s. Was dit nog een andere? Vink dat dan aan.")
            % {"what": ", ".join(told)},
            field="another",
        )
        self.outing = outing


class NewOuting(NamedTuple):
    """One line of a card; ``another`` and ``place`` as in ``log_outing``."""

    couple: Couple
    day: date
    hours: Decimal
    what: str = ""
    another: bool = False
    place: str = ""


class LineRefused(DomainError):
    """A line of a card that cannot be noted; ``line`` is its place, from 0."""

    def __init__(self, error: DomainError, line: int) -> None:
        super().__init__(error.message, field=error.field)
        self.line = line


@action
def log_outing(
    *,
    couple: Couple,
    day: date,
    hours: Decimal,
    by: User | None,
    what: str = "",
    told_by: Participant | None = None,
    another: bool = True,
    place: str = "",
) -> Outing:
    """Note one meeting of a couple. Raises DomainError for a day to come or outside the couple's time.

    ``told_by`` is who told it on their own page. Without ``another`` a second meeting on one day is refused with
    AlreadyNoted, except the very same one sent twice by one person, which is answered with the first. ``place`` is
    the key of where they were, out of ``matching.places``; whose place it is hears of it.
    """
    couple = Couple.objects.select_for_update().get(pk=couple.pk)
    if day > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Noteer een ontmoeting pas als die is geweest."), field="day")
    if day < couple.formed_on:
        raise DomainError(_("Deze datum ligt voor de dag waarop het koppel begon."), field="day")
    if couple.ended_on and day > couple.ended_on:
        raise DomainError(_("Deze datum ligt na de dag waarop het koppel stopte."), field="day")
    same_day = [] if another else list(couple.outings.filter(day=day))
    for known in same_day:
        if told_by and (known.told_by_id, known.hours, known.what) == (told_by.pk, hours, what):
            return known
    if same_day:
        raise AlreadyNoted(same_day[0])
    made = Outing.objects.create(couple=couple, day=day, hours=hours, what=what, logged_by=by, told_by=told_by)
    if place:
        for follower in followers:
            follower.noted(made, place)
    return made


@action
def note_met_as_always(*, couple: Couple, told_by: Participant, by: User | None) -> bool:
    """Both saw each other today, for as long as they mostly do; whether that was news.

    Pressed twice, or by both of them, it is noted once. Raises DomainError as ``log_outing``.
    """
    today = timezone.localdate()
    couple = Couple.objects.select_for_update().get(pk=couple.pk)
    if couple.outings.filter(day=today).exists():
        return False
    log_outing(couple=couple, day=today, hours=couple.outings.usual_hours(), by=by, told_by=told_by)
    return True


@action
def log_outings(*, lines: Sequence[NewOuting], by: User | None) -> list[Outing]:
    """Note the lines of one card or several: all of them or none.

    Raises LineRefused for the first line that cannot be noted, with its place.
    """
    made = []
    for place, line in enumerate(lines):
        try:
            made.append(
                log_outing(
                    couple=line.couple,
                    day=line.day,
                    hours=line.hours,
                    what=line.what,
                    another=line.another,
                    place=line.place,
                    by=by,
                )
            )
        except DomainError as error:
            raise LineRefused(error, place) from error
    return made


@action
def remove_outing(*, outing: Outing, by: User | None) -> None:
    """Take back an outing that was noted by mistake, and what followed from it; its history stays."""
    for follower in followers:
        follower.removed(outing)
    outing.delete()
