"""Showing interest on the public page: as little as it takes to call somebody back."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import NameField, PhoneField, TextLine
from mixen.forms import OurForm
from participants.forms.registration import SIDES


class InterestForm(OurForm):
    """A name, a side, and one way to be reached. ``website`` is a trap: people do not see it, machines fill it in."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    name = NameField(label=_("Voornaam en achternaam"))
    side = forms.ChoiceField(label=_("Wat past bij jou?"), choices=SIDES, widget=forms.RadioSelect)
    phone = PhoneField(label=_("Telefoon"), required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        error_messages={
            "invalid": _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl."),
            "max_length": _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl."),
        },
    )
    reach = TextLine(
        label=_("Geen telefoon en geen e-mail? Hoe kunnen we je bereiken?"),
        required=False,
        help_text=_("Bijvoorbeeld: via de docent van mijn taalles."),
    )
    website = forms.CharField(label=_("Laat dit leeg"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"key": uuid4()})

    @property
    def is_machine(self) -> bool:
        """Filled in what nobody can see."""
        return bool(self.data.get("website"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not any(data.get(name) for name in ("phone", "email", "reach")) and not {"phone", "email"} & set(
            self.errors
        ):
            self.add_error("reach", _("Vul één manier in om je te bereiken: telefoon, e-mail of iets anders."))
        return data

    def person_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "phone", "email", "reach")}
