"""The shape of what is typed when somebody signs up, stops, gets an ambassador or claims."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import User
from mixen.fields import TextLine
from mixen.forms import EditForm, OurForm
from participants.forms.agreement import Agreement
from participants.models import Participant, Person
from projects.models import Project


class SignUpForm(Agreement, OurForm):
    """Definite sign-up of somebody who is known already: read the text, agree, sign."""

    gender = forms.ChoiceField(
        label=_("Ben je een vrouw of een man?"), choices=Person.Gender.choices, widget=forms.RadioSelect
    )

    def __init__(self, participant: Participant, data: Any = None) -> None:
        super().__init__(data, initial={"gender": participant.person.gender})
        self.participant = participant
        if participant.person.gender:
            del self.fields["gender"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.check_agreement(data, self.participant.person.email)
        return data


class StopForm(OurForm):
    """Why somebody leaves the project."""

    reason = TextLine(label=_("Waarom stopt deze deelnemer?"), max_length=300)


class AmbassadorForm(EditForm):
    """Who keeps contact with a participant."""

    ambassador = forms.ModelChoiceField(
        User.objects.none(), label=_("Ambassadeur"), required=False, empty_label=_("Nog niemand")
    )

    def __init__(self, project: Project, participant: Participant, data: Any = None) -> None:
        super().__init__(data, {"ambassador": participant.ambassador})
        self.fields["ambassador"].queryset = User.objects.filter(memberships__project=project)  # type: ignore[attr-defined]
