"""How allauth behaves here: nobody signs up, the coordinator makes the accounts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_user_search_fields(self) -> list[Any]:
        return ["email", "name"]


def account_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The account somebody tries to log in to, for the lock-out; None when none was named."""
    address = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(address).lower() or None
