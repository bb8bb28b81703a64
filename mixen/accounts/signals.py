"""Logging in and failing to are events."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent, User


@receiver(user_logged_in)
def note_login(sender: Any, user: User, **kwargs: Any) -> None:
    record(by=user, kind=AuditEvent.Kind.LOGIN, about=user)


@receiver(user_login_failed)
def note_failed_login(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    address = credentials.get("email") or credentials.get("username") or ""
    user = User.objects.filter(email__iexact=address).first()
    record(by=None, kind=AuditEvent.Kind.LOGIN_FAILED, about=user)
