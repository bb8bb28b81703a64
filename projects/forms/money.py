"""The shape of what is typed about money."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import HTML, Column, Div, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mixen.fields import DateField, MoneyField, TextLine
from mixen.forms import EditForm, OurForm
from mixen.uploads import CleanFile, UploadField
from projects.models import BudgetLine, Project

MOST_PARTS = 5


class LineChoice(forms.ModelChoiceField):
    """A line of the budget; with its group, so that it is found without knowing the code."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", _("Kies een regel"))
        super().__init__(BudgetLine.objects.none(), **kwargs)
        self.error_messages |= {"required": _("Maak een keuze."), "invalid_choice": _("Kies iets uit de lijst.")}


class ExpenseForm(OurForm):
    """Money that was spent: one purchase, on one line of the budget or split over several, with its receipt."""

    line = LineChoice(label=_("Begrotingsregel"))
    amount = MoneyField(label=_("Bedrag in euro's"))
    spent_on = DateField(label=_("Datum"), initial=timezone.localdate)
    payee = TextLine(label=_("Betaald aan"))
    description = TextLine(label=_("Waarvoor"), max_length=300, required=False)
    receipt = UploadField(
        label=_("Bon"), required=False, help_text=_("Een foto of een PDF. Waar de foto is gemaakt, bewaren we niet.")
    )

    def __init__(self, project: Project, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        lines = BudgetLine.objects.filter(group__project=project, left_out=False).order_by("group__number", "code")
        for number in range(2, MOST_PARTS + 1):
            self.fields[f"line_{number}"] = LineChoice(
                label=_("Regel %(number)s") % {"number": number}, required=False, empty_label=_("Geen")
            )
            self.fields[f"amount_{number}"] = MoneyField(
                label=_("Bedrag %(number)s") % {"number": number}, required=False
            )
        for field in self.fields.values():
            if isinstance(field, LineChoice):
                field.queryset = lines  # type: ignore[attr-defined]

    def layout(self) -> Layout:
        more = [
            Row(Column(f"line_{number}"), Column(f"amount_{number}"), css_class="split-part")
            for number in range(2, MOST_PARTS + 1)
        ]
        names = [f"{name}_{number}" for name in ("line", "amount") for number in range(2, MOST_PARTS + 1)]
        opened = "open" if any(name in self.errors or self.data.get(name) for name in names) else ""
        summary = _("Eén bon voor meer regels? Splits het bedrag.")
        return Layout(
            Row(Column("line"), Column("amount")),
            HTML(format_html("<details class='more' {}><summary>{}</summary>", opened, summary)),
            Div(*more),
            HTML("</details>"),
            Row(Column("payee"), Column("spent_on")),
            "description",
            "receipt",
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for number in range(2, MOST_PARTS + 1):
            line, amount = f"line_{number}", f"amount_{number}"
            if data.get(line) and amount not in self.errors and data.get(amount) is None:
                self.add_error(amount, _("Vul het bedrag voor deze regel in."))
            if data.get(amount) is not None and line not in self.errors and not data.get(line):
                self.add_error(line, _("Kies de regel voor dit bedrag."))
        if self.errors and data.get("receipt"):
            self.add_error(
                "receipt", _("Kies de bon nog een keer. Een bestand blijft niet staan als er iets niet klopt.")
            )
        return data

    def purchase(self) -> dict[str, Any]:
        """What ``book_purchase`` needs."""
        data = self.cleaned_data
        names = [("line", "amount"), *((f"line_{n}", f"amount_{n}") for n in range(2, MOST_PARTS + 1))]
        receipt: CleanFile | None = data.get("receipt")
        return {
            "parts": [(data[line], data[amount]) for line, amount in names if data.get(line)],
            "spent_on": data["spent_on"],
            "payee": data["payee"],
            "description": data["description"],
            "receipt": receipt,
        }


class ReceiptForm(OurForm):
    """The receipt that came later."""

    receipt = UploadField(
        label=_("Bon"), help_text=_("Een foto of een PDF. Waar de foto is gemaakt, bewaren we niet.")
    )


class AgreedForm(EditForm):
    """What was agreed with the district: in all, per group and per line; each may stay empty."""

    def __init__(self, project: Project, data: Any = None) -> None:
        self.groups = list(project.budget_groups.prefetch_related("lines"))
        now: dict[str, Any] = {"total": project.agreed_total}
        for group in self.groups:
            now[f"group_{group.pk}"] = group.agreed
            now |= {f"line_{line.pk}": line.agreed for line in group.lines.all()}
        super().__init__(data, now)
        self.fields["total"] = self._amount(_("In totaal"))
        for group in self.groups:
            self.fields[f"group_{group.pk}"] = self._amount(_("Hele groep %(group)s") % {"group": group})
            for line in group.lines.all():
                self.fields[f"line_{line.pk}"] = self._amount(str(line))

    @staticmethod
    def _amount(label: Any) -> MoneyField:
        return MoneyField(label=_("%(label)s (mag leeg)") % {"label": label}, required=False, zero=True)

    def layout(self) -> Layout:
        parts: list[Any] = []
        for group in self.groups:
            lines = [Column(f"line_{line.pk}") for line in group.lines.all()]
            parts += [
                HTML(format_html("<h2 class='group-title'>{}</h2>", group)),
                f"group_{group.pk}",
                *(Row(*lines[number : number + 2]) for number in range(0, len(lines), 2)),
            ]
        return Layout("total", *parts)

    def amounts(self) -> dict[int, Decimal | None]:
        """The agreed amount per group, by its number in the database."""
        return {group.pk: self.cleaned_data[f"group_{group.pk}"] for group in self.groups}

    def lines(self) -> dict[int, Decimal | None]:
        """The agreed amount per line, by its number in the database."""
        return {line.pk: self.cleaned_data[f"line_{line.pk}"] for group in self.groups for line in group.lines.all()}


class GroupForm(OurForm):
    """A new group of the budget."""

    name = TextLine(label=_("Naam van de groep"))


class LineForm(EditForm):
    """A line of the budget: what it is for, and quantity x price."""

    code = TextLine(label=_("Code"), max_length=5, help_text=_("Bijvoorbeeld: 1e"))
    name = TextLine(label=_("Waarvoor"))
    quantity = forms.IntegerField(label=_("Aantal"), min_value=0, max_value=100_000)
    unit_price = MoneyField(label=_("Prijs per stuk"), zero=True)
    per = forms.ChoiceField(
        label=_("Wat telt het aantal?"),
        choices=BudgetLine.Per.choices,
        help_text=_("Hieruit volgt wat er nog verwacht wordt."),
    )
    is_optional = forms.BooleanField(label=_("Niet verplicht: deze regel kan vervallen"), required=False)

    def __init__(self, line: BudgetLine, data: Any = None) -> None:
        names = [name for name in self.base_fields if name != "seen"]
        super().__init__(data, {name: getattr(line, name) for name in names} if line.pk else {})

    def layout(self) -> Layout:
        return Layout(
            "seen",
            Row(Column("code"), Column("name")),
            Row(Column("quantity"), Column("unit_price"), Column("per")),
            "is_optional",
        )


class ContributionForm(OurForm):
    """Somebody pays a part of the project."""

    payer = TextLine(label=_("Van wie"))
    amount = MoneyField(label=_("Bedrag in euro's"))
    promised_on = DateField(label=_("Toegezegd op"), required=False)
    is_district = forms.BooleanField(label=_("Dit is de bijdrage van het stadsdeel"), required=False)

    def layout(self) -> Layout:
        return Layout("payer", Row(Column("amount"), Column("promised_on")), "is_district")


class ReceivedForm(OurForm):
    """The day on which a contribution came in."""

    received_on = DateField(label=_("Ontvangen op"), initial=timezone.localdate)
