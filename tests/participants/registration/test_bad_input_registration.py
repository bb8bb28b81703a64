"""What people type in the form, good and bad: stored as it should be, or told in Dutch at its field. A row a line."""

import json
from html import escape
from typing import Any
from uuid import uuid4

import pytest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import override

from participants.forms.registration import RegistrationForm
from participants.models import Parked, Participant, Person
from participants.registration.receiving import Answer, receive
from participants.registration.sealed import Opened
from tests.participants.registration.sealing import STROKES, answers

REQUIRED, CHOOSE, CHOICE = "Vul dit in.", "Maak een keuze.", "Kies iets uit de lijst."
LETTERS = "Vul een naam in met letters."
LINE = "Zet dit op één regel."
CHARACTER = "Hier staat een teken in dat niet mag. Typ de tekst opnieuw in plaats van plakken."
NUL = "Null-tekens zijn niet toegestaan."
PHONE = (
    "Vul een telefoonnummer in van 10 cijfers, bijvoorbeeld 06 1234 5678. Een nummer uit een ander land? Begin met +."
)
POSTCODE = "Vul een postcode in als 1012 AB: vier cijfers en twee letters."
YEAR = "Vul een jaar in van vier cijfers, bijvoorbeeld 1958."
RANGE = "Vul een geboortejaar in tussen 1917 en 2009. Meedoen kan vanaf 18 jaar."
MAIL = "Dit e-mailadres klopt niet. Een adres ziet eruit als naam@voorbeeld.nl."
BROKEN = "De handtekening is niet goed aangekomen. Teken hem opnieuw of typ je naam."
LARGE = "De handtekening is te groot. Teken hem opnieuw of typ je naam."
SIGN = "Zet je handtekening in het vak, of typ hier je naam."
REACH = "Vul één manier in om je te bereiken: telefoon, e-mail of iets anders."
ADULT = "Vink dit aan. Meedoen kan vanaf 18 jaar."
AGREE = "Vink dit aan om mee te doen. Zonder akkoord kan het niet."
COPY = "Voor een kopie per e-mail is je e-mailadres nodig. Kies anders papier."
COUNTRY = "Kies een land, of haal het vinkje weg."
HUGE, LONG = "9" * 30, "x" * 10_000
ZALGO = "N" + "\u0335" * 20 + "oor"


def long(most: int) -> str:
    return f"Dit is te lang. Gebruik ten hoogste {most} tekens."


def points(count: int) -> str:
    return json.dumps([[[1, 1]] * count])


# Field, what was typed, what is stored.
GOOD: list[tuple[str, Any, Any]] = [
    ("name", "Noor de Vries-van 't Hof", "Noor de Vries-van 't Hof"),
    ("name", "  Noor   Nieuw ", "Noor Nieuw"),
    ("name", "Noor\u00a0Nieuw", "Noor Nieuw"),
    ("name", "محمد عبد الله", "محمد عبد الله"),
    ("name", "علی\u200cرضا", "علی\u200cرضا"),
    ("name", "ተስፋይ", "ተስፋይ"),
    ("name", "Оксана Шевченко", "Оксана Шевченко"),
    ("name", "李小龙", "李小龙"),
    ("name", "Nguyễn Thị", "Nguyễn Thị"),
    ("name", "Rene\u0301", "René"),
    ("name", "தமிழ்\u200dசெல்வன்", "தமிழ்\u200dசெல்வன்"),
    ("name", "नेपाली", "नेपाली"),
    ("name", "O'Brien", "O'Brien"),
    ("name", "Ng", "Ng"),
    ("name", "X", "X"),
    ("name", "Noor 2", "Noor 2"),
    ("name", "x" * 200, "x" * 200),
    ("name", "<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("name", "Robert'); DROP TABLE participants_person;--", "Robert'); DROP TABLE participants_person;--"),
    ("name", "=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")"),
    ("name", "{{ project.name }} ${7*7}", "{{ project.name }} ${7*7}"),
    ("name", "Noor 😀", "Noor 😀"),
    ("name", ZALGO, ZALGO),
    ("own_script_name", "", ""),
    ("own_script_name", "سميرة", "سميرة"),
    ("phone", "0612345678", "+31612345678"),
    ("phone", "06-12 34 56 78", "+31612345678"),
    ("phone", "+31 (0)6 12345678", "+31612345678"),
    ("phone", "0031612345678", "+31612345678"),
    ("phone", "020 123 4567", "+31201234567"),
    ("phone", "+49 30 123456", "+4930123456"),
    ("phone", "٠٦١٢٣٤٥٦٧٨", "+31612345678"),
    ("email", "noor@example.org", "noor@example.org"),
    ("email", " Noor.N+x@example.org ", "Noor.N+x@example.org"),
    ("postcode", "1012ab", "1012 AB"),
    ("postcode", " 1012-AB ", "1012 AB"),
    ("postcode", "", ""),
    ("birth_year", "1958", 1958),
    ("birth_year", " 1958 ", 1958),
    ("birth_year", "١٩٥٨", 1958),
    ("birth_year", "1917", 1917),
    ("birth_year", "2009", 2009),
    ("birth_year", "", None),
    ("street", "Plein '40-'45 nr. 1-hs", "Plein '40-'45 nr. 1-hs"),
    ("brings", "Thee & koek; 100% ;-)", "Thee & koek; 100% ;-)"),
    ("hopes", "😀😀", "😀😀"),
    ("hopes", "x" * 500, "x" * 500),
    ("has_children", "", None),
    ("has_children", "yes", True),
    ("dutch_level", "", ""),
    ("dutch_level", "B2", "B2"),
    ("channel", "folder", "folder"),
    ("heard_from", "", None),
    ("dayparts", [], []),
    ("dayparts", ["sun-3"], ["sun-3"]),
    ("strokes", "[[[0,0]]]", [[[0, 0]]]),
    ("strokes", "[[[1000,300]],[]]", [[[1000, 300]]]),
    ("strokes", points(5000), [[[1, 1]] * 5000]),
    ("signed_as", "نور", "نور"),
    ("photos_ok", None, False),
    ("whatsapp_ok", "on", True),
    ("women_only", "on", True),
    ("copy_by", "paper", "paper"),
]  # fmt: skip

