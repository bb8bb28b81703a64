"""Form fields that understand how people in Amsterdam write things down, and say in plain Dutch what is wrong.

What was typed stays in the field: the widgets show unreadable input as it came.
"""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from localflavor.nl.validators import NLZipCodeFieldValidator

MAX_AMOUNT = Decimal("99999.99")
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
# Zero-width (non-)joiner: names in Persian, Nepali and Tamil are spelled with them.
SPELLING_FORMATS = frozenset("\u200c\u200d")


def refuse_control_characters(value: str) -> None:
    """Refuse what makes text look like something else: control, bidi-override and surrogate characters."""
    for character in value:
        if character in "\n\t" or character in SPELLING_FORMATS:
            continue
        if character in BIDI_CONTROLS or unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            raise ValidationError(
                _("Hier staat een teken in dat niet mag. Typ de tekst opnieuw in plaats van plakken."), code="control"
            )


def refuse_line_breaks(value: str) -> None:
    """One line stays one line, whatever was pasted."""
    if len(value.splitlines()) > 1 or "\t" in value:
        raise ValidationError(_("Zet dit op één regel."), code="line_break")


def refuse_names_without_letters(value: str) -> None:
    """A name holds at least one letter of some script and no line breaks."""
    if "\n" in value or "\t" in value or not any(character.isalpha() for character in value):
        raise ValidationError(_("Vul een naam in met letters."), code="no_letters")


class TextLine(forms.CharField):
    """One line of text: spaces folded, hidden characters refused, at most ``max_length`` characters."""

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.error_messages["max_length"] = _("Dit is te lang. Gebruik ten hoogste %(limit_value)d tekens.")
        self.validators += [refuse_control_characters, refuse_line_breaks]

    def to_python(self, value: Any) -> str:
        return unicodedata.normalize("NFC", re.sub(r"[ \u00a0]+", " ", str(super().to_python(value))))


class NameField(TextLine):
    """Somebody's name in any script, up to 200 characters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(refuse_names_without_letters)


class LongText(forms.CharField):
    """Several lines of text, up to ``max_length`` characters."""

    def __init__(self, *, max_length: int = 4000, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.error_messages["max_length"] = _("Dit is te lang. Gebruik ten hoogste %(limit_value)d tekens.")
        self.validators.append(refuse_control_characters)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class MailField(forms.EmailField):
    """An e-mail address of somebody of the team or of an organisation."""

    wrong = _("Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl.")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "off"}))
        super().__init__(max_length=254, **kwargs)
        self.error_messages.update(invalid=self.wrong, max_length=self.wrong)


class PhoneField(forms.CharField):
    """A phone number in any usual Dutch spelling, or a foreign one with +; kept as E.164 (``+31612345678``)."""

    wrong = _(
        "Vul een telefoonnummer in van 10 cijfers, bijvoorbeeld 06 1234 5678. "
        "Een nummer uit een ander land? Begin met +."
    )

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}))
        super().__init__(max_length=40, **kwargs)
        self.error_messages["max_length"] = self.wrong

    def prepare_value(self, value: Any) -> Any:
        return readable_phone(value) if isinstance(value, str) and value.startswith("+31") else value

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        text = re.sub(r"^\+?31\s*\(0\)", "+31", text.replace("\u2011", "-").strip())
        try:
            number = phonenumbers.parse(text, "NL")
        except phonenumbers.NumberParseException as error:
            raise ValidationError(self.wrong, code="phone") from error
        if not phonenumbers.is_valid_number(number):
            raise ValidationError(self.wrong, code="phone")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def readable_phone(e164: str) -> str:
    """``+31612345678`` as people write it, ``06 12345678``; a foreign number with 00 in front, so it is no formula."""
    try:
        number = phonenumbers.parse(e164, "NL")
    except phonenumbers.NumberParseException:
        return e164
    if number.country_code == 31:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL).replace("+", "00", 1)


class PostcodeField(forms.CharField):
    """A Dutch postcode in any spelling, kept as ``1012 AB``."""

    wrong = _("Vul een postcode in als 1012 AB: vier cijfers en twee letters.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=12, **kwargs)
        self.error_messages["max_length"] = self.wrong

    def clean(self, value: Any) -> str:
        text = re.sub(r"[\s.-]", "", super().clean(value)).upper()
        if not text:
            return ""
        if not text.isascii():
            raise ValidationError(self.wrong, code="postcode")
        text = f"{text[:4]} {text[4:]}"
        try:
            NLZipCodeFieldValidator()(text)
        except ValidationError as error:
            raise ValidationError(self.wrong, code="postcode") from error
        return text


class MoneyField(forms.DecimalField):
    """An amount in euros, with comma or point, more than 0 and at most 99.999,99."""

    wrong = _("Vul een bedrag in als 12,50.")

    def __init__(self, *, max_value: Decimal = MAX_AMOUNT, zero: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(max_digits=9, decimal_places=2, **kwargs)
        self.lowest, self.highest = Decimal("0.00" if zero else "0.01"), max_value
        self.too_low = (
            _("Het bedrag mag niet minder dan 0 zijn. Schrijf geen min.")
            if zero
            else _("Het bedrag moet meer zijn dan 0. Schrijf geen min.")
        )
        self.error_messages |= {
            "invalid": self.wrong,
            "max_decimal_places": _("Een bedrag heeft ten hoogste twee cijfers achter de komma, als 12,50."),
            "max_digits": _("Dit bedrag is te hoog: ten hoogste € 99.999,99."),
            "max_whole_digits": _("Dit bedrag is te hoog: ten hoogste € 99.999,99."),
        }

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        text = re.sub(r"[\s€\u00a0]", "", str(value)).removesuffix(",-").removesuffix(".-")
        if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text):
            text = text.replace(".", "")
        try:
            amount = Decimal(text.replace(",", "."))
        except InvalidOperation as error:
            raise ValidationError(self.wrong, code="invalid") from error
        if not amount.is_finite():
            raise ValidationError(self.wrong, code="invalid")
        return amount

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)  # type: ignore[arg-type]
        if value is None:
            return
        if value < self.lowest:
            raise ValidationError(self.too_low, code="min_value")
        if value > self.highest:
            raise ValidationError(
                _("Het bedrag is te hoog: ten hoogste € %(most)s."),
                code="max_value",
                params={"most": f"{self.highest:,.2f}".translate(str.maketrans(",.", ".,"))},
            )


def _reads(kind: type[date] | type[time], shown: str) -> bool:
    """Whether a browser's picker can show the value; what it cannot show it would drop."""
    try:
        return kind.fromisoformat(shown).isoformat().startswith(shown)
    except ValueError:
        return False


