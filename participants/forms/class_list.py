"""Handing over a class list: what is asked once for everybody on it, and how one row is checked."""

from typing import Any

from crispy_forms.layout import Column, Field, Layout, Row
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from mixen.fields import TextLine
from mixen.forms import OurForm
from participants.class_list.reading import MOST_BYTES
from participants.forms.questions import Questions
from participants.models import Participant, Side
from projects.models import Organisation, Project


class ListForm(OurForm):
    """What holds for the whole list."""

    side = forms.ChoiceField(
        label=_("Kant van iedereen op de lijst"),
        choices=[
            (Side.NEW, _("'Nieuwe' Amsterdammers: leren Nederlands")),
            (Side.OLD, _("'Oude' Amsterdammers: wonen hier al lang")),
        ],
        initial=Side.NEW,
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("Hoe hoorden zij van ons?"), choices=Participant.Channel.choices, initial=Participant.Channel.SCHOOL
    )
    heard_from = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Van welke organisatie?"), required=False, empty_label=_("Niet ingevuld")
    )
    teacher = TextLine(label=_("Docent die de eerste keer meekomt"), required=False)

    def __init__(self, project: Project, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        partners = Organisation.objects.filter(partnerships__project=project)
        self.fields["heard_from"].queryset = partners  # type: ignore[attr-defined]

    def sealed(self) -> dict[str, Any]:
        """What was chosen, as plain data that can travel with the page."""
        organisation = self.cleaned_data["heard_from"]
        return {
            **{name: self.cleaned_data[name] for name in ("side", "channel", "teacher")},
            "heard_from": organisation.pk if organisation else "",
        }

    def part_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("channel", "heard_from", "teacher")}


class UploadForm(ListForm):
    """The list itself, and what holds for everybody on it."""

    file = forms.FileField(
        label=_("Bestand (.xlsx of .csv)"),
        allow_empty_file=True,  # reading says it better
        help_text=_("Ten hoogste 500 mensen en 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": _("Kies een bestand."),
            "missing": _("Kies een bestand."),
            "invalid": _("Kies een bestand."),
            "max_length": _("De naam van dit bestand is te lang. Geef het een kortere naam."),
        },
    )
    everybody_agrees = forms.BooleanField(
        label=_("Iedereen op deze lijst is 18 jaar of ouder en wil worden aangemeld"),
        error_messages={"required": _("Vink dit aan. Vraag het anders eerst aan de mensen zelf of aan de docent.")},
    )

    def layout(self) -> Layout:
        return Layout(
            "file",
            Field("side", wrapper_class="choices"),
            Row(Column("channel"), Column("heard_from")),
            "teacher",
            "everybody_agrees",
        )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("Dit bestand is te groot. Ten hoogste 2 MB: haal plaatjes en andere bladen eruit.")
            )
        return file


class RowForm(Questions, OurForm):
    """One row, by the same fields as any registration. One form looks at all rows, one after the other."""

    # Not asked of a class, or read apart.
    women_only = reach = whatsapp_ok = languages = has_stadspas = has_children = None  # type: ignore[assignment]
    max_new = dayparts = interests = brings = hopes = channel = heard_from = teacher = None  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__({})
        self.fields["gender"].required = False
        self.fields["gender"].error_messages["invalid_choice"] = _("Schrijf man, vrouw of anders, of laat dit leeg.")
        self.fields["name"].error_messages["required"] = _("Hier staat geen naam.")

    def check(self, values: dict[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
        """The cleaned values, and what is wrong by field."""
        self.data = values  # type: ignore[assignment]
        self.full_clean()
        wrong = {name: str(messages[0]) for name, messages in self.errors.items()}
        return dict(self.cleaned_data), wrong