# Field, what was typed, the message at that field; after it what else was typed.
BAD: list[tuple[Any, ...]] = [
    ("name", None, REQUIRED),
    ("name", "", REQUIRED),
    ("name", "   ", REQUIRED),
    ("name", "12345", LETTERS),
    ("name", "😀😀", LETTERS),
    ("name", "---", LETTERS),
    ("name", "\u0301\u0302", LETTERS),
    ("name", "x" * 201, long(200)),
    ("name", LONG, long(200)),
    ("name", "Noor\x00", NUL),
    ("name", "Noor\x07", CHARACTER),
    ("name", "Noor\u202eroon", CHARACTER),
    ("name", "\u2066Noor\u2069", CHARACTER),
    ("name", "Noor\u200f", CHARACTER),
    ("name", "Noor\ud800", CHARACTER),
    ("name", "Noor\ufeff", CHARACTER),
    ("name", "Noor\ue000", CHARACTER),
    ("name", "Noor\nNieuw", LINE),
    ("name", "Noor\tNieuw", LINE),
    ("name", "Noor\u2028Nieuw", LINE),
    ("call_name", "x" * 101, long(100)),
    ("call_name", "\u202e", CHARACTER),
    ("own_script_name", "سميرة\u202b", CHARACTER),
    ("pronunciation", "x" * 101, long(100)),
    ("street", "x" * 201, long(200)),
    ("reach", "x" * 201, long(200)),
    ("brings", "x" * 501, long(500)),
    ("hopes", "a\nb", LINE),
    ("hopes", "a\x1bb", CHARACTER),
    ("teacher", "x" * 201, long(200)),
    ("phone", "061234", PHONE),
    ("phone", "bel maar", PHONE),
    ("phone", "+999 123456789", PHONE),
    ("phone", "0" * 41, PHONE),
    ("phone", "112", PHONE),
    ("phone", "06 1234 56789", PHONE),
    ("phone", "=1+1", PHONE),
    ("phone", "06\x0012345678", NUL),
    ("phone", "\ud800", PHONE),
    ("phone", "' OR 1=1 --", PHONE),
    ("phone", "", REACH),
    ("email", "naam", MAIL),
    ("email", "naam@", MAIL),
    ("email", "@example.org", MAIL),
    ("email", "a b@example.org", MAIL),
    ("email", "a@b@example.org", MAIL),
    ("email", "a@example.org\nBcc: b@example.org", MAIL),
    ("email", "a@-example.org", MAIL),
    ("email", "x" * 250 + "@example.org", MAIL),
    ("email", "\ud800@example.org", MAIL),
    ("email", "نور@example.org", MAIL),
    ("email", LONG, MAIL),
    ("postcode", "1012", POSTCODE),
    ("postcode", "0123 AB", POSTCODE),
    ("postcode", "AB 1012", POSTCODE),
    ("postcode", "10122 AB", POSTCODE),
    ("postcode", "١٠١٢ AB", POSTCODE),
    ("postcode", "1012 ÀB", POSTCODE),
    ("postcode", LONG, POSTCODE),
    ("postcode", "1012\x00AB", NUL),
    ("birth_year", "58", RANGE),
    ("birth_year", "1916", RANGE),
    ("birth_year", "2010", RANGE),
    ("birth_year", "-1958", RANGE),
    ("birth_year", "0", RANGE),
    ("birth_year", HUGE, RANGE),
    ("birth_year", "9" * 5000, YEAR),
    ("birth_year", "1958,5", YEAR),
    ("birth_year", "1e3", YEAR),
    ("birth_year", "NaN", YEAR),
    ("birth_year", "achtenvijftig", YEAR),
    ("birth_year", "12-03-1958", YEAR),
    ("birth_year", "\x00", YEAR),
    ("side", None, CHOOSE),
    ("side", "", CHOOSE),
    ("side", "both", CHOICE),
    ("side", "NEW", CHOICE),
    ("gender", None, CHOOSE),
    ("gender", "[1]", CHOICE),
    ("gender", "\x00", CHOICE),
    ("is_adult", None, ADULT),
    ("is_adult", "false", ADULT),
    ("agrees", None, AGREE),
    ("agrees", "False", AGREE),
    ("copy_by", None, CHOOSE),
    ("copy_by", "fax", CHOICE),
    ("copy_by", "email", COPY),
    ("dutch_level", "C2", CHOICE),
    ("max_new", "4", CHOICE, {"side": "old"}),
    ("max_new", "0", CHOICE, {"side": "old"}),
    ("max_new", HUGE, CHOICE, {"side": "old"}),
    ("dayparts", ["sat-1", "sat-9"], CHOICE),
    ("dayparts", ["\x00"], CHOICE),
    ("languages", ["abc"], CHOICE),
    ("languages", ["-1"], CHOICE),
    ("languages", [HUGE], CHOICE),
    ("languages", ["\x00"], CHOICE),
    ("languages", ["1", "1); DROP TABLE"], CHOICE),
    ("interests", [HUGE], CHOICE),
    ("interests", ["9223372036854775808"], CHOICE),
    ("has_children", "misschien", CHOICE),
    ("channel", "radio", CHOICE),
    ("heard_from", "abc", CHOICE),
    ("heard_from", HUGE, CHOICE),
    ("heard_from", "-1", CHOICE),
    ("heard_from", "\x00", NUL),
    ("country", "XX", CHOICE, {"country_ok": "on"}),
    ("country", "", COUNTRY, {"country_ok": "on"}),
    ("country", LONG, CHOICE, {"country_ok": "on"}),
    ("strokes", "[[[1,2]", BROKEN),
    ("strokes", "geen json", BROKEN),
    ("strokes", "null", BROKEN),
    ("strokes", "5", BROKEN),
    ("strokes", "true", BROKEN),
    ("strokes", "{}", BROKEN),
    ("strokes", '{"0": [[1,2]]}', BROKEN),
    ("strokes", "[1,2]", BROKEN),
    ("strokes", "[[1,2]]", BROKEN),
    ("strokes", "[[[1,2,3]]]", BROKEN),
    ("strokes", "[[[1.5,2]]]", BROKEN),
    ("strokes", "[[[1,1e999]]]", BROKEN),
    ("strokes", "[[[NaN,1]]]", BROKEN),
    ("strokes", "[[[-1,2]]]", BROKEN),
    ("strokes", "[[[1001,2]]]", BROKEN),
    ("strokes", "[[[1,301]]]", BROKEN),
    ("strokes", "[[[true,false]]]", BROKEN),
    ("strokes", '[[["1","2"]]]', BROKEN),
    ("strokes", f"[[[{HUGE},1]]]", BROKEN),
    ("strokes", "[[[" + "9" * 5000 + ",1]]]", BROKEN),
    ("strokes", "[" * 5000, BROKEN),
    ("strokes", "[" * 5000 + "]" * 5000, BROKEN),
    ("strokes", '[[["<svg onload=alert(1)>",1]]]', BROKEN),
    ("strokes", points(5001), LARGE),
    ("strokes", points(6000), LARGE),
    ("strokes", "[" + " " * 100_000 + "]", LARGE),
    ("strokes", "\x00", NUL),
    ("signed_as", "", SIGN, {"strokes": ""}),
    ("signed_as", "", SIGN, {"strokes": "[[]]"}),
    ("signed_as", "12345", LETTERS, {"strokes": ""}),
    ("signed_as", "x" * 201, long(200), {"strokes": ""}),
    ("signed_as", "Noor\u202e", CHARACTER),
]  # fmt: skip
AT_OTHER = {("phone", ""): "reach"}


