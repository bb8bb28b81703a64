"""Whether the people of a couple want to go on after the agreed time."""

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.models import CoupleMember, GoingOn
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError


@action
def say_going_on(*, member: CoupleMember, wants: bool, by: User | None) -> GoingOn:
    """Note whether ``member`` wants three months more; the last word counts, the ones before stay in the history.

    ``by`` is None when they said so themselves. Raises DomainError when the couple has ended.
    """
    if not member.couple.is_active or member.left_on:
        raise DomainError(_("Dit koppel is al gestopt."))
    row, _made = GoingOn.objects.update_or_create(
        member=member, defaults={"wants": wants, "said_at": timezone.now(), "noted_by": by}
    )
    return row
