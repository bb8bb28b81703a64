"""What people type, what is made of it, and what they are told when it cannot be understood."""

from datetime import date, time
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override

from mixen.fields import (
    DateField,
    HoursField,
    LongText,
    MoneyField,
    NameField,
    PhoneField,
    PostcodeField,
    TextLine,
    TimeField,
    readable_phone,
)

CHARACTER = "Hier staat een teken in dat niet mag. Typ de tekst opnieuw in plaats van plakken."
LETTERS = "Vul een naam in met letters."
NULLS = "Null-tekens zijn niet toegestaan."
TOO_LONG = "Dit is te lang. Gebruik ten hoogste 200 tekens."
PHONE = "Vul een telefoonnummer in van 10 cijfers, bijvoorbeeld 06 1234 5678."
POSTCODE = "Vul een postcode in als 1012 AB: vier cijfers en twee letters."
AMOUNT = "Vul een bedrag in als 12,50."
MORE_THAN_NOTHING = "Het bedrag moet meer zijn dan 0. Schrijf geen min."
AT_MOST = "Het bedrag is te hoog: ten hoogste € 99.999,99."
CENTS = "Een bedrag heeft ten hoogste twee cijfers achter de komma, als 12,50."
NO_DATE = "Deze datum bestaat niet. Schrijf dag-maand-jaar, bijvoorbeeld 8-6-2027."
NO_YEAR = "Vul een jaar in tussen 2000 en 2100."
NO_TIME = "Deze tijd bestaat niet. Schrijf uren en minuten, bijvoorbeeld 14.00."
HOURS = "Vul het aantal uren in als 2 of 2,5."
HOURS_OF_A_DAY = "Vul een aantal uren in tussen 0,25 en 24."
REQUIRED = "Dit veld is verplicht."

JUNE_8 = date(2027, 6, 8)
MOBILE = "+31612345678"
CITY = "+31201234567"