def ids(rows: list[tuple[Any, ...]]) -> list[str]:
    return [f"{row[0]}-{ascii(row[1])[:40]}" for row in rows]


def filled(field: str, typed: Any, also: dict[str, Any] | None = None) -> dict[str, list[str]]:
    return answers(**{**(also or {}), field: typed})


@pytest.mark.parametrize(("field", "typed", "stored"), GOOD, ids=ids(GOOD))
def test_what_is_right_is_stored_as_it_should_be(cast: Any, field: str, typed: Any, stored: Any) -> None:
    form = RegistrationForm(cast.project, MultiValueDict({**filled(field, typed), "key": [str(uuid4())]}))
    assert form.errors == {}
    assert form.cleaned_data[field] == stored
    assert receive(cast.project, Opened(uuid4(), filled(field, typed)), by=None) == Answer.STORED


@pytest.mark.parametrize(("field", "typed", "told", "also"), [(*row, {})[:4] for row in BAD], ids=ids(BAD))
def test_what_is_wrong_is_told_at_its_field_and_parked(
    cast: Any, field: str, typed: Any, told: str, also: dict[str, Any]
) -> None:
    key, given = uuid4(), filled(field, typed, also)
    before = Person.objects.count(), Participant.objects.count()
    with override("nl"):
        form = RegistrationForm(cast.project, MultiValueDict({**given, "key": [str(key)]}))
        at = AT_OTHER.get((field, typed), field) if isinstance(typed, str) else field
        assert {name: found[0] for name, found in form.errors.items()} == {at: told}
    assert receive(cast.project, Opened(key, given), by=None) == Answer.PARKED
    assert {name: found[0] for name, found in Parked.objects.get().faults.items()} == {at: told}
    assert (Person.objects.count(), Participant.objects.count()) == before


