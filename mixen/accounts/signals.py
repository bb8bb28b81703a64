"""Logging in and failing to are events; an official's session is a short one from the start."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent, User
from mixen.accounts.short_sessions import begin


@receiver(user_logged_in)
def note_login(sender: Any, user: User, **kwargs: Any) -> None:
    record(by=user, kind=AuditEvent.Kind.LOGIN, about=user)


@receiver(user_logged_in)
def shorten_session(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    begin(request, user)


@receiver(user_login_failed)
def note_failed_login(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    address = credentials.get("email") or credentials.get("username") or ""
    user = User.objects.filter(email__iexact=address).first()
    record(by=None, kind=AuditEvent.Kind.LOGIN_FAILED, about=user)