UNDERSTOOD = [
    # names
    (NameField, "Ans de Boer", "Ans de Boer"),
    (NameField, "سميرة بنعلي", "سميرة بنعلي"),
    (NameField, "ተስፋይ ሃይለ", "ተስፋይ ሃይለ"),
    (NameField, "Оксана Петренко", "Оксана Петренко"),
    (NameField, "王小明", "王小明"),
    (NameField, "सीता थापा", "सीता थापा"),
    (NameField, "Νίκος", "Νίκος"),
    (NameField, "דוד", "דוד"),
    (NameField, "ნინო", "ნინო"),
    (NameField, "김민준", "김민준"),
    (NameField, "சுந்தர்", "சுந்தர்"),
    (NameField, "Siobhán O'Brien", "Siobhán O'Brien"),
    (NameField, "Jan van ’t Hooft", "Jan van ’t Hooft"),
    (NameField, "N'Diaye-Łukasz", "N'Diaye-Łukasz"),
    (NameField, "Nguyễn Thị Hạnh", "Nguyễn Thị Hạnh"),
    (NameField, "M. (Miep)", "M. (Miep)"),
    (NameField, "O", "O"),
    (NameField, "Null", "Null"),
    (NameField, "Ans 😀", "Ans 😀"),
    (NameField, "<b>Ans</b>", "<b>Ans</b>"),
    (NameField, "'; DROP TABLE persons; --", "'; DROP TABLE persons; --"),
    (NameField, "x" * 200, "x" * 200),
    (NameField, "ش" * 200, "ش" * 200),
    (NameField, "پری\u200cسا", "پری\u200cسا"),
    (NameField, "क्\u200dष", "क्\u200dष"),
    (NameField, "  Ans   de\u00a0Boer ", "Ans de Boer"),
    (NameField, "Rene\u0301", "René"),
    # one line and several lines
    (TextLine, "Koffie & thee, 2 × per week", "Koffie & thee, 2 × per week"),
    (TextLine, "  bij   de kassa ", "bij de kassa"),
    (TextLine, "123", "123"),
    (LongText, "eerste\r\ntweede\rderde", "eerste\ntweede\nderde"),
    (LongText, "x" * 4000, "x" * 4000),
    # phones
    (PhoneField, "0612345678", MOBILE),
    (PhoneField, "06 12345678", MOBILE),
    (PhoneField, "06 1234 5678", MOBILE),
    (PhoneField, "06-12345678", MOBILE),
    (PhoneField, "06-12 34 56 78", MOBILE),
    (PhoneField, "06.12.34.56.78", MOBILE),
    (PhoneField, "06/12345678", MOBILE),
    (PhoneField, "06–12345678", MOBILE),
    (PhoneField, "06‑12345678", MOBILE),
    (PhoneField, " 06 12 345 678 ", MOBILE),
    (PhoneField, "+31612345678", MOBILE),
    (PhoneField, "+31 6 12345678", MOBILE),
    (PhoneField, "+31 (0)6 12345678", MOBILE),
    (PhoneField, "31 (0)6 12345678", MOBILE),
    (PhoneField, "0031612345678", MOBILE),
    (PhoneField, "0031 6 1234 5678", MOBILE),
    (PhoneField, "31612345678", MOBILE),
    (PhoneField, "٠٦١٢٣٤٥٦٧٨", MOBILE),
    (PhoneField, "020-1234567", CITY),
    (PhoneField, "(020) 123 45 67", CITY),
    (PhoneField, "+31 (0)20 123 4567", CITY),
    (PhoneField, "+32 470 12 34 56", "+32470123456"),
    (PhoneField, "0032 470 12 34 56", "+32470123456"),
    (PhoneField, "+90 532 123 45 67", "+905321234567"),
    (PhoneField, "+963 944 567 890", "+963944567890"),
    (PhoneField, "0049 30 901820", "+4930901820"),
    (PhoneField, "+1 202 555 0123", "+12025550123"),
    # postcodes
    (PostcodeField, "1012 AB", "1012 AB"),
    (PostcodeField, "1012AB", "1012 AB"),
    (PostcodeField, "1012ab", "1012 AB"),
    (PostcodeField, " 1012  aB ", "1012 AB"),
    (PostcodeField, "1012-AB", "1012 AB"),
    (PostcodeField, "1012.AB", "1012 AB"),
    (PostcodeField, "1012\u00a0AB", "1012 AB"),
    (PostcodeField, "9999ZZ", "9999 ZZ"),
    # money
    (MoneyField, "12,50", Decimal("12.50")),
    (MoneyField, "12.50", Decimal("12.50")),
    (MoneyField, "12,5", Decimal("12.50")),
    (MoneyField, "12", Decimal("12.00")),
    (MoneyField, ",50", Decimal("0.50")),
    (MoneyField, "0,01", Decimal("0.01")),
    (MoneyField, "1.234,56", Decimal("1234.56")),
    (MoneyField, "1234,56", Decimal("1234.56")),
    (MoneyField, "1 234,56", Decimal("1234.56")),
    (MoneyField, "1.234", Decimal("1234.00")),
    (MoneyField, "12.345", Decimal("12345.00")),
    (MoneyField, "€ 5", Decimal("5.00")),
    (MoneyField, "€5,-", Decimal("5.00")),
    (MoneyField, "5.-", Decimal("5.00")),
    (MoneyField, "5 €", Decimal("5.00")),
    (MoneyField, "99.999,99", Decimal("99999.99")),
    # days
    (DateField, "8-6-2027", JUNE_8),
    (DateField, "08-06-2027", JUNE_8),
    (DateField, "8/6/2027", JUNE_8),
    (DateField, "8-6-27", JUNE_8),
    (DateField, "2027-06-08", JUNE_8),
    (DateField, "29-2-2028", date(2028, 2, 29)),
    (DateField, "1-1-2000", date(2000, 1, 1)),
    (DateField, "31-12-2100", date(2100, 12, 31)),
    # times of day
    (TimeField, "14.00", time(14, 0)),
    (TimeField, "14:00", time(14, 0)),
    (TimeField, "9:30", time(9, 30)),
    (TimeField, "09.05", time(9, 5)),
    (TimeField, "0:00", time(0, 0)),
    (TimeField, "23.59", time(23, 59)),
    # hours
    (HoursField, "2", Decimal(2)),
    (HoursField, "2,5", Decimal("2.5")),
    (HoursField, "2.5", Decimal("2.5")),
    (HoursField, " 3 ", Decimal(3)),
    (HoursField, "0,25", Decimal("0.25")),
    (HoursField, "24", Decimal(24)),
]

