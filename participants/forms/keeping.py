"""The shape of what is typed about keeping and erasing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import TextLine
from mixen.forms import OurForm
from participants.models import Person


class EraseForm(OurForm):
    """Erasing cannot be undone, so the name is typed over."""

    name = TextLine(label=_("Typ de naam over"))

    def __init__(self, person: Person, data: Any = None) -> None:
        self.person = person
        super().__init__(data)

    def clean_name(self) -> str:
        """Capitals and spaces are not what it is about."""
        typed: str = self.cleaned_data["name"]
        if _folded(typed) not in {_folded(self.person.name), _folded(self.person.call_name or self.person.name)}:
            raise forms.ValidationError(_("Dit is niet de naam die hierboven staat. Typ die over."))
        return typed


def _folded(name: str) -> str:
    return "".join(name.casefold().split())


class StayForm(OurForm):
    """What somebody without a buddy answered, told by who spoke to them."""

    answer = forms.ChoiceField(
        label=_("Wat zegt deze deelnemer?"),
        choices=[("yes", _("Wil op de lijst blijven")), ("no", _("Wil van de lijst af"))],
        widget=forms.RadioSelect,
    )
