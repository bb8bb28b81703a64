"""Noting what couples do together."""

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.models import Couple, Outing
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError


@action
def log_outing(*, couple: Couple, day: date, hours: Decimal, by: User | None, what: str = "") -> Outing:
    """Note one meeting of a couple. Raises DomainError for a day to come or outside the couple's time."""
    couple = Couple.objects.select_for_update().get(pk=couple.pk)
    if day > timezone.localdate():
        raise DomainError(_("Deze datum moet nog komen. Noteer een ontmoeting pas als die is geweest."), field="day")
    if day < couple.formed_on:
        raise DomainError(_("Deze datum ligt voor de dag waarop het koppel begon."), field="day")
    if couple.ended_on and day > couple.ended_on:
        raise DomainError(_("Deze datum ligt na de dag waarop het koppel stopte."), field="day")
    return Outing.objects.create(couple=couple, day=day, hours=hours, what=what, logged_by=by)


@action
def remove_outing(*, outing: Outing, by: User | None) -> None:
    """Take back an outing that was noted by mistake; its history stays."""
    outing.delete()
