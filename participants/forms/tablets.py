"""What is typed when a tablet goes into registration mode, and when a parked registration is put aside."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import TextLine
from mixen.forms import OurForm
from projects.models import Meeting, Project

EASY = {"0000", "1111", "1234", "4321", "2222", "3333", "4444", "5555", "6666", "7777", "8888", "9999"}


class OpenTabletForm(OurForm):
    """A PIN to leave registration mode with, a name to know the tablet by, and the meeting it is for."""

    pin = forms.CharField(
        label=_("Pincode: vier tot acht cijfers"),
        max_length=20,
        help_text=_("Hiermee ga je straks weer uit de aanmeldstand. Onthoud hem goed."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = TextLine(
        label=_("Naam van de tablet"),
        max_length=60,
        required=False,
        help_text=_("Bijvoorbeeld: blauwe tablet. Zo weet je later welke het was."),
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("Voor welke bijeenkomst?"),
        required=False,
        empty_label=_("Geen, of ergens anders"),
    )

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        self.fields["meeting"].queryset = project.meetings.all()  # type: ignore[attr-defined]

    def clean_pin(self) -> str:
        pin: str = self.cleaned_data["pin"].strip()
        if not re.fullmatch(r"[0-9]{4,8}", pin):
            raise forms.ValidationError(_("Kies vier tot acht cijfers, bijvoorbeeld 4827."))
        if pin in EASY:
            raise forms.ValidationError(_("Deze pincode is te makkelijk te raden. Kies een andere."))
        return pin
