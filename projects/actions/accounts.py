"""Ending the account of somebody who left the team: their places, what is noted of them, and the log-in itself."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mixen.accounts import actions as accounts
from mixen.accounts.audit import action
from mixen.accounts.models import AccessNotice, User
from mixen.accounts.notices import tell
from mixen.accounts.wiping import remove, wipe
from mixen.errors import DomainError
from projects import erased_accounts
from projects.accounts import in_hand, running, unpaid_to
from projects.models import DistrictOfficial, Membership, TeamInvitation, TimeAway
from projects.unused import still_unused

NOTED: dict[str, Any] = {
    "tasks": "",
    "dayparts": [],
    "conduct_certificate_seen_on": None,
    "trained_on": None,
    "insured": False,
    "handles_concerns": False,
}
"""What is noted of somebody in a team, and what of it is left of who was erased."""


@action
def erase_account(*, user: User, by: User | None) -> User:
    """Erase the account of somebody who left. What they did stays in the trail, by 'oud-teamlid'.

    They leave the teams of projects that run; of those that ended stays that somebody had that role. Raises
    DomainError as ``erase_login``, and while there is something in their hands or something to be paid to them.
    """
    if held := in_hand(user):
        project, item = held[0]
        raise DomainError(
            _("%(name)s heeft nog werk in %(project)s: %(what)s. Geef dat eerst aan iemand anders.")
            % {"name": user.name, "project": project, "what": item.text}
        )
    if unpaid_to(user).exists():
        raise DomainError(_("%(name)s krijgt nog een vergoeding. Betaal of weiger die eerst.") % {"name": user.name})
    _leave_teams(user)
    _forget_what_is_noted(user)
    erased = accounts.erase_login(user=user, by=by)
    transaction.on_commit(erased_accounts.save)
    return erased


@action
def tell_unused(*, user: User, by: User | None) -> None:
    """Mail the owner of an account that nobody used that it ends in a month, unless they log in."""
    tell(user, AccessNotice.What.ENDS)


@action
def erase_unused(*, user: User, by: User | None, today: date) -> User | None:
    """Erase an account that nobody used for two years; None when somebody logged in meanwhile.

    Raises DomainError as ``erase_account``.
    """
    if not still_unused(User.objects.select_for_update(of=("self",)).get(pk=user.pk), today):
        return None
    return erase_account(user=user, by=by)


@action
def forget_again(*, user: User, by: User | None) -> User:
    """After a restore: who was erased before, and is back, goes at once; what was in their hands is nobody's."""
    _leave_teams(user)
    _forget_what_is_noted(user)
    return accounts.erase_login(user=user, by=by)


def _leave_teams(user: User) -> None:
    remove(DistrictOfficial, list(DistrictOfficial.objects.filter(user=user).values_list("pk", flat=True)))
    for membership in running(user):
        membership.delete()


def _forget_what_is_noted(user: User) -> None:
    """Of teams they were in, those included that they left long ago and of which only history is left."""
    past = Membership.history.model.objects.filter(user=user.pk).values_list("id", flat=True)
    numbers = {*Membership.objects.filter(user=user).values_list("pk", flat=True), *past}
    away = TimeAway.history.model.objects.filter(membership__in=numbers).values_list("id", flat=True)
    remove(TimeAway, list(away))
    wipe(Membership, numbers, values=NOTED)
    asked = TeamInvitation.history.model.objects.filter(email__iexact=user.email).values_list("id", flat=True)
    remove(TeamInvitation, list(asked))
