"""The shape of what is typed around one meeting: guests, minutes and the files with them."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, LongText, NameField, TextLine
from mixen.forms import EditForm, OurForm
from mixen.uploads import UploadField
from projects.models import Guest, Meeting

WRONG_ADDRESS = _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl.")


class GuestForm(EditForm):
    """Somebody who comes without taking part."""

    name = NameField(label=_("Naam"))
    kind = forms.ChoiceField(label=_("Wat voor gast?"), choices=Guest.Kind.choices)
    organisation = TextLine(label=_("Organisatie"), required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        error_messages={"invalid": WRONG_ADDRESS, "max_length": WRONG_ADDRESS},
        help_text=_("Dan krijgt deze gast bericht als de datum verandert."),
    )
    invited_on = DateField(label=_("Uitgenodigd op"), required=False)
    answer = forms.ChoiceField(
        label=_("Komt deze gast?"), choices=[("", _("Nog geen antwoord")), *Guest.Answer.choices], required=False
    )
    hands_out_certificates = forms.BooleanField(label=_("Reikt de certificaten uit"), required=False)

    def __init__(self, data: Any = None, guest: Guest | None = None) -> None:
        names = [name for name in self.base_fields if name != "seen"]  # type: ignore[attr-defined]
        super().__init__(data, {name: getattr(guest, name) for name in names} if guest else {})

    def layout(self) -> Layout:
        return Layout(
            "seen",
            Row(Column("name"), Column("kind")),
            Row(Column("organisation"), Column("email")),
            Row(Column("invited_on"), Column("answer")),
            "hands_out_certificates",
        )


class MinutesForm(EditForm):
    """What was told and agreed on."""

    minutes = LongText(
        label=_("Verslag"),
        max_length=20000,
        rows=14,
        help_text=_(
            "Wat werd er verteld en afgesproken? Schrijf niets op over gezondheid, geloof of verblijfsstatus."
        ),
    )

    def __init__(self, data: Any, meeting: Meeting) -> None:
        super().__init__(data, {"minutes": meeting.minutes})


class MeetingFileForm(OurForm):
    """A file that goes with the minutes."""

    title = TextLine(label=_("Wat is het?"), help_text=_("Bijvoorbeeld: presentatie, flap met ideeën."))
    file = UploadField(label=_("Bestand"), help_text=_("Foto of PDF, ten hoogste 10 MB."))
