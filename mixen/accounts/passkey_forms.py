"""The forms of passkeys, in Dutch."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 100


class AddPasskeyForm(AddWebAuthnForm):
    """The name of a new passkey, and what the device answers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _speak_dutch(self)


class NamePasskeyForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _speak_dutch(self)


def _speak_dutch(form: Any) -> None:
    form.fields["name"].label = _("Naam")
    form.fields["name"].max_length = LONGEST_NAME
    form.fields["name"].widget.attrs["maxlength"] = LONGEST_NAME
