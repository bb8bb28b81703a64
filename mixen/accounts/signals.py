"""Logging in and failing to are events, and so is every change of a second factor, of which its owner gets a mail."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from mixen.accounts.audit import record
from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.accounts.notices import tell
from mixen.accounts.session_limits import begin

What = AccessNotice.What


@receiver(user_logged_in)
def note_login(sender: Any, user: User, **kwargs: Any) -> None:
    record(by=user, kind=AuditEvent.Kind.LOGIN, about=user)


@receiver(user_logged_in)
def limit_session(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    begin(request, user)


@receiver(user_login_failed)
def note_failed_login(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    address = credentials.get("email") or credentials.get("username") or ""
    user = User.objects.filter(email__iexact=address).first()
    record(by=None, kind=AuditEvent.Kind.LOGIN_FAILED, about=user)


@receiver(authenticator_added)
def note_added(sender: Any, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:  # they come along with the first factor
        _note(user, What.ADDED, authenticator)


@receiver(authenticator_removed)
def note_removed(sender: Any, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        _note(user, What.REMOVED, authenticator)


@receiver(authenticator_reset)
def note_new_codes(sender: Any, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    _note(user, What.NEW_CODES, authenticator)


@receiver([password_changed, password_set, password_reset])
def note_password(sender: Any, user: User, **kwargs: Any) -> None:
    _note(user, What.PASSWORD)


def _note(user: User, what: AccessNotice.What, authenticator: Authenticator | None = None) -> None:
    fields = [str(authenticator.type)] if authenticator else []
    record(by=user, kind=AuditEvent.Kind.ACCESS, about=user, fields=fields, detail=what.value)
    tell(user, what)
