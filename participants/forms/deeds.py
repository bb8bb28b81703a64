"""The shape of what is typed when somebody signs up, stops, gets an ambassador or claims."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from mixen.accounts.models import User
from mixen.fields import DateField, MoneyField, NameField, TextLine
from mixen.forms import OurForm
from participants.models import Participant
from participants.models.participant import TAKES_PART
from projects.models import ClaimKind, Project


class SignUpForm(OurForm):
    """Definite sign-up: read the text, agree, sign."""

    agrees = forms.BooleanField(
        label=_("Ik ga akkoord en doe mee"),
        error_messages={"required": _("Vink dit aan om mee te doen. Zonder akkoord kan het niet.")},
    )
    country = forms.ChoiceField(
        label=_("Land van herkomst"), required=False, choices=[("", _("Niet ingevuld")), *countries]
    )
    country_ok = forms.BooleanField(label=_("Mijn land van herkomst mag worden bewaard"), required=False)
    photos_ok = forms.BooleanField(label=_("Foto's van mij mogen worden gebruikt"), required=False)
    signed_as = NameField(label=_("Handtekening: typ je naam"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("country") and not data.get("country_ok"):
            self.add_error("country_ok", _("Vink dit aan als het land bewaard mag worden, of haal het land weg."))
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
