"""The shape of what is typed about keeping and erasing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.forms import OurForm, TypedOverForm
from participants.models import Person


class EraseForm(TypedOverForm):
    """Erasing cannot be undone, so the name is typed over: the whole one, or the one they go by."""

    def __init__(self, person: Person, data: Any = None) -> None:
        super().__init__((person.name, person.call_name), data)


class StayForm(OurForm):
    """What somebody without a buddy answered, told by who spoke to them."""

    answer = forms.ChoiceField(
        label=_("Wat zegt deze deelnemer?"),
        choices=[("yes", _("Wil op de lijst blijven")), ("no", _("Wil van de lijst af"))],
        widget=forms.RadioSelect,
    )
