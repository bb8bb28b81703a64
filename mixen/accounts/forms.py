"""The forms of the log-in, with the question whose device it is."""

from typing import Any

from allauth.account.forms import LoginForm, RequestLoginCodeForm
from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.accounts.session_limits import SHARED


def _shared_field() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("Dit is een apparaat van het project of van meer mensen"),
        required=False,
        help_text=_("Dan word je na een half uur zonder gebruik uitgelogd."),
    )


def _remember(cleaned: dict[str, Any]) -> None:
    """Keep the answer in the session, which the log-in takes over, also when a code or second step comes first."""
    context.request.session[SHARED] = bool(cleaned.get("shared"))


class OurLoginForm(LoginForm):
    """Address, password, and whose device it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shared"] = _shared_field()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        _remember(cleaned)
        return cleaned


class OurCodeForm(RequestLoginCodeForm):
    """Address, and whose device it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shared"] = _shared_field()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        _remember(cleaned)
        return cleaned
