"""The shape of what is typed about the costs of an excursion."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from excursions.costs import Costs
from excursions.forms.excursions import HIGHEST
from excursions.models import Excursion
from mixen.fields import DateField, MoneyField, TextLine
from mixen.forms import EditForm, OurForm
from mixen.uploads import UploadField
from projects.forms.money import LineChoice
from projects.models import BudgetLine

ENTRANCE = "entree"
"""The word by which the line for excursions is known in the template of a budget."""


class PaidForm(EditForm):
    """What was paid for each person; empty is nothing yet."""

    def __init__(self, costs: Costs, data: Any = None) -> None:
        self.signups = {f"paid_{one.pk}": one for one in costs.signups}
        super().__init__(data, {key: one.paid for key, one in self.signups.items()})
        for key, signup in self.signups.items():
            self.fields[key] = MoneyField(
                label=signup.participant.person.name, required=False, zero=True, max_value=HIGHEST
            )

    def rows(self) -> list[Any]:
        """Each person with the field."""
        return [{"signup": one, "field": self[key]} for key, one in self.signups.items()]

    def amounts(self) -> dict[int, Decimal | None]:
        """What ``note_paid`` needs."""
        return {one.pk: self.cleaned_data[key] for key, one in self.signups.items()}


class BookCostsForm(OurForm):
    """Booking what was paid on a line of the budget, as one expense."""

    amount = MoneyField(label=_("Bedrag"), widget=forms.HiddenInput)
    line = LineChoice(label=_("Begrotingsregel"))
    payee = TextLine(label=_("Betaald aan"))
    spent_on = DateField(label=_("Datum"))
    receipt = UploadField(
        label=_("Bon"), required=False, help_text=_("Een foto of een PDF. Waar de foto is gemaakt, bewaren we niet.")
    )

    def __init__(self, excursion: Excursion, costs: Costs, data: Any = None, files: Any = None) -> None:
        project, place = excursion.project, excursion.place
        lines = BudgetLine.objects.filter(group__project=project, left_out=False).order_by("group__number", "code")
        payee = (place.organisation.name if place.organisation else place.name) if place else ""
        usual = lines.filter(name__icontains=ENTRANCE).first()
        initial = {"amount": costs.paid, "line": usual, "payee": payee, "spent_on": excursion.day}
        super().__init__(data, files, initial=initial)
        self.fields["line"].queryset = lines  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout("amount", "line", Row(Column("payee"), Column("spent_on")), "receipt")
