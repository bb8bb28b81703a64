"""The shape of what is typed about a claim: by the team, or by somebody on their own page."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, MoneyField, TextLine
from mixen.templatetags.display import euro
from participants.actions.claims import left_by_participant, left_to_claim
from participants.models import Claim, Participant
from participants.models.participant import TAKES_PART
from projects.forms import PaidBackForm, paid_back_row
from projects.models import ClaimKind, Project


class ClaimForm(PaidBackForm):
    """A claim of a participant, typed in by the team; what is left for each stands with the name."""

    participant = forms.ModelChoiceField(
        Participant.objects.none(), label=_("Deelnemer"), empty_label=_("Kies een deelnemer")
    )
    kind = forms.ChoiceField(label=_("Soort"), choices=ClaimKind.choices)
    amount = MoneyField(label=_("Bedrag in euro's"))
    spent_on = DateField(label=_("Datum"), initial=timezone.localdate)
    description = TextLine(label=_("Waarvoor"), max_length=300, required=False)
    on_paper = forms.BooleanField(label=_("Dit is een briefje van de deelnemer"), required=False)

    def __init__(self, project: Project, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        people = project.participants.filter(status__in=TAKES_PART).select_related("person").in_order_of_name()
        left = left_by_participant(project)
        field = self.fields["participant"]
        field.queryset = people  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: _with_what_is_left(one, left)  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout(
            "participant",
            Row(Column("kind"), Column("amount"), Column("spent_on")),
            "description",
            paid_back_row(),
            "on_paper",
        )

    def claim(self) -> dict[str, Any]:
        """What ``submit_claim`` needs."""
        data = dict(self.cleaned_data)
        return {"via": Claim.Via.PAPER if data.pop("on_paper") else Claim.Via.TEAM, **data}


def _with_what_is_left(participant: Participant, left: dict[int, dict[str, Decimal]]) -> str:
    told = ", ".join(f"{ClaimKind(kind).label} {euro(amount)}" for kind, amount in left[participant.pk].items())
    return f"{participant.person.name} ({_('nog')} {told})"


class OwnClaimForm(PaidBackForm):
    """A claim somebody hands in on their own page; the kinds of which something is left are offered."""

    kind = forms.ChoiceField(label=_("Wat wil je terugvragen?"), choices=ClaimKind.choices)
    amount = MoneyField(label=_("Bedrag in euro's"))
    spent_on = DateField(label=_("Wanneer betaalde je dit?"), initial=timezone.localdate)
    description = TextLine(label=_("Waar was het voor?"), max_length=300, required=False)

    def __init__(self, participant: Participant, data: Any = None) -> None:
        super().__init__(data)
        left = {kind: left_to_claim(participant, kind) for kind in ClaimKind}
        offered = [
            (kind.value, _("%(kind)s: nog %(left)s") % {"kind": kind.label, "left": euro(amount)})
            for kind, amount in left.items()
            if amount > 0
        ]
        self.fields["kind"] = forms.ChoiceField(
            label=self.fields["kind"].label,
            choices=offered,
            error_messages={"required": _("Maak een keuze."), "invalid_choice": _("Kies iets uit de lijst.")},
        )

    def layout(self) -> Layout:
        return Layout("kind", Row(Column("amount"), Column("spent_on")), "description", paid_back_row())
