"""Putting a tablet in registration mode, hearing from it, and taking it out again."""

from datetime import timedelta
from typing import NamedTuple

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Tablet
from participants.models.tablet import mark_of, new_token
from projects.models import Meeting, Project

LASTS = timedelta(hours=12)
MOST_WRONG_PINS = 5


class Opened(NamedTuple):
    """A tablet and its token, which is told this once and kept nowhere."""

    tablet: Tablet
    token: str


@action
def open_tablet(
    *, project: Project, pin: str, by: User | None, name: str = "", meeting: Meeting | None = None
) -> Opened:
    """Put a tablet in registration mode for ``project``, for twelve hours at most; it is left with ``pin``."""
    token = new_token()
    tablet = Tablet.objects.create(
        project=project,
        meeting=meeting,
        name=name or _("Tablet %(number)s") % {"number": project.tablets.count() + 1},
        token_mark=mark_of(token),
        pin=make_password(pin),
        opened_by=by,
        expires_at=timezone.now() + LASTS,
    )
    return Opened(tablet, token)


@action
def leave_tablet(*, tablet: Tablet, pin: str, by: User | None) -> bool:
    """Leave registration mode with the PIN; False when it is wrong.

    After five wrong ones in a row the tablet is closed: then only logging in helps, and nothing on it is lost.
    """
    locked = Tablet.objects.select_for_update().get(pk=tablet.pk)
    if locked.is_open() and not check_password(pin, locked.pin):
        locked.wrong_pins += 1
        if locked.wrong_pins >= MOST_WRONG_PINS:
            locked.left_at = timezone.now()
        locked.save(update_fields=["wrong_pins", "left_at"])
        return False
    locked.left_at = locked.left_at or timezone.now()
    locked.save(update_fields=["left_at"])
    return True


@action
def hear_from_tablet(*, tablet: Tablet, waiting: int, sent: int, by: User | None) -> None:
    """What a tablet says of itself: how many registrations it still holds, and how many it sent."""
    Tablet.objects.filter(pk=tablet.pk).update(heard_at=timezone.now(), waiting=waiting, sent=sent)


@action
def revoke_tablet(*, tablet: Tablet, by: User | None) -> Tablet:
    """A tablet is lost or lent out: from now on it can send nothing. What it holds nobody can read."""
    locked = Tablet.objects.select_for_update().get(pk=tablet.pk)
    if locked.revoked_at:
        raise DomainError(_("Deze tablet was al ingetrokken."))
    locked.revoked_at = timezone.now()
    locked.save(update_fields=["revoked_at"])
    return locked
