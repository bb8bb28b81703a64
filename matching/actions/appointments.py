"""When and where a couple meets the next time."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.models import Couple
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError

FURTHEST_AHEAD = timedelta(days=366)


@action
def note_next_appointment(*, couple: Couple, at: datetime, by: User | None, place: str = "") -> Couple:
    """Date, time and place of the next meeting, as somebody of the couple told.

    Raises DomainError for a moment that is past or more than a year away, and for a couple that stopped.
    """
    locked = Couple.objects.select_for_update(of=("self",)).select_related("project").get(pk=couple.pk)
    if not locked.is_active:
        raise DomainError(_("Dit koppel is al gestopt."))
    now = timezone.now()
    if at <= now:
        raise DomainError(_("Deze afspraak is al geweest. Kies een moment dat nog komt."), field="day")
    if at > now + FURTHEST_AHEAD:
        raise DomainError(_("Deze datum is te ver weg. Kies een dag binnen een jaar."), field="day")
    locked.next_appointment_at, locked.next_appointment_place = at, place
    locked.save()
    return locked
