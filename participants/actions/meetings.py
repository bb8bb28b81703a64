"""Closing a meeting when everything of it is in, and opening it again."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Attendance, Tablet
from participants.recruiting.attending import missing_at, tablets_holding
from projects.models import Meeting


def _locked(meeting: Meeting) -> Meeting:
    """The row as it is now; ticks and closing wait for each other on it."""
    return Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)


def _named(tablets: list[Tablet]) -> str:
    """``Tablet 2 (3 aanmeldingen), Tablet 5 (1 aanmelding)``."""
    return ", ".join(
        ngettext("%(name)s (%(count)s aanmelding)", "%(name)s (%(count)s aanmeldingen)", tablet.waiting)
        % {"name": tablet.name, "count": tablet.waiting}
        for tablet in tablets
    )


@action
def close_meeting(*, meeting: Meeting, by: User | None, reason: str = "") -> Meeting:
    """Everything of ``meeting`` is in: who was expected and has no tick is noted as absent, and ticking ends.

    While a tablet holds registrations it is refused, unless a ``reason`` is given, which is kept. Raises DomainError
    for that, for a meeting still to come, and for one that was closed already.
    """
    now = _locked(meeting)
    if now.closed_at:
        raise DomainError(_("Deze bijeenkomst is al afgesloten."))
    if not now.has_begun:
        raise DomainError(_("Deze bijeenkomst moet nog komen. Afsluiten kan als de bijeenkomst begonnen is."))
    holding = tablets_holding(now)
    if holding and not reason:
        raise DomainError(
            _(
                "Er staan nog aanmeldingen op een tablet die nergens anders staan: %(tablets)s. Laat ze eerst "
                "versturen, of schrijf op waarom je toch afsluit."
            )
            % {"tablets": _named(holding)},
            field="reason",
        )
    for participant in missing_at(now):
        Attendance.objects.create(meeting=now, participant=participant, present=False, noted_by=by)
    now.closed_at, now.closed_by = timezone.now(), by
    now.closed_despite = reason if holding else ""
    now.save(update_fields=["closed_at", "closed_by", "closed_despite"])
    return now


@action
def reopen_meeting(*, meeting: Meeting, by: User | None) -> Meeting:
    """Ticks can be set again; what was noted stays. Raises DomainError for a meeting that was not closed."""
    now = _locked(meeting)
    if not now.closed_at:
        raise DomainError(_("Deze bijeenkomst is niet afgesloten."))
    now.closed_at, now.closed_by, now.closed_despite = None, None, ""
    now.save(update_fields=["closed_at", "closed_by", "closed_despite"])
    return now
