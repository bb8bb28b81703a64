"""Who cannot work without a second factor."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

from mixen.accounts.models import User


def lacks_second_factor(user: Any) -> bool:
    """True for a coordinator or official who has none yet, where the settings ask for it.

    Officials are known by their group of districts, which this app cannot see: ``projects`` marks their account
    through ``needs_second_factor``.
    """
    if not settings.SECOND_FACTOR_REQUIRED or not isinstance(user, User):
        return False
    if not (user.is_coordinator or user.needs_second_factor):
        return False
    return not Authenticator.objects.filter(user=user).exists()
