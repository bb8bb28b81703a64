"""The shape of what is typed about paying people back."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from localflavor.generic.forms import IBANFormField

from mixen.fields import DateField, MoneyField, TextLine
from mixen.forms import OurForm
from mixen.templatetags.display import euro
from projects.models import Membership, PayBy, PaymentRun, Project, Role
from projects.paying import in_run, left_by_ambassador

WRONG_IBAN = _("Dit rekeningnummer klopt niet. Neem het over van je bankpas, bijvoorbeeld NL91 ABNA 0417 1643 00.")


class IbanField(IBANFormField):
    """An account number in any usual spelling; its check digits must be right."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)
        self.validators: list[Any] = [_iban_in_our_words(validator) for validator in self.default_validators]

    def to_python(self, value: Any) -> Any:
        return super().to_python("".join(str(value or "").split()))


def _iban_in_our_words(validator: Any) -> Any:
    def check(value: str) -> None:
        try:
            validator(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(WRONG_IBAN, code="iban") from error

    return check


class PaidBackForm(OurForm):
    """How somebody wants the money. A form about something that is paid back begins with its own fields."""

    pay_by = forms.ChoiceField(label=_("Hoe wil je het geld krijgen?"), choices=PayBy.choices, initial=PayBy.CASH)
    iban = IbanField(label=_("Rekeningnummer (IBAN)"), required=False)
    account_holder = TextLine(label=_("Op naam van"), max_length=70, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("pay_by") == PayBy.TRANSFER:
            for name in ("iban", "account_holder"):
                if name not in self.errors and not data.get(name):
                    self.add_error(name, _("Vul dit in als je het geld op je rekening wilt."))
        elif "pay_by" not in self.errors:
            self.errors.pop("iban", None)
            data |= {"iban": "", "account_holder": ""}
        return data


def paid_back_row() -> Row:
    """The three fields beside each other."""
    return Row(Column("pay_by"), Column("iban"), Column("account_holder"))


class AllowanceForm(PaidBackForm):
    """An allowance of an ambassador; what is left for each stands with the name."""

    membership = forms.ModelChoiceField(
        Membership.objects.none(), label=_("Ambassadeur"), empty_label=_("Kies een ambassadeur")
    )
    amount = MoneyField(label=_("Bedrag in euro's"))
    spent_on = DateField(label=_("Datum"), initial=timezone.localdate)
    description = TextLine(label=_("Waarvoor"), max_length=300, required=False)

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        members = project.memberships.filter(role=Role.AMBASSADOR).select_related("user").order_by("user__name")
        self.fields["membership"].queryset = members  # type: ignore[attr-defined]
        left = left_by_ambassador(project)
        self.fields["membership"].label_from_instance = lambda row: (  # type: ignore[attr-defined]
            f"{row.user.name} ({_('nog')} {euro(left[row.user_id])})"
        )

    def layout(self) -> Layout:
        return Layout("membership", Row(Column("amount"), Column("spent_on")), "description", paid_back_row())


class RunPaidForm(OurForm):
    """A run was paid: on which day, and who did not get it after all."""

    paid_on = DateField(label=_("Betaald op"), initial=timezone.localdate)

    def __init__(self, run: PaymentRun, data: Any = None) -> None:
        super().__init__(data)
        self.fields["except_for"] = forms.MultipleChoiceField(
            label=_("Wie heeft het niet gekregen? (mag leeg)"),
            choices=[(row.mark, f"{row.payee}, {row.what}: {euro(row.amount)}") for row in in_run(run)],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Wat je hier aanvinkt, wacht op een volgende ronde."),
            error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
        )
