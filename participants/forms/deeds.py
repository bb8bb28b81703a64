"""The shape of what is typed when somebody signs up, stops, gets an ambassador or claims."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import User
from mixen.fields import DateField, MoneyField, TextLine
from mixen.forms import OurForm
from participants.forms.agreement import Agreement
from participants.models import Participant, Person
from participants.models.participant import TAKES_PART
from projects.models import ClaimKind, Project


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


class AmbassadorForm(OurForm):
    """Who keeps contact with a participant."""

    ambassador = forms.ModelChoiceField(
        User.objects.none(), label=_("Ambassadeur"), required=False, empty_label=_("Nog niemand")
    )

    def __init__(self, project: Project, data: Any = None, participant: Participant | None = None) -> None:
        super().__init__(data, initial={"ambassador": participant.ambassador_id} if participant else None)
        self.fields["ambassador"].queryset = User.objects.filter(memberships__project=project)  # type: ignore[attr-defined]


class ClaimForm(OurForm):
    """A claim of a participant."""

    participant = forms.ModelChoiceField(
        Participant.objects.none(), label=_("Deelnemer"), empty_label=_("Kies een deelnemer")
    )
    kind = forms.ChoiceField(label=_("Soort"), choices=ClaimKind.choices)
    amount = MoneyField(label=_("Bedrag in euro's"))
    spent_on = DateField(label=_("Datum"), initial=timezone.localdate)
    description = TextLine(label=_("Waarvoor"), max_length=300, required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        people = project.participants.filter(status__in=TAKES_PART).select_related("person").in_order_of_name()
        self.fields["participant"].queryset = people  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout("participant", Row(Column("kind"), Column("amount"), Column("spent_on")), "description")
