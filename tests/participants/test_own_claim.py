"""Asking money back on one's own page: what is left is shown, and nobody asks for somebody else."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from participants.models import Claim, PersonalLink
from participants.papers.slip import claim_slip
from projects import actions
from projects.models import PayBy
from tests.projects import money

GOOD = {"kind": "expenses", "amount": "4,50", "spent_on": "11-3-2027", "pay_by": "cash"}


@pytest.fixture
def own(cast):
    """The address of Ans's own page."""
    link, _made = PersonalLink.objects.get_or_create(participant=cast.ans)
    return f"/mijn/{link.token}/"


def send(own, **changes):
    return Client().post(f"{own}geld/", {**GOOD, **changes})


def test_a_claim_waits_under_the_name_of_who_has_the_link(cast, own):
    answer = send(own, **money.by_bank("A. Proef", "nl02 abna 0123 4567 89"), participant=str(cast.lale.pk))
    assert answer.url == f"{own}?klaar=geld"
    claim = Claim.objects.get()
    assert (claim.participant, claim.via, claim.status) == (cast.ans, Claim.Via.PERSONAL, "submitted")
    assert (claim.amount, claim.pay_by, claim.iban) == (Decimal("4.50"), PayBy.TRANSFER, money.IBAN)
    html = Client().get(own).content.decode().replace("&nbsp;", "\xa0")
    assert "€\xa05,50" in html
    assert money.IBAN not in html


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"amount": "10,01"}, "10,00"),
        ({"amount": "abc"}, "Vul een bedrag in als 12,50."),
        ({"spent_on": "13-3-2027"}, "moet nog komen"),
        ({"kind": "taxi"}, "Kies iets uit de lijst."),
        ({"pay_by": "transfer"}, "als je het geld op je rekening wilt"),
        (money.by_bank(iban="NL92ABNA0417164300"), "Dit rekeningnummer klopt niet."),
    ],
)
def test_a_claim_that_cannot_be_is_told_and_kept_nowhere(own, changes, told):
    answer = send(own, **changes)
    assert answer.status_code == 422
    assert told in answer.content.decode().replace("&nbsp;", "\xa0")
    assert not Claim.objects.exists()


def test_an_account_number_is_forgotten_when_the_money_is_asked_in_cash(own):
    send(own, **{**money.by_bank(iban="half ingevuld"), "pay_by": "cash"})
    assert (Claim.objects.get().iban, Claim.objects.get().account_holder) == ("", "")


def test_a_kind_of_which_nothing_is_left_is_not_offered(cast, own):
    money.claim(cast.ans, "10.00")
    html = Client().get(f"{own}geld/").content.decode()
    assert 'value="expenses"' not in html
    assert 'value="public_transport"' in html
    assert send(own).status_code == 422


def all_claimed(cast):
    for kind in ("expenses", "public_transport"):
        money.claim(cast.ans, "10.00", kind)


def books_closed(cast):
    actions.close_books(project=cast.project, by=None)


@pytest.mark.parametrize("state", [all_claimed, books_closed])
def test_with_nothing_to_ask_any_more_there_is_no_page_to_ask_on(cast, own, state):
    state(cast)
    before = Claim.objects.count()
    assert Client().get(f"{own}geld/").status_code == 404
    assert send(own).status_code == 404
    assert f"{own}geld/" not in Client().get(own).content.decode()
    assert Claim.objects.count() == before


@pytest.mark.parametrize("language", ["nl", "ar", "ti"])
def test_the_slip_is_one_page_in_every_language(cast, language):
    pages = PdfReader(BytesIO(claim_slip(cast.project, language))).pages
    assert len(pages) == 1
    assert pages[0].extract_text().count("Rekeningnummer (IBAN)") >= 2
