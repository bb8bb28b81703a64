"""The shape of what is typed around recruiting: who was told, how a call went, why a meeting is closed anyway."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, TextLine
from mixen.forms import OurForm
from participants.models import AbsenceCall, Participant
from projects.models import Organisation, Project

MOST_TOLD = 100_000


class ToldForm(OurForm):
    """To how many people the project was told at once."""

    channel = forms.ChoiceField(label=_("Hoe"), choices=[("", _("Kies hoe")), *Participant.Channel.choices])
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Bij welke partner"),
        required=False,
        empty_label=_("Niet bij een partner"),
    )
    people = forms.IntegerField(
        label=_("Hoeveel mensen"),
        min_value=1,
        max_value=MOST_TOLD,
        help_text=_("Een schatting is goed genoeg."),
    )
    on = DateField(label=_("Wanneer"), initial=timezone.localdate)
    note = TextLine(label=_("Toelichting"), max_length=300, required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        partners = Organisation.objects.filter(partnerships__project=project)
        self.fields["organisation"].queryset = partners  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(Row(Column("channel"), Column("organisation")), Row(Column("people"), Column("on")), "note")


class AbsenceCallForm(OurForm):
    """How a call went to somebody who did not come. The outcomes are the buttons of the page."""

    outcome = forms.ChoiceField(label=_("Hoe liep het gesprek af?"), choices=AbsenceCall.Outcome.choices)
    note = TextLine(
        label=_("Notitie"),
        max_length=300,
        required=False,
        help_text=_("Schrijf niets op over gezondheid, geloof of verblijfsstatus."),
    )

    def layout(self) -> Layout:
        return Layout("note")


class CloseForm(OurForm):
    """Closing a meeting: a button, nothing to type."""


class CloseAnywayForm(OurForm):
    """Closing a meeting while a tablet still holds registrations."""

    reason = TextLine(label=_("Waarom sluit je toch af?"), max_length=300)
