"""The forms in which somebody types the code of an app, or one to recover, as a second step."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django import forms

from mixen.accounts.secrets_at_rest import SealedOtherwise


class _PlainRefusal:
    """What was sealed with a secret that is gone is refused with a sentence; what can be read still works."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        """Raises ValidationError for a wrong code, and for one that can't be compared with anything."""
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except SealedOtherwise as error:
            return self._other_factors(error)

    def _other_factors(self, error: SealedOtherwise) -> str:
        code: str = self.cleaned_data["code"]  # type: ignore[attr-defined]
        typed = Authenticator.objects.filter(user=self.user).exclude(type=Authenticator.Type.WEBAUTHN)
        for factor in typed:
            try:
                right = factor.wrap().validate_code(code)
            except SealedOtherwise:
                continue
            if right:
                factor.user, self.authenticator = self.user, factor
                return code
        self._emit_authentication_failed(typed[0])  # type: ignore[attr-defined]
        raise forms.ValidationError(error.message) from error


class SecondStepForm(_PlainRefusal, AuthenticateForm):
    """The second step of a log-in."""


class ConfirmingForm(_PlainRefusal, ReauthenticateForm):
    """Showing once more that it is you."""
