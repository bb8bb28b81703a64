"""The card for a month of meetings: printed, and typed over line by line."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from matching.actions import log_outing
from matching.models import Outing
from matching.papers.month import month_cards
from tests.conftest import NOW, Cast


@pytest.fixture
def client(cast: Cast, as_user: Any) -> Client:
    found: Client = as_user(cast.ambassador)
    return found


def line(couple: Any, number: int, day: str = "", hours: str = "", what: str = "", **also: str) -> dict[str, str]:
    sent = {"day": day, "hours": hours, "what": what, **also}
    return {f"{couple.pk}-{number}-{name}": value for name, value in sent.items()}


def test_what_is_on_the_card_is_noted_and_empty_lines_are_not(
    cast: Cast, couple: Any, clock: Any, as_user: Any
) -> None:
    clock.shift(7 * 24 * 3600)
    client = as_user(cast.ambassador)
    sent = {**line(couple, 1, "12-3-2027", "2", "park"), **line(couple, 2), **line(couple, 3, "19-3-2027", "1,5")}
    assert client.post(f"{couple.get_absolute_url()}kaart/", sent).url == couple.get_absolute_url()
    rows = Outing.objects.order_by("day").values_list("hours", "what", "logged_by__email")
    assert list(rows) == [
        (Decimal("2.00"), "park", "ambassador@example.org"),
        (Decimal("1.50"), "", "ambassador@example.org"),
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("", "2"), "Vul de datum in."),
        (("12-3-2027", ""), "Vul in hoeveel uur."),
        (("99-3-2027", "2"), "Deze datum bestaat niet"),
        (("13-3-2027", "2"), "moet nog komen"),
        (("12-3-2027", "2"), "Op deze dag staat er al een ontmoeting"),
    ],
    ids=["no-day", "no-hours", "no-such-day", "to-come", "double-on-one-card"],
)
def test_all_or_nothing_with_the_reason_at_the_line(couple: Any, client: Client, wrong: Any, told: str) -> None:
    sent = {**line(couple, 1, "12-3-2027", "3", "goede regel"), **line(couple, 2, *wrong)}
    answer = client.post(f"{couple.get_absolute_url()}kaart/", sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert told in html
    assert "Er is nog niets genoteerd" in html
    assert 'value="goede regel"' in html
    assert html.count("card-line--wrong") == 1
    assert not Outing.objects.exists()


def test_a_double_is_noted_when_it_is_said_to_be_another(cast: Cast, couple: Any, client: Client) -> None:
    log_outing(couple=couple, day=NOW.date(), hours=Decimal(2), told_by=cast.samira, by=None)
    page = f"{couple.get_absolute_url()}kaart/"
    answer = client.post(page, line(couple, 1, "12-3-2027", "2"))
    assert answer.status_code == 422
    assert f'name="{couple.pk}-1-another"' in answer.content.decode()
    assert client.post(page, line(couple, 1, "12-3-2027", "2", another="on")).status_code == 302
    assert Outing.objects.count() == 2


def test_an_empty_card_is_told(couple: Any, client: Client) -> None:
    answer = client.post(f"{couple.get_absolute_url()}kaart/", {})
    assert answer.status_code == 422
    assert "Vul ten minste één regel in." in answer.content.decode()


def test_all_own_couples_on_one_page(cast: Cast, couple: Any, form: Any, client: Client, as_user: Any) -> None:
    other = form("willem", "tesfay", ambassador=cast.colleague)
    page = f"{cast.project.get_absolute_url()}koppels/kaarten/"
    html = client.get(page).content.decode()
    assert f'name="{couple.pk}-1-day"' in html
    assert f'name="{other.pk}-1-day"' not in html
    leader = as_user(cast.leader)
    sent = {**line(couple, 1, "12-3-2027", "1"), **line(other, 3, "12-3-2027", "2")}
    assert leader.post(page, sent).status_code == 302
    assert Outing.objects.count() == 2
    assert client.post(page, line(other, 1, "12-3-2027", "4")).status_code == 422
    assert Outing.objects.count() == 2


def test_the_card_is_one_page_a_couple_in_what_they_read(cast: Cast, couple: Any, form: Any) -> None:
    for somebody, language in ((cast.ans, "nl"), (cast.samira, "ti"), (cast.willem, "fr"), (cast.tesfay, "uk")):
        somebody.person.language = language
        somebody.person.save()
    other = form("willem", "tesfay")
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(month_cards([couple, other]))).pages]
    assert len(pages) == 2
    assert "Onze ontmoetingen" in pages[0]
    assert "ርክባትና" in pages[0]
    assert "Nos rencontres" in pages[1]
    assert "Наші зустрічі" in pages[1]
    assert "Ans en Samira" in pages[0]


def test_without_couples_it_says_so(cast: Cast, client: Client) -> None:
    answer = client.get(f"{cast.project.get_absolute_url()}koppels/maandkaarten.pdf")
    assert answer.content[:5] == b"%PDF-"
    assert "nog geen koppels" in client.get(f"{cast.project.get_absolute_url()}koppels/kaarten/").content.decode()


def test_a_couple_of_four_in_four_languages_still_has_one_page(cast: Cast, form: Any) -> None:
    couple = form("corrie", "samira", "lale", "oksana")
    for somebody, language in ((cast.corrie, "en"), (cast.samira, "ti"), (cast.lale, "fa"), (cast.oksana, "uk")):
        somebody.person.language = language
        somebody.person.save()
    assert len(PdfReader(BytesIO(month_cards([couple]))).pages) == 1
