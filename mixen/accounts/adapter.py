"""How allauth behaves here: nobody signs up, the coordinator makes the accounts."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mixen.accounts.second_factor import FACTORS, must_have_second_factor
from mixen.accounts.secrets_at_rest import seal, unseal
from mixen.mail import send_aside

NAME = "Mixen in Mokum"
LONGEST_TRIED = 255  # characters, as in the tables of axes


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """As allauth does; what is no address at all, such as ``http://[``, is not safe either."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """As allauth does, but a mail server that hangs or refuses holds no page up."""
        site = {"name": NAME, "domain": urlsplit(settings.SITE_URL).netloc}
        facts = {"request": allauth_context.request, "email": email, "current_site": site, **context}
        send_aside(self.render_mail(template_prefix, email, facts))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """As allauth does, at our own address: the host that a request names is whatever somebody typed."""
        return settings.SITE_URL + urlsplit(super().get_reset_password_from_key_url(key)).path

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_user_search_fields(self) -> list[Any]:
        return ["email", "name"]


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names in Dutch; keys that are kept are readable with the application's own secret alone."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet. Kijk in de app en typ de code die er nu staat."),
        "cannot_delete_authenticator": _("Je hebt een tweede stap nodig. Voeg eerst een andere toe."),
        "cannot_generate_recovery_codes": _("Stel eerst een tweede stap in."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Who must have a second factor keeps at least one."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS).exclude(pk=authenticator.pk)
        return not must_have_second_factor(authenticator.user) or others.exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def _get_site_name(self) -> str:
        return NAME


def account_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The account somebody tries to log in to, for the lock-out; None when none was named.

    No longer than what axes can keep: an account with a longer address does not exist.
    """
    address = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(address).lower()[:LONGEST_TRIED] or None
