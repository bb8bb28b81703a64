"""Who cannot work without a second factor."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

from mixen.accounts.models import User

# Codes to recover are a way back in, no second factor by themselves.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_have_second_factor(user: Any) -> bool:
    """True for a coordinator, a project leader and an official, where the settings ask for it.

    The last two this app cannot see: ``projects`` marks their accounts.
    """
    if not settings.SECOND_FACTOR_REQUIRED or not isinstance(user, User):
        return False
    return user.is_coordinator or user.leads_projects or user.needs_second_factor


def lacks_second_factor(user: Any) -> bool:
    """True for who must have one and has none yet."""
    return must_have_second_factor(user) and not has_second_factor(user)


def has_second_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
