"""The shape of what somebody types on their own page, or an ambassador for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import LongText, ManyChoice, TextLine
from mixen.forms import EditForm, OurForm
from mixen.languages import CHOICES
from participants.forms.questions import Questions
from participants.models import Mood, Participant

OWN_PERSON = ("phone", "email", "reach", "street", "postcode", "language")
OWN_PART = ("whatsapp_ok", "dayparts")
# What an ambassador may not see back of the people they look after.
PRIVATE = ("street", "postcode", "reach")


class MoodForm(OurForm):
    """Three faces and a word."""

    face = forms.TypedChoiceField(
        label=_("Hoe gaat het?"), choices=Mood.Face.choices, coerce=int, widget=forms.RadioSelect
    )
    word = TextLine(label=_("In een paar woorden"), required=False)


class WishForm(OurForm):
    """Why somebody wants to stop; they need not say."""

    word = TextLine(label=_("Waarom stop je?"), max_length=300, required=False)


class OwnConcernForm(OurForm):
    """Something is not right; ticked is about whom."""

    words = LongText(label=_("Wat is er aan de hand?"))

    def __init__(self, buddies: list[Participant], data: Any = None) -> None:
        super().__init__(data)
        if buddies:
            people = Participant.objects.filter(pk__in=[one.pk for one in buddies]).select_related("person")
            self.fields["about"] = AboutChoice(
                people,
                label=_("Over wie gaat het?"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Je mag dit openlaten."),
                error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
            )


class AboutChoice(ManyChoice):
    """People by the name they go by."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.goes_by)


class OwnDataForm(Questions, EditForm):
    """How somebody can be reached, in which language they read, and when they can."""

    language = forms.ChoiceField(label=_("In welke taal lees je het liefst?"), choices=CHOICES)

    def __init__(self, participant: Participant, data: Any = None, *, without: tuple[str, ...] = ()) -> None:
        self.names = [name for name in (*OWN_PERSON, *OWN_PART) if name not in without]
        super().__init__(data, self._now(participant))
        for name in set(self.fields) - {*self.names, "seen"}:
            del self.fields[name]
        self.order_fields(["seen", *self.names])

    def _now(self, participant: Participant) -> dict[str, Any]:
        rows = {**dict.fromkeys(OWN_PERSON, participant.person), **dict.fromkeys(OWN_PART, participant)}
        return {name: getattr(rows[name], name) for name in self.names}

    def person_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in OWN_PERSON if name in self.cleaned_data}

    def part_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in OWN_PART if name in self.cleaned_data}
