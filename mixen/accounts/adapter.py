"""How allauth behaves here: nobody signs up, the coordinator makes the accounts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest

from mixen.mail import send_aside

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
        request = allauth_context.request
        facts = {"request": request, "email": email, "current_site": get_current_site(request), **context}
        send_aside(self.render_mail(template_prefix, email, facts))

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_user_search_fields(self) -> list[Any]:
        return ["email", "name"]


def account_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The account somebody tries to log in to, for the lock-out; None when none was named.

    No longer than what axes can keep: an account with a longer address does not exist.
    """
    address = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(address).lower()[:LONGEST_TRIED] or None
