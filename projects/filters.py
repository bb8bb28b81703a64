"""How the lists of expenses and of organisations are narrowed down."""

from typing import Any

import django_filters
from django.db.models import Q
from django.forms import ChoiceField, TextInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import BudgetLine, ContactPerson, District, Expense, Organisation, Project

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


WHEN = [("now", _("loopt nu of begint nog")), ("past", _("is voorbij"))]


class ProjectFilter(django_filters.FilterSet):
    """Those that run, district; search by name."""

    q = django_filters.CharFilter(
        field_name="name",
        lookup_expr="icontains",
        label=_("Zoek"),
        widget=TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    when = django_filters.ChoiceFilter(choices=WHEN, method="by_time", label=_("Wanneer"), empty_label=_("Alle"))
    district = django_filters.ModelChoiceFilter(
        queryset=District.objects.all(), to_field_name="slug", label=_("Stadsdeel"), empty_label=_("Alle")
    )
    sort = django_filters.OrderingFilter(
        fields={"name": "name", "starts_on": "start", "ends_on": "end"},
        choices=[
            ("start", _("de oudste eerst")),
            ("name", _("op naam")),
            ("-end", _("wat het laatst eindigt eerst")),
        ],
        label=_("Volgorde"),
        empty_label=_("de nieuwste eerst"),
    )

    class Meta:
        model = Project
        fields: list[str] = []

    def by_time(self, rows: Any, name: str, value: str) -> Any:
        today = timezone.localdate()
        return rows.filter(ends_on__lt=today) if value == "past" else rows.filter(ends_on__gte=today)


WHERE = [("city_wide", _("vaste partners in de hele stad")), ("city", _("de hele stad"))]
STEP = [("late", _("had al gemoeten")), ("open", _("staat open"))]


class OrganisationFilter(django_filters.FilterSet):
    """Kind, district, next step; search by name, address, what it offers and whom one calls there; sort."""

    q = django_filters.CharFilter(
        method="search", label=_("Zoek"), widget=TextInput(attrs={"type": "search", "maxlength": 100})
    )
    kind = django_filters.ChoiceFilter(
        choices=Organisation.Kind.choices, method="by_kind", label=_("Soort"), empty_label=_("Alle")
    )
    where = django_filters.ChoiceFilter(method="by_where", label=_("Waar"))
    step = django_filters.ChoiceFilter(choices=STEP, method="by_step", label=_("Volgende stap"), empty_label=_("Alle"))
    sort = django_filters.OrderingFilter(
        fields=[
            ("name", "naam"),
            ("kind", "soort"),
            ("district__name", "stadsdeel"),
            ("projects_count", "projecten"),
            ("next_on", "stap"),
        ],
        field_labels={
            "name": _("naam"),
            "kind": _("soort"),
            "district__name": _("stadsdeel"),
            "projects_count": _("aantal projecten"),
            "next_on": _("volgende stap"),
        },
        label=_("Volgorde"),
        empty_label=_("naam"),
    )

    class Meta:
        model = Organisation
        fields: list[str] = []

    def __init__(self, data: Any, queryset: Any, *, districts: Any) -> None:
        super().__init__(data, queryset)
        places = [("", _("Overal")), *WHERE, *((district.slug, district.name) for district in districts)]
        self.form.fields["where"] = ChoiceField(choices=places, label=_("Waar"), required=False)

    def search(self, rows: Any, name: str, value: str) -> Any:
        for word in value.replace("\x00", "").split()[:6]:
            found = ContactPerson.objects.filter(name__icontains=word).values("organisation")
            rows = rows.filter(
                Q(name__icontains=word) | Q(address__icontains=word) | Q(offers__icontains=word) | Q(pk__in=found)
            )
        return rows

    def by_kind(self, rows: Any, name: str, value: str) -> Any:
        return rows.of_kind(value)

    def by_where(self, rows: Any, name: str, value: str) -> Any:
        if value == "city_wide":
            return rows.filter(city_wide=True)
        return rows.filter(district__isnull=True) if value == "city" else rows.filter(district__slug=value)

    def by_step(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(next_on__lt=timezone.localdate()) if value == "late" else rows.filter(next_on__isnull=False)