REFUSED = [
    # names
    (NameField, "", REQUIRED),
    (NameField, "   ", REQUIRED),
    (NameField, "x" * 201, TOO_LONG),
    (NameField, "ش" * 201, TOO_LONG),
    (NameField, "Ans\u202egnirts", CHARACTER),
    (NameField, "Ans\u2066x\u2069", CHARACTER),
    (NameField, "Ans\u200fx", CHARACTER),
    (NameField, "Ans\x07", CHARACTER),
    (NameField, "Ans\x1b[31m", CHARACTER),
    (NameField, "Ans\x00", NULLS),
    (NameField, "Ans\x85Boer", CHARACTER),
    (NameField, "\ufeffAns", CHARACTER),
    (NameField, "A\u00adns", CHARACTER),
    (NameField, "Ans\ue000", CHARACTER),
    (NameField, "Ans\U000e0041", CHARACTER),
    (NameField, "\ud800Ans", CHARACTER),
    (NameField, "Ans\udfff", CHARACTER),
    (NameField, "😀😀", LETTERS),
    (NameField, "12345", LETTERS),
    (NameField, "=1+1", LETTERS),
    (NameField, "-", LETTERS),
    (NameField, "\u200d\u200d", LETTERS),
    (TextLine, "bij\u202ede kassa", CHARACTER),
    (TextLine, "x" * 201, TOO_LONG),
    (LongText, "x" * 4001, "Dit is te lang. Gebruik ten hoogste 4000 tekens."),
    (LongText, "regel\x0bregel", CHARACTER),
    (LongText, "a\x00", NULLS),
    # phones
    (PhoneField, "", REQUIRED),
    (PhoneField, "112", PHONE),
    (PhoneField, "061234567", PHONE),
    (PhoneField, "06123456789", PHONE),
    (PhoneField, "06 12345678 / 020 1234567", PHONE),
    (PhoneField, "06 1234 567a", PHONE),
    (PhoneField, "06 00000000", PHONE),
    (PhoneField, "heb ik niet", PHONE),
    (PhoneField, "+", PHONE),
    (PhoneField, "+999 123", PHONE),
    (PhoneField, "0" * 40, PHONE),
    (PhoneField, "1" * 41, PHONE),
    (PhoneField, "06\u202e12345678", PHONE),
    (PhoneField, "<script>", PHONE),
    # postcodes
    (PostcodeField, "", REQUIRED),
    (PostcodeField, "1012", POSTCODE),
    (PostcodeField, "1012 A", POSTCODE),
    (PostcodeField, "1012 ABC", POSTCODE),
    (PostcodeField, "10123AB", POSTCODE),
    (PostcodeField, "0123 AB", POSTCODE),
    (PostcodeField, "ABCD 12", POSTCODE),
    (PostcodeField, "1012 12", POSTCODE),
    (PostcodeField, "1012 ÀB", POSTCODE),
    (PostcodeField, "1012 АВ", POSTCODE),  # Cyrillic
    (PostcodeField, "1012 AB; DROP", POSTCODE),
    # money
    (MoneyField, "", REQUIRED),
    (MoneyField, "0", MORE_THAN_NOTHING),
    (MoneyField, "0,00", MORE_THAN_NOTHING),
    (MoneyField, "-0", MORE_THAN_NOTHING),
    (MoneyField, "-5", MORE_THAN_NOTHING),
    (MoneyField, "-1.234,56", MORE_THAN_NOTHING),
    (MoneyField, "12,345", CENTS),
    (MoneyField, "0,001", MORE_THAN_NOTHING),
    (MoneyField, "100000", AT_MOST),
    (MoneyField, "1e9", AT_MOST),
    (MoneyField, "1e99999999999", AT_MOST),
    (MoneyField, "9" * 5000, AT_MOST),
    (MoneyField, "NaN", AMOUNT),
    (MoneyField, "sNaN", AMOUNT),
    (MoneyField, "Infinity", AMOUNT),
    (MoneyField, "-Infinity", AMOUNT),
    (MoneyField, "vijf", AMOUNT),
    (MoneyField, "5 euro", AMOUNT),
    (MoneyField, "1,234.56", AMOUNT),
    (MoneyField, "1.2.3", AMOUNT),
    (MoneyField, "12,50,", AMOUNT),
    (MoneyField, "--5", AMOUNT),
    (MoneyField, "0x10", AMOUNT),
    (MoneyField, "5\x00", AMOUNT),
    # days
    (DateField, "", REQUIRED),
    (DateField, "31-02-2027", NO_DATE),
    (DateField, "29-2-2027", NO_DATE),
    (DateField, "8-13-2027", NO_DATE),
    (DateField, "0-0-0000", NO_DATE),
    (DateField, "morgen", NO_DATE),
    (DateField, "12/31/2027", NO_DATE),
    (DateField, "8-6-2027 14:00", NO_DATE),
    (DateField, "8\x006-2027", NO_DATE),
    (DateField, "9999999-1-1", NO_DATE),
    (DateField, "1-1-0001", NO_YEAR),
    (DateField, "1-1-1999", NO_YEAR),
    (DateField, "1-1-2101", NO_YEAR),
    # times of day
    (TimeField, "", REQUIRED),
    (TimeField, "25:00", NO_TIME),
    (TimeField, "24.00", NO_TIME),
    (TimeField, "14:60", NO_TIME),
    (TimeField, "twee uur", NO_TIME),
    (TimeField, "1400", NO_TIME),
    (TimeField, "-1:00", NO_TIME),
    # hours
    (HoursField, "", REQUIRED),
    (HoursField, "0", HOURS_OF_A_DAY),
    (HoursField, "-1", HOURS_OF_A_DAY),
    (HoursField, "0,2", HOURS_OF_A_DAY),
    (HoursField, "24,25", HOURS_OF_A_DAY),
    (HoursField, "1e9", HOURS_OF_A_DAY),
    (HoursField, "NaN", HOURS),
    (HoursField, "Infinity", HOURS),
    (HoursField, "twee", HOURS),
    (HoursField, "2:30", HOURS),
    (HoursField, "½", HOURS),
]


