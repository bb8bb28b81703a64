"""How the list of expenses is narrowed down."""

from typing import Any

import django_filters
from django.db.models import Q
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _

from projects.models import BudgetLine, Expense, Project

RECEIPT = [("with", _("met bon")), ("without", _("zonder bon"))]


class ExpenseFilter(django_filters.FilterSet):
    """Line, kind, with or without a receipt; search by whom and what for."""

    q = django_filters.CharFilter(
        method="search", label=_("Zoek"), widget=TextInput(attrs={"type": "search", "maxlength": 100})
    )
    line = django_filters.ModelChoiceFilter(
        queryset=BudgetLine.objects.none(), label=_("Regel"), empty_label=_("Alle")
    )
    kind = django_filters.ChoiceFilter(choices=Expense.Kind.choices, label=_("Soort"), empty_label=_("Alle"))
    receipt = django_filters.ChoiceFilter(choices=RECEIPT, method="by_receipt", label=_("Bon"), empty_label=_("Alle"))

    class Meta:
        model = Expense
        fields: list[str] = []

    def __init__(self, data: Any, queryset: Any, *, project: Project) -> None:
        super().__init__(data, queryset)
        lines = BudgetLine.objects.filter(group__project=project).order_by("group__number", "code")
        self.filters["line"].queryset = lines
        self.form.fields["line"].queryset = lines

    def search(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(Q(payee__icontains=value) | Q(description__icontains=value))

    def by_receipt(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(receipt__isnull=value == "without")
