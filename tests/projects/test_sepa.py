"""The file for the bank: right by its schema, to the cent, and in letters that every bank reads."""

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sepaxml
import xmlschema

from mixen.errors import DomainError
from projects.models import PayBy, PayingAccount
from projects.paying import in_run, total_of
from projects.sepa import SCHEMA, credit_transfer, name_for_bank
from tests.projects import money

NAMESPACE = {"p": f"urn:iso:std:iso:20022:tech:xsd:{SCHEMA}"}
SCHEMA_FILE = Path(sepaxml.__file__).parent / "schemas" / f"{SCHEMA}.xsd"
IN_EVERY_BANK = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]{1,70}")
HOSTILE = [
    "Ans & Zoon",
    "<b>Ans</b>",
    'Ans "de Boer"',
    "O'Brien",
    "]]><Amt>999</Amt>",
    "&lt;Ans&gt; &#0;",
    "سميرة الحسيني",
    "ተስፋይ ገብረ",
    "Оксана Шевченко",
    "李小龍",
    "Zoë Çelik-Ümit",
    "ñ" * 70,
    "ß" * 70,
    "😀",
    "\u200f\u200e",
    "=cmd|' /C calc'!A0",
]


@pytest.fixture(scope="module")
def schema():
    return xmlschema.XMLSchema(SCHEMA_FILE)


def bank_run(cast, *names, amounts=("0.01", "9.99", "4.10", "7.35", "0.29", "1.15", "2.20", "8.05")):
    """A run with a claim of as many people as there are ``names``, each with an own amount."""
    for who, name, amount in zip(cast.people.values(), names, amounts, strict=False):
        money.approved(money.claim(who, amount, **money.by_bank(name)))
    return money.run_of(cast.project, PayBy.TRANSFER)


def read(run):
    return ElementTree.fromstring(credit_transfer(run))


def texts(document, name):
    return [found.text for found in document.iterfind(f".//p:{name}", NAMESPACE)]


def names_of(document):
    return [found.text for found in document.iterfind(".//p:Cdtr/p:Nm", NAMESPACE)]


@pytest.mark.parametrize("bic", ["", "ABNANL2A"])
def test_the_file_is_right_by_its_schema_and_says_what_is_paid(cast, schema, bic):
    PayingAccount.objects.create(name="Mozeshuis & Co", iban=money.OUR_IBAN, bic=bic)
    money.approved(money.allowance(cast.project, cast.ambassador, "12.34", **money.by_bank("A. Assadeur")))
    run = bank_run(cast, "Ans", "Willem", "Corrie", "Joop")
    content = credit_transfer(run).decode()
    schema.validate(content)
    document = ElementTree.fromstring(content)
    total = total_of(in_run(run))
    assert sum(map(Decimal, texts(document, "InstdAmt"))) == total == Decimal("33.79")
    assert {Decimal(text) for text in texts(document, "CtrlSum")} == {total}
    assert set(texts(document, "NbOfTxs")) == {"5"}
    assert {found.get("Ccy") for found in document.iterfind(".//p:InstdAmt", NAMESPACE)} == {"EUR"}
    assert set(texts(document, "ReqdExctnDt/p:Dt")) == {"2027-03-12"}
    assert texts(document, "DbtrAcct/p:Id/p:IBAN") == [money.OUR_IBAN]
    assert set(texts(document, "CdtrAcct/p:Id/p:IBAN")) == {money.IBAN}
    assert texts(document, "Dbtr/p:Nm") == ["Mozeshuis Co"]


def test_each_payment_has_a_reference_of_its_own_also_of_the_same_number(cast):
    money.our_account()
    money.approved(money.allowance(cast.project, cast.ambassador, "1.00", **money.by_bank()))
    run = bank_run(cast, *["Ans"] * 8)
    references = texts(read(run), "EndToEndId")
    assert len(set(references)) == len(references) == 9
    assert all(name.startswith(run.reference) and name.isalnum() and len(name) <= 35 for name in references)


def test_the_bank_hears_nothing_but_name_account_amount_and_reference(cast):
    money.our_account()
    claim = money.claim(cast.ans, "4.00", description="Bezoek aan de dokter", **money.by_bank())
    money.approved(claim)
    run = money.run_of(cast.project, PayBy.TRANSFER)
    content = credit_transfer(run).decode()
    assert "dokter" not in content
    assert cast.ans.person.phone not in content
    assert texts(ElementTree.fromstring(content), "Ustrd") == [f"Mixen in Mokum {run.reference}"]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_any_name_at_all_makes_a_file_a_bank_can_read(cast, schema, name):
    money.our_account()
    run = bank_run(cast, name)
    content = credit_transfer(run).decode()
    schema.validate(content)
    (told,) = names_of(ElementTree.fromstring(content))
    assert IN_EVERY_BANK.fullmatch(told), told
    assert texts(ElementTree.fromstring(content), "InstdAmt") == ["0.01"]


def test_a_name_of_two_hundred_characters_is_cut(cast, schema):
    """Without a name for the account it is that of the person, which may be long."""
    money.our_account()
    person = cast.ans.person
    person.name = "ة" * 200
    person.save()
    money.approved(money.claim(cast.ans, **money.by_bank("")))
    content = credit_transfer(money.run_of(cast.project, PayBy.TRANSFER)).decode()
    schema.validate(content)
    assert all(len(name) <= 70 for name in names_of(ElementTree.fromstring(content)))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Zoë Çelik-Ümit", "Zoe Celik-Umit"),
        ("Оксана", "Oksana"),
        ("Ans & Zoon", "Ans Zoon"),
        ("  Ans   de\tBoer ", "Ans de Boer"),
        ("x" * 69 + " y", "x" * 69),
        ("😀", ""),
    ],
)
def test_a_name_is_written_in_the_letters_of_a_bank(name, written):
    assert name_for_bank(name) == written


def test_without_an_account_of_ours_there_is_no_file(cast):
    with pytest.raises(DomainError, match="van welke rekening we betalen"):
        credit_transfer(bank_run(cast, "Ans"))


def test_the_newest_account_counts(cast):
    money.our_account()
    PayingAccount.objects.create(name="Nieuw", iban="NL91ABNA0417164300")
    assert texts(read(bank_run(cast, "Ans")), "Dbtr/p:Nm") == ["Nieuw"]


def test_who_has_no_account_number_is_named(cast):
    money.our_account()
    money.approved(money.claim(cast.lale, **{**money.by_bank("Lale P."), "iban": ""}))
    with pytest.raises(DomainError, match=r"geen rekeningnummer bekend: Lale P\."):
        credit_transfer(bank_run(cast, "Ans"))


def test_an_account_number_the_bank_cannot_know_is_told(cast):
    """The form refuses it; this is for a row that came in otherwise."""
    money.our_account()
    money.approved(money.claim(cast.ans, **money.by_bank(iban="GEEN IBAN")))
    with pytest.raises(DomainError, match="Kijk de namen en rekeningnummers na"):
        credit_transfer(money.run_of(cast.project, PayBy.TRANSFER))
