"""Writing the texts of a project for the world."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText, NameField, PhoneField, TextLine
from mixen.forms import EditForm
from projects.publicity.facts import Contact
from projects.publicity.proposing import Words

LONGEST_TEXT = 6000
LONGEST_STORY = 600
"""What fits on the front of a folder, and on a poster."""


class PublicityTextForm(EditForm):
    """A heading and a text; for folder and poster the text has to fit."""

    title = TextLine(label=_("Kop"), max_length=120)
    text = LongText(
        label=_("Tekst"),
        max_length=LONGEST_TEXT,
        rows=22,
        help_text=_("Een lege regel begint een nieuwe alinea. Begin regels met een streepje voor een lijst."),
    )

    def __init__(self, words: Words, data: Any = None) -> None:
        super().__init__(data, words._asdict())


class StoryForm(PublicityTextForm):
    """The heading and story of folder and poster, which have to fit."""

    text = LongText(
        label=_("Tekst"),
        max_length=LONGEST_STORY,
        rows=8,
        help_text=_("Ten hoogste 600 tekens: dan past het. Een lege regel begint een nieuwe alinea."),
    )


class PublicContactForm(EditForm):
    """Whom people outside can ask."""

    name = NameField(label=_("Naam"), max_length=100)
    email = forms.EmailField(
        label=_("E-mail"), error_messages={"invalid": _("Vul een e-mailadres in als naam@voorbeeld.nl.")}
    )
    phone = PhoneField(label=_("Telefoon"), required=False)

    def __init__(self, contact: Contact, data: Any = None) -> None:
        super().__init__(data, contact._asdict())