class DateInput(forms.DateInput):
    """A date picker; input that is no date comes back as plain text, so nothing typed is lost."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not _reads(date, shown):
            context["widget"]["type"] = "text"
        return context


# Day before month, whatever the language of the reader: in English Django would take 8/6/2027 for the sixth of August.
DAY_FIRST = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y", "%d/%m/%y", "%d.%m.%y", "%Y/%m/%d")


class DateField(forms.DateField):
    """A day, as ``8-6-2027`` or from the date picker, between the years 2000 and 2100."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=DAY_FIRST, **kwargs)
        self.error_messages["invalid"] = _("Deze datum bestaat niet. Schrijf dag-maand-jaar, bijvoorbeeld 8-6-2027.")

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day and not 2000 <= day.year <= 2100:
            raise ValidationError(_("Vul een jaar in tussen 2000 en 2100."), code="year")
        return day


class TimeInput(forms.TimeInput):
    """A time picker; input that is no time comes back as plain text."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not _reads(time, shown):
            context["widget"]["type"] = "text"
        return context


class TimeField(forms.TimeField):
    """A time of day, as ``14.00`` or ``14:00``."""

    widget = TimeInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["invalid"] = _("Deze tijd bestaat niet. Schrijf uren en minuten, bijvoorbeeld 14.00.")

    def to_python(self, value: Any) -> time | None:
        return super().to_python(value.replace(".", ":") if isinstance(value, str) else value)


class HoursField(forms.DecimalField):
    """A number of hours between a quarter and 24, with comma or point."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(max_digits=4, decimal_places=2, min_value=Decimal("0.25"), max_value=Decimal(24), **kwargs)
        self.error_messages["invalid"] = _("Vul het aantal uren in als 2 of 2,5.")
        for validator in self.validators:
            if getattr(validator, "code", "") in {"min_value", "max_value"}:
                validator.message = _("Vul een aantal uren in tussen 0,25 en 24.")  # type: ignore[attr-defined]

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class ManyChoice(forms.ModelMultipleChoiceField):
    """Several rows from a list; a number no database can hold is a wrong choice, not an error."""

    def _check_values(self, value: Any) -> Any:
        """The chosen rows, in one query; Django would build one for each of them."""
        wanted = [str(one) for one in value]
        try:
            rows = self.queryset.order_by().filter(pk__in=set(wanted))  # type: ignore[union-attr]
            known = {str(row.pk) for row in rows}
        except (ValueError, TypeError, OverflowError) as error:
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": ""}) from error
        for one in wanted:
            if one not in known:
                raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": one})
        return rows
