"""What is done about somebody's access: a lost phone, a locked account, a device that went missing."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action, record
from mixen.accounts.erasing import forget_account
from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.accounts.notices import tell
from mixen.accounts.secrets_at_rest import SealedOtherwise, seal, unseal
from mixen.errors import DomainError


@action
def reset_second_factor(*, user: User, by: User | None) -> None:
    """Take away every second factor and recovery code of ``user``, who then sets up a new one; they are told by mail.

    Everywhere they are logged in ends. Raises DomainError for one's own account, and when there is nothing to reset.
    """
    if by == user:
        raise DomainError(_("Je eigen tweede stap wijzig je bij 'Mijn account'. Vraag anders een andere coördinator."))
    if not Authenticator.objects.filter(user=user).delete()[0]:
        raise DomainError(_("%(name)s heeft geen tweede stap ingesteld.") % {"name": user.name})
    _end_all(user)
    record(by=by, kind=AuditEvent.Kind.ACCESS, about=user, detail="factor_reset")
    tell(user, AccessNotice.What.RESET)


@action
def reseal_second_factors(*, by: User | None) -> tuple[int, list[str]]:
    """Seal every second factor and recovery code under the newest secret.

    How many, and the addresses of accounts that have one that no secret of ours opens; those stay as they are.
    """
    done, lost = 0, set()
    # Locked, so that a recovery code that is used meanwhile stays used.
    sealed = Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).select_for_update(of=("self",))
    for factor in sealed.select_related("user").order_by("pk"):
        try:
            factor.data = {**factor.data, **_sealed_anew(factor.data)}
        except SealedOtherwise:
            lost.add(factor.user.email)
            continue
        factor.save(update_fields=["data"])
        done += 1
    record(by=by, kind=AuditEvent.Kind.ACCESS, detail="factors_resealed")
    return done, sorted(lost)


def _sealed_anew(data: dict[str, Any]) -> dict[str, Any]:
    """The secrets of what a factor keeps: the key of an app, the seed of codes, or codes from before there was one."""
    found: dict[str, Any] = {name: seal(unseal(data[name])) for name in ("secret", "seed") if name in data}
    if codes := data.get("migrated_codes"):
        found["migrated_codes"] = [seal(unseal(code)) for code in codes]
    return found


@action
def unlock_account(*, user: User, by: User | None) -> None:
    """Let ``user`` try again at once after too many wrong passwords."""
    AccessAttempt.objects.filter(username=user.email).delete()
    record(by=by, kind=AuditEvent.Kind.ACCESS, about=user, detail="unlocked")


@action
def end_sessions(*, user: User, by: User | None, but: str = "") -> int:
    """Log ``user`` out everywhere, but for the session with the key ``but``; the number of sessions that ended."""
    number = _end_all(user, but=but)
    record(by=by, kind=AuditEvent.Kind.ACCESS, about=user, detail="sessions_ended")
    return number


@action
def end_session(*, session: UserSession, by: User | None) -> None:
    """End one session of somebody."""
    session.end()
    record(by=by, kind=AuditEvent.Kind.ACCESS, about=session.user, detail="session_ended")


@action
def erase_login(*, user: User, by: User | None) -> User:
    """End the account of somebody who left, for good: nobody can log in with it, and it names nobody any more.

    What they did stays, by 'oud-teamlid'. Raises DomainError for one's own account, for the last coordinator, and for
    one that was erased already. Roles are taken away by who knows them (``projects.actions.erase_account``).
    """
    now = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if by == now:
        raise DomainError(_("Je eigen account wis je niet zelf. Vraag een andere coördinator."))
    if now.erased_on:
        raise DomainError(_("Dit account is al gewist."))
    coordinators = User.objects.select_for_update(of=("self",)).filter(is_coordinator=True, is_active=True)
    if now.is_coordinator and [one.pk for one in coordinators] == [now.pk]:
        raise DomainError(_("%(name)s is de enige coördinator. Maak eerst iemand anders coördinator.") % {"name": now})
    _end_all(now)
    forget_account(now)
    record(by=by, kind=AuditEvent.Kind.ACCESS, about=now, detail="erased")
    return now


@action
def forget_sessions(*, by: User | None) -> tuple[int, int]:
    """Delete the sessions that are over, and what was kept of their devices; how many of each.

    No event: nobody's access changes by it, and the log-ins themselves are on record.
    """
    over = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    # Whoever logs in gets the session first, so a row without one is of a session that ended.
    known = Session.objects.filter(session_key=OuterRef("session_key"))
    devices = UserSession.objects.filter(~Exists(known)).delete()[0]
    return over, devices


def _end_all(user: User, *, but: str = "") -> int:
    rows = list(UserSession.objects.filter(user=user).exclude(session_key=but))
    for session in rows:
        session.end()
    return len(rows)
