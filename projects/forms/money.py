"""The shape of what is typed about money."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, MoneyField, TextLine
from mixen.forms import OurForm
from projects.models import BudgetLine, Project


class ExpenseForm(OurForm):
    """Money that was spent, on a line of the budget."""

    line = forms.ModelChoiceField(
        BudgetLine.objects.none(), label=_("Begrotingsregel"), empty_label=_("Kies een regel")
    )
    amount = MoneyField(label=_("Bedrag in euro's"))
    spent_on = DateField(label=_("Datum"), initial=timezone.localdate)
    payee = TextLine(label=_("Betaald aan"))
    description = TextLine(label=_("Waarvoor"), max_length=300, required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        lines = BudgetLine.objects.filter(group__project=project).order_by("group__number", "code")
        self.fields["line"].queryset = lines  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        return Layout("line", Row(Column("amount"), Column("spent_on")), "payee", "description")


class AgreedForm(OurForm):
    """What was agreed with the district, per group of the budget."""

    def __init__(self, project: Project, data: Any = None) -> None:
        self.groups = list(project.budget_groups.all())
        super().__init__(data, initial={f"group_{group.pk}": group.agreed for group in self.groups})
        for group in self.groups:
            self.fields[f"group_{group.pk}"] = MoneyField(
                label=_("%(group)s (mag leeg)") % {"group": group}, required=False, zero=True
            )

    def amounts(self) -> dict[int, Decimal | None]:
        """The agreed amount per group number in the database."""
        return {group.pk: self.cleaned_data[f"group_{group.pk}"] for group in self.groups}
