"""Noting which strips of the booklet a couple used; each of them once."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from excursions.models import BookletEntry, StripUse
from matching.models import Couple, Outing
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Participant


@action
def use_strip(
    *,
    entry: BookletEntry,
    couple: Couple,
    on: date,
    by: User | None,
    told_by: Participant | None = None,
    outing: Outing | None = None,
) -> StripUse:
    """The couple was at this place. Its strip, of this edition or another, counts once: said again, nothing changes.

    DomainError for a booklet of another project, for a day to come, and for one outside the couple's time.
    """
    couple = Couple.objects.select_for_update().get(pk=couple.pk)
    if entry.booklet.project_id != couple.project_id:
        raise DomainError(_("Deze strip hoort bij een ander project."), field="strip")
    if on > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Noteer een strip pas als jullie er waren."), field="on")
    if on < couple.formed_on:
        raise DomainError(_("Deze datum ligt voor de dag waarop het koppel begon."), field="on")
    if couple.ended_on and on > couple.ended_on:
        raise DomainError(_("Deze datum ligt na de dag waarop het koppel stopte."), field="on")
    known = couple.strip_uses.filter(entry__place=entry.place_id).first()
    return known or StripUse.objects.create(
        entry=entry, couple=couple, used_on=on, noted_by=by, told_by=told_by, outing=outing
    )


@action
def take_back_strip(*, use: StripUse, by: User | None) -> None:
    """It was noted by mistake. DomainError where it came with a meeting: then that one is taken back."""
    if use.outing_id:
        raise DomainError(_("Deze strip hoort bij een ontmoeting. Haal die ontmoeting weg."))
    use.delete()
