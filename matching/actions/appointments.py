"""When and where a couple meets next, set by either of them or by who looks after them."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.appointments import coming
from matching.models import Couple
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError

FURTHEST_AHEAD = timedelta(days=366)


@action
def note_next_appointment(*, couple: Couple, at: datetime, by: User | None, place: str = "") -> Couple:
    """Set the next appointment, or change the one that is still to come; ``by`` is None when they did so themselves.

    While the first appointment is still to come, that is the one which changes: it is then no longer read back.
    Raises DomainError for a moment that is past or more than a year away, and for a couple that stopped.
    """
    row = Couple.objects.select_for_update(of=("self",)).select_related("project").get(pk=couple.pk)
    if not row.is_active:
        raise DomainError(_("Dit koppel is al gestopt."))
    now = timezone.now()
    if at <= now:
        raise DomainError(_("Dit moment is al geweest. Kies een dag en een tijd die nog komen."), field="day")
    if at > now + FURTHEST_AHEAD:
        raise DomainError(_("Deze datum is te ver weg. Kies een dag binnen een jaar."), field="day")
    next_one = coming(row)
    if next_one and next_one.is_first:
        row.first_appointment_at, row.first_appointment_place = at, place
        row.first_appointment_confirmed = False
    else:
        row.next_appointment_at, row.next_appointment_place = at, place
    row.save()
    return row
