"""The shape of what is typed about people. Each form takes the project it is about."""

from typing import Any
from uuid import uuid4

from crispy_forms.layout import HTML, Column, Field, Layout, Row
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from mixen.fields import LongText
from mixen.forms import EditForm
from mixen.languages import CHOICES, SOURCE
from participants.forms.questions import Questions
from participants.models import ConsentText, Participant, Person, Side
from projects.models import Organisation, Project

PERSON_FIELDS = (
    "name", "call_name", "own_script_name", "pronunciation", "gender", "women_only", "birth_year", "phone", "email",
    "reach", "language", "street", "postcode", "languages", "country", "has_stadspas", "has_children",
)  # fmt: skip
PART_FIELDS = (
    "dutch_level", "max_new", "dayparts", "interests", "brings", "hopes", "whatsapp_ok", "channel", "heard_from",
    "teacher",
)  # fmt: skip


class PersonForm(Questions, EditForm):
    """Who somebody is and what matters for a good match; for registering and for changing later."""

    country = forms.ChoiceField(
        label=_("Land van herkomst"), required=False, choices=[("", _("Niet ingevuld")), *countries]
    )
    language = forms.ChoiceField(label=_("Leest het liefst"), choices=CHOICES, initial=SOURCE, required=False)

    def __init__(self, project: Project, data: Any = None, participant: Participant | None = None) -> None:
        self.project = project
        self.participant = participant
        super().__init__(data, _initial(participant) if participant else {})
        partners = Organisation.objects.filter(partnerships__project=project)
        self.fields["heard_from"].queryset = partners  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            "seen",
            *self.first_rows(),
            Row(Column("name"), Column("call_name")),
            Row(Column("own_script_name"), Column("pronunciation")),
            Field("gender", wrapper_class="choices"),
            "women_only",
            Row(Column("birth_year"), Column(Field("has_children", wrapper_class="choices"))),
            "has_stadspas",
            HTML(f"<h2 class='group-title'>{_('Bereiken')}</h2>"),
            Row(Column("phone"), Column("email")),
            Row(Column("reach"), Column("language")),
            "whatsapp_ok",
            Row(Column("street"), Column("postcode")),
            HTML(f"<h2 class='group-title'>{_('Voor een goed mixmaatje')}</h2>"),
            Field("languages", wrapper_class="choices choices--scroll"),
            Field("interests", wrapper_class="choices"),
            Field("dayparts", wrapper_class="choices choices--three"),
            Row(Column("dutch_level"), Column(Field("max_new", wrapper_class="choices"))),
            "brings",
            "hopes",
            HTML(f"<h2 class='group-title'>{_('Ten slotte')}</h2>"),
            Row(*(Column(name) for name in ("country", "channel", "heard_from") if name in self.fields)),
            "teacher",
            *self.last_rows(),
        )

    def first_rows(self) -> list[str]:
        return []

    def last_rows(self) -> list[str]:
        return []

    @property
    def chosen_side(self) -> str:
        return self.participant.side if self.participant else self.cleaned_data.get("side", "")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("women_only") and data.get("gender") and data["gender"] != Person.Gender.WOMAN:
            self.add_error("women_only", _("Dit kan alleen bij een vrouw. Haal het vinkje weg."))
        if self.chosen_side == Side.NEW and data.get("max_new", 1) > 1:
            self.add_error("max_new", _("Dit is alleen voor 'oude' Amsterdammers. Kies 1."))
        return data

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or SOURCE

    def person_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PERSON_FIELDS if name in self.cleaned_data}

    def part_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PART_FIELDS if name in self.cleaned_data}


def _initial(participant: Participant) -> dict[str, Any]:
    person = participant.person
    values: dict[str, Any] = {name: getattr(person, name) for name in PERSON_FIELDS if name != "languages"}
    values |= {name: getattr(participant, name) for name in PART_FIELDS if name not in {"interests", "heard_from"}}
    values["languages"] = list(person.languages.all())
    values["interests"] = list(participant.interests.all())
    values["heard_from"] = participant.heard_from
    values["notes"] = participant.notes
    values["has_children"] = {True: "yes", False: "no", None: ""}[person.has_children]
    values["country"] = str(person.country)
    return values


class RegisterForm(PersonForm):
    """A new registration: first of all the side, and at the end whether the person signs up for good."""

    side = forms.ChoiceField(
        label=_("Kant"),
        choices=[
            (Side.OLD, _("'Oude' Amsterdammer: woont hier al lang")),
            (Side.NEW, _("'Nieuwe' Amsterdammer: leert Nederlands")),
        ],
        widget=forms.RadioSelect,
    )
    is_adult = forms.BooleanField(
        label=_("Is 18 jaar of ouder"), error_messages={"required": _("Vink dit aan. Meedoen kan vanaf 18 jaar.")}
    )
    is_somebody_else = forms.BooleanField(
        label=_("Dit is iemand anders"), required=False, help_text=_("Bijvoorbeeld een gezin met één telefoon.")
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(project, data)
        self.fields["key"].initial = uuid4
        del self.fields["country"]  # asked with the consent to keep it

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        known = self._known(data)
        if known and not data.get("is_somebody_else") and known.registration_key != data.get("key"):
            self.add_error(
                "is_somebody_else",
                _("%(name)s is al aangemeld met deze naam, telefoon of e-mail. Is dit iemand anders? Vink dit aan.")
                % {"name": known.person.name},
            )
        return data

    def _known(self, data: dict[str, Any]) -> Participant | None:
        """Somebody of the project who may be the same person."""
        same = Q(person__name__iexact=data.get("name") or "-")
        if data.get("phone"):
            same |= Q(person__phone=data["phone"])
        if data.get("email"):
            same |= Q(person__email__iexact=data["email"])
        return self.project.participants.filter(same).select_related("person").first()

    def first_rows(self) -> list[str]:
        return ["key", "side"]

    def last_rows(self) -> list[str]:
        return ["is_adult", *(["is_somebody_else"] if "is_somebody_else" in self.errors else [])]


class ChangeForm(PersonForm):
    """Changing what was registered; an ambassador does not see what they are not to see back."""

    notes = LongText(
        label=_("Notities"),
        required=False,
        help_text=_("Schrijf niets op over gezondheid, geloof of verblijfsstatus."),
    )

    def __init__(self, project: Project, data: Any = None, participant: Participant | None = None) -> None:
        super().__init__(project, data, participant)
        if participant and not participant.consents.standing().filter(kind=ConsentText.Kind.COUNTRY).exists():
            del self.fields["country"]

    def last_rows(self) -> list[str]:
        return ["notes"]

    def part_fields(self) -> dict[str, Any]:
        return {**super().part_fields(), "notes": self.cleaned_data["notes"]}
