"""Agreeing and signing, as fields: the same on the whole form, for who signs up later, and from paper."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mixen.fields import NameField
from participants.actions.signing_up import Signed
from participants.forms.questions import country_choices
from participants.models import ConsentText, Participant, Tablet
from participants.models.consent import validate_strokes


class StrokesField(forms.CharField):
    """A signature drawn with a finger, as JSON; empty when the name is typed."""

    widget = forms.HiddenInput
    broken = _("De handtekening is niet goed aangekomen. Teken hem opnieuw of typ je naam.")
    too_large = _("De handtekening is te groot. Teken hem opnieuw of typ je naam.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=100_000, **kwargs)
        self.error_messages["max_length"] = self.too_large

    def clean(self, value: Any) -> list[Any]:  # type: ignore[override]
        text = super().clean(value)
        if not text:
            return []
        try:
            strokes = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.broken) from error
        validate_strokes(strokes)
        return [stroke for stroke in strokes if stroke]  # a stroke without a point draws nothing


class Agreement(forms.Form):
    """Consent to take part, and apart from it to keep the country and to use photos; signed by finger or by name."""

    agrees = forms.BooleanField(
        label=_("Ja, ik doe mee"),
        error_messages={"required": _("Vink dit aan om mee te doen. Zonder akkoord kan het niet.")},
    )
    country_ok = forms.BooleanField(label=_("Ja, mijn land mag worden bewaard"), required=False)
    country = forms.ChoiceField(label=_("Uit welk land kom je?"), required=False, choices=country_choices)
    photos_ok = forms.BooleanField(label=_("Ja, foto's van mij mogen worden gebruikt"), required=False)
    copy_by = forms.ChoiceField(
        label=_("Hoe wil je een kopie van dit formulier?"),
        choices=Participant.CopyBy.choices,
        initial=Participant.CopyBy.PAPER,
        widget=forms.RadioSelect,
    )
    strokes = StrokesField(required=False)
    signed_as = NameField(label=_("Liever typen? Typ je naam als handtekening"), required=False)

    def check_agreement(self, data: dict[str, Any], email: str) -> None:
        """What hangs together: a copy by e-mail needs an address, a country its name, a signature one of two ways."""
        if not data.get("country_ok"):
            data["country"] = ""
            self.errors.pop("country", None)
        elif not data.get("country") and "country" not in self.errors:
            self.add_error("country", _("Kies een land, of haal het vinkje weg."))
        if data.get("copy_by") == Participant.CopyBy.EMAIL and not email and "email" not in self.errors:
            self.add_error("copy_by", _("Voor een kopie per e-mail is je e-mailadres nodig. Kies anders papier."))
        is_signed = data.get("strokes") or data.get("signed_as")
        if not is_signed and not {"strokes", "signed_as"} & set(self.errors):
            self.add_error("signed_as", _("Zet je handtekening in het vak, of typ hier je naam."))

    def also(self) -> list[ConsentText.Kind]:
        """What was agreed to beside taking part."""
        chosen = {"country_ok": ConsentText.Kind.COUNTRY, "photos_ok": ConsentText.Kind.PHOTOS}
        return [kind for name, kind in chosen.items() if self.cleaned_data[name]]

    def signed(self, name: str, language: str, tablet: Tablet | None = None) -> Signed:
        """How it was signed: drawn by whom ``name`` says, or typed."""
        strokes = self.cleaned_data["strokes"]
        return Signed(name if strokes else self.cleaned_data["signed_as"], strokes, language, tablet)