def named(row):
    kind, typed = row[0], row[1]
    return f"{kind.__name__}-{ascii(typed)[:40]}"


def ids(rows):
    return [named(row) for row in rows]


class Inputs(HTMLParser):
    """The values that a browser would show in the inputs of a page."""

    def __init__(self, html):
        super().__init__()
        self.values, self._textarea = [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "input":
            self.values.append(dict(attrs).get("value") or "")
        self._textarea = "" if tag == "textarea" else self._textarea

    def handle_data(self, data):
        if self._textarea is not None:
            self._textarea += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.values.append(self._textarea.removeprefix("\n"))
            self._textarea = None


def form_of(field, typed):
    form = type("Form", (forms.Form,), {"field": field})
    return form({"field": typed})


@pytest.mark.parametrize(("kind", "typed", "meant"), UNDERSTOOD, ids=ids(UNDERSTOOD))
def test_is_understood(kind, typed, meant):
    assert kind().clean(typed) == meant


@pytest.mark.parametrize(("kind", "typed", "told"), REFUSED, ids=ids(REFUSED))
def test_is_refused_in_plain_dutch(kind, typed, told):
    with pytest.raises(ValidationError) as refusal:
        kind().clean(typed)
    assert any(message.startswith(told) for message in refusal.value.messages)


# A lone surrogate cannot be sent by a browser, nor written to a page.
SENDABLE = [row for row in REFUSED if not any(0xD800 <= ord(letter) <= 0xDFFF for letter in row[1])]


@pytest.mark.parametrize(("kind", "typed", "told"), SENDABLE, ids=ids(SENDABLE))
def test_what_was_typed_stays_in_the_field(kind, typed, told):
    form = form_of(kind(), typed)
    assert not form.is_valid()
    shown = Inputs(str(form["field"])).values
    assert shown == [typed]


@pytest.mark.parametrize(
    ("kind", "typed", "shown_as"),
    [
        (DateField, "", "date"),
        (DateField, "morgen", "text"),
        (DateField, "31-02-2027", "text"),
        (DateField, "2027-02-31", "text"),
        (TimeField, "", "time"),
        (TimeField, "twee uur", "text"),
        (TimeField, "25:00", "text"),
        (TimeField, "14:60", "text"),
    ],
)
def test_a_picker_becomes_a_text_box_for_what_a_browser_would_drop_from_it(kind, typed, shown_as):
    html = str(form_of(kind(required=False), typed)["field"])
    assert f'type="{shown_as}"' in html


@pytest.mark.parametrize(
    ("kind", "empty"),
    [
        (NameField, ""),
        (TextLine, ""),
        (LongText, ""),
        (PhoneField, ""),
        (PostcodeField, ""),
        (MoneyField, None),
        (DateField, None),
        (TimeField, None),
        (HoursField, None),
    ],
)
def test_may_be_left_empty_when_it_may(kind, empty):
    assert kind(required=False).clean("") == empty


@pytest.mark.parametrize("typed", ["eerste\ntweede", "eerste\r\ntweede", "eerste\ttweede", "eerste\u2028tweede"])
@pytest.mark.parametrize("kind", [NameField, TextLine])
def test_one_line_stays_one_line(kind, typed):
    form = form_of(kind(), typed)
    assert not form.is_valid() or (
        len(form.cleaned_data["field"].splitlines()) == 1 and "\t" not in form.cleaned_data["field"]
    )


@pytest.mark.parametrize("typed", ["١٠١٢ AB", "１０１２ AB", "१०१२ AB"])
def test_a_postcode_in_other_digits_is_refused_or_kept_in_ours(typed):
    form = form_of(PostcodeField(), typed)
    assert not form.is_valid() or form.cleaned_data["field"] == "1012 AB"


@pytest.mark.parametrize(("typed", "meant"), [("0", Decimal(0)), ("0,00", Decimal(0)), ("500", Decimal(500))])
def test_an_amount_may_be_nothing_where_the_form_says_so(typed, meant):
    assert MoneyField(zero=True).clean(typed) == meant


def test_an_amount_has_the_ceiling_the_form_gives_it():
    with pytest.raises(ValidationError) as refusal:
        MoneyField(max_value=Decimal(500)).clean("500,01")
    assert refusal.value.messages == ["Het bedrag is te hoog: ten hoogste € 500,00."]


@pytest.mark.parametrize(
    ("field", "known", "shown"),
    [
        (MoneyField(), Decimal("1234.5"), "1234,50"),
        (HoursField(), Decimal("2.50"), "2,5"),
        (HoursField(), Decimal("20.00"), "20"),
        (PhoneField(), MOBILE, "06 12345678"),
        (PhoneField(), "+32470123456", "+32470123456"),
        (DateField(), JUNE_8, "2027-06-08"),
        (TimeField(), time(14, 0), "14:00"),
    ],
)
def test_what_is_known_comes_back_as_people_write_it(field, known, shown):
    form = type("Form", (forms.Form,), {"field": field})(initial={"field": known})
    html = str(form["field"])
    assert Inputs(html).values == [shown]
    assert field.clean(shown) == known


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (MOBILE, "06 12345678"),
        (CITY, "020 123 4567"),
        ("+32470123456", "0032 470 12 34 56"),
        ("niet bekend", "niet bekend"),
        ("", ""),
    ],
)
def test_a_stored_number_is_readable_and_never_starts_a_formula(stored, shown):
    assert readable_phone(stored) == shown
    assert not readable_phone(stored).startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr", "fr", "es", "uk", "ti", "fa"])
@pytest.mark.parametrize("typed", ["8-6-2027", "8/6/2027", "08.06.2027", "2027-06-08"])
def test_a_day_is_written_day_first_in_every_language(language, typed):
    with override(language):
        assert DateField().clean(typed) == JUNE_8