NO_TEXT = {"strokes"}  # drawn, so what came is not shown
SAMPLE = [row for number, row in enumerate(BAD) if number % 3 == 0 and "\ud800" not in str(row[1])]


@pytest.mark.parametrize(("field", "typed", "told", "also"), [(*row, {})[:4] for row in SAMPLE], ids=ids(SAMPLE))
def test_quick_entry_tells_it_and_what_was_typed_stays(
    cast: Any, as_user: Any, field: str, typed: Any, told: str, also: dict[str, Any]
) -> None:
    before = Person.objects.count(), Participant.objects.count()
    sent = {**filled(field, typed, also), "key": [str(uuid4())]}
    answer = as_user(cast.ambassador).post(f"{cast.project.get_absolute_url()}deelnemers/formulier/", sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert told in html or escape(told) in html
    assert 'value="Noor Nieuw"' in html or field == "name"
    text = RegistrationForm.base_fields[field].widget.__class__.__name__ in {"TextInput", "EmailInput"}
    if text and isinstance(typed, str) and typed.strip():
        assert escape(typed) in html
    assert (Person.objects.count(), Participant.objects.count()) == before


def test_the_form_of_the_table_is_right(cast: Any, as_user: Any) -> None:
    sent = {**answers(strokes=STROKES), "key": [str(uuid4())]}
    answer = as_user(cast.ambassador).post(f"{cast.project.get_absolute_url()}deelnemers/formulier/", sent)
    assert answer.status_code == 302


@pytest.mark.parametrize("key", ["", "geen sleutel", HUGE, "\x00", None])
def test_quick_entry_without_a_key_is_told(cast: Any, as_user: Any, key: str | None) -> None:
    sent = {**answers(), **({} if key is None else {"key": [key]})}
    answer = as_user(cast.ambassador).post(f"{cast.project.get_absolute_url()}deelnemers/formulier/", sent)
    assert answer.status_code == 422
