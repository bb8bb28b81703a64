"""What is typed on the afternoon of a mix meeting."""

import re
from typing import Any
from uuid import uuid4

from crispy_forms.layout import Column, Field, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from matching.forms.couples import PersonChoice
from matching.models import Board, CoupleMember, Helper, Weights
from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.fields import NameField, PhoneField, TextLine
from mixen.forms import EditForm, OurForm
from participants.models import Participant, Person, Side
from projects.models import Organisation, Project


def _whole(label: Any, least: int, most: int, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class SetUpForm(EditForm):
    """How the afternoon is set up."""

    tables = _whole(_("Hoeveel tafels zijn er?"), 1, 60)
    rounds = _whole(_("Hoeveel rondes?"), 1, 20, _("Acht rondes van vijf minuten is een mooie middag."))
    minutes = _whole(_("Hoeveel minuten per ronde?"), 1, 60)

    def __init__(self, board: Board | None, tables: int, data: Any = None) -> None:
        now = board or Board(tables=tables)
        super().__init__(data, {"tables": now.tables, "rounds": now.rounds, "minutes": now.minutes})

    def layout(self) -> Layout:
        return Layout(Row(Column("tables"), Column("rounds"), Column("minutes")))


class WalkInForm(OurForm):
    """Somebody who walks in: what the afternoon needs, and no more; the rest comes later."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    name = NameField(label=_("Naam"))
    side = forms.ChoiceField(label=_("Welke kant?"), choices=Side.choices, widget=forms.RadioSelect)
    gender = forms.ChoiceField(label=_("Geslacht"), choices=Person.Gender.choices, widget=forms.RadioSelect)
    women_only = forms.BooleanField(label=_("Wil alleen met vrouwen op stap"), required=False)
    phone = PhoneField(label=_("Telefoon"), required=False)
    agreed = forms.BooleanField(
        label=_("Is 18 jaar of ouder, heeft de tekst over meedoen gelezen of gehoord, en is het ermee eens"),
        error_messages={"required": _("Zonder akkoord kan iemand niet meedoen. Lees de tekst samen en vink dit aan.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"key": uuid4()})

    def layout(self) -> Layout:
        return Layout(
            "key",
            "name",
            Field("side", wrapper_class="choices"),
            Field("gender", wrapper_class="choices"),
            "women_only",
            "phone",
            "agreed",
        )


class HelperForm(OurForm):
    """Who helps, or which teacher came along."""

    kind = forms.ChoiceField(label=_("Rol"), choices=Helper.Kind.choices, widget=forms.RadioSelect)
    name = NameField(label=_("Naam"))
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisatie"), required=False, empty_label=_("Geen")
    )

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        partners = Organisation.objects.filter(partnerships__project=project)
        self.fields["organisation"].queryset = partners  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(Field("kind", wrapper_class="choices"), Row(Column("name"), Column("organisation")))


class ApartForm(OurForm):
    """Two people who are not to be together."""

    first = PersonChoice(Participant.objects.none(), label=_("Wie"), empty_label=_("Kies iemand"))
    second = PersonChoice(Participant.objects.none(), label=_("Niet samen met"), empty_label=_("Kies iemand"))

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        people = project.participants.active().select_related("person").in_order_of_name()
        for name in ("first", "second"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(Row(Column("first"), Column("second")))


NUMBERS = re.compile(r"[\s,;.]+")


def _numbers() -> forms.CharField:
    return TextLine(
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
    )


class SlipForm(OurForm):
    """A paper slip, by numbers."""

    own = _whole(_("Nummer op het briefje"), 1, 999)
    yes = _numbers()
    maybe = _numbers()
    no = _numbers()
    certain = forms.BooleanField(label=_("Ik heb het nagekeken: wat hier staat is goed"), required=False)

    def __init__(self, board: Board, data: Any = None) -> None:
        self.board = board
        super().__init__(data)
        self.fields["certain"].widget = forms.HiddenInput()
        for name, label in (("yes", _("Ja bij")), ("maybe", _("Misschien bij")), ("no", _("Nee bij"))):
            self.fields[name].label = label

    def refuse(self, error: DomainError) -> None:
        """Only when the second time differs from the first, somebody is asked whether it is right."""
        super().refuse(error)
        if error.field == "certain":
            self.fields["certain"].widget = forms.CheckboxInput()

    def layout(self) -> Layout:
        return Layout("own", Row(Column("yes"), Column("maybe"), Column("no")), "certain")

    def clean_own(self) -> int:
        number: int = self.cleaned_data["own"]
        if not self.board.presences.came().filter(number=number).exists():
            raise forms.ValidationError(_("Niemand die er was heeft dit nummer. Kijk het briefje na."))
        return number

    def _read(self, name: str) -> list[int]:
        words = [word for word in NUMBERS.split(self.cleaned_data.get(name) or "") if word]
        if not all(word.isascii() and word.isdigit() and len(word) <= 3 for word in words):
            self.add_error(name, _("Vul alleen nummers in, met een spatie ertussen. Bijvoorbeeld: 3 8 21."))
            return []
        return [int(word) for word in words]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        answers: dict[int, str] = {}
        for name in ("yes", "maybe", "no"):
            for number in self._read(name):
                if number in answers:
                    self.add_error(name, _("Nummer %(number)s staat er twee keer.") % {"number": number})
                answers[number] = name
        if not answers and not self.errors:
            self.add_error("yes", _("Vul ten minste één nummer in."))
        data["answers"] = answers
        return data


class WeightsForm(EditForm):
    """How heavily what people share weighs."""

    language = _whole(_("Dezelfde taal"), 0, Weights.MOST)
    postcode = _whole(_("Dicht bij elkaar wonen"), 0, Weights.MOST)
    dayparts = _whole(_("Op dezelfde tijd kunnen"), 0, Weights.MOST)
    interests = _whole(_("Van hetzelfde houden"), 0, Weights.MOST)
    age = _whole(_("Ongeveer even oud zijn"), 0, Weights.MOST)
    children = _whole(_("Allebei kinderen of niet"), 0, Weights.MOST)

    def __init__(self, weights: Weights, data: Any = None) -> None:
        super().__init__(data, weights.as_dict())

    def layout(self) -> Layout:
        names = Weights.CRITERIA
        return Layout(Row(*(Column(name) for name in names[:3])), Row(*(Column(name) for name in names[3:])))


class OfferForm(EditForm):
    """What somebody offers the other one in the couple."""

    shares_address = forms.BooleanField(label=_("Het eigen adres mag op het kaartje van de ander"), required=False)
    pickup = TextLine(
        label=_("Hier op te halen"),
        required=False,
        help_text=_("Bijvoorbeeld: bij de taalles, of thuis. Alleen invullen als iemand dit zelf aanbiedt."),
    )

    def __init__(self, member: CoupleMember, data: Any = None) -> None:
        super().__init__(data, {"shares_address": member.shares_address, "pickup": member.pickup})


class HandForm(OurForm):
    """Which ambassador looks after a couple."""

    ambassador = forms.ModelChoiceField(User.objects.none(), label=_("Ambassadeur"), empty_label=None)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        team = User.objects.filter(memberships__project=project)
        self.fields["ambassador"].queryset = team  # type: ignore[attr-defined]
