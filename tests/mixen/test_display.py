"""How dates, money, people and figures are written."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from mixen.templatetags import display, paper


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal("5975"), "€\u00a05.975,00"),
        (Decimal("0.5"), "€\u00a00,50"),
        (0, "€\u00a00,00"),
        (Decimal("-12.5"), "-€\u00a012,50"),
        (Decimal("1234567.891"), "€\u00a01.234.567,89"),
        ("10.00", "€\u00a010,00"),
        (None, ""),
        ("", ""),
    ],
)
def test_an_amount(amount, written):
    assert display.euro(amount) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (60, "60"),
        (Decimal("60.0"), "60"),
        (Decimal("14.50"), "14,5"),
        (Decimal("0.25"), "0,25"),
        (0, "0"),
        (100, "100"),
        (1000, "1.000"),
        ("8.0", "8"),
        ("geen getal", "geen getal"),
    ],
)
def test_a_number(number, written):
    assert display.decimal(number) == written


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (date(2027, 6, 8), "di 8 juni 2027"),
        (datetime(2027, 6, 8, 23, 30, tzinfo=UTC), "wo 9 juni 2027"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_day(when, written):
    assert display.day(when) == written


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (datetime(2027, 6, 8, 12, 0, tzinfo=UTC), "di 8 juni 2027, 14.00 uur"),
        (datetime(2027, 1, 8, 12, 5, tzinfo=UTC), "vr 8 januari 2027, 13.05 uur"),
        (None, ""),
    ],
)
def test_a_moment(when, written):
    assert display.moment(when) == written


@pytest.mark.parametrize(("when", "written"), [(date(2027, 6, 8), "8 jun 2027"), (None, "")])
def test_a_day_in_short(when, written):
    assert display.short_day(when) == written


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("سميرة", "<bdi>سميرة</bdi>"),
        ("<script>", "<bdi>&lt;script&gt;</bdi>"),
        ("O'Brien", "<bdi>O&#x27;Brien</bdi>"),
    ],
)
def test_a_name_stands_on_its_own_and_is_only_text(name, html):
    assert display.name(name) == html


@pytest.mark.parametrize(
    ("stored", "written"), [("+31612345678", "06 12345678"), ("+32470123456", "0032 470 12 34 56"), ("", "")]
)
def test_a_phone_number(stored, written):
    assert display.phone(stored) == written


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        ("5975.00", "money", "€\u00a05.975,00"),
        ("60.0", "hours", "60"),
        (10, "count", "10"),
        (["Nepal", "Iran"], "list", "Nepal, Iran"),
    ],
)
def test_a_figure_by_its_kind(value, kind, written):
    assert display.written(value, kind) == written


@pytest.mark.parametrize(
    ("value", "written", "number"),
    [
        ("12.50", "€\u00a012,50", True),
        ("-12.50", "-€\u00a012,50", True),
        ("0.00", "€\u00a00,00", True),
        (12, "12", True),
        ("Rondvaart", "Rondvaart", False),
        ("15-06-2010", "15-06-2010", False),
        ("Gebouw 1.2", "Gebouw 1.2", False),
        ("", "", False),
        ("1.234", "1.234", False),
    ],
)
def test_a_cell_of_a_table(value, written, number):
    assert display.cell(value) == written
    assert display.is_number(value) is number


@pytest.mark.parametrize(
    ("value", "total", "kind", "width", "over"),
    [
        (5, 10, "", "50.0", False),
        (0, 10, "", "0.0", False),
        (20, 10, "", "100.0", False),
        (20, 10, "money", "100.0", True),
        (-5, 10, "money", "0.0", False),
        (5, 0, "money", "0.0", False),
        ("5.00", "0.00", "money", "0.0", False),  # as frozen figures hold amounts
        (Decimal("2.5"), Decimal(10), "money", "25.0", False),
    ],
)
def test_a_bar_never_leaves_its_frame(value, total, kind, width, over):
    html = display.bar(value, total, kind)
    assert f'width="{width}%"' in html
    assert ("bar--over" in html) is over


@pytest.mark.parametrize(("side", "letter", "word"), [("old", "O", "oud"), ("new", "N", "nieuw")])
def test_a_side_is_told_by_letter_and_word_and_not_by_colour_alone(side, letter, word):
    with_word, without = display.side_badge(side), display.side_badge(side, False)
    assert f">{letter}</span>" in with_word
    assert f">{word}</span>" in with_word
    assert "visually-hidden" in without
    assert word in without


@pytest.mark.parametrize(
    ("changes", "query"),
    [
        ({"bladzijde": 2}, "?q=a%26b&bladzijde=2"),
        ({"q": None}, "?"),
        ({"q": "ä"}, "?q=%C3%A4"),
    ],
)
def test_a_link_keeps_the_rest_of_the_query(changes, query):
    request = RequestFactory().get("/", {"q": "a&b"})
    assert display.with_query({"request": request}, **changes) == query


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("een\n\ntwee", [("een", []), ("twee", [])]),
        ("- een\n- twee", [("", ["een", "twee"])]),
        ("kop\n- een", [("kop\n- een", [])]),
        ("", []),
        ("\n\n\n", []),
    ],
)
def test_paragraphs_and_lists_of_plain_text(text, blocks):
    assert [(block["text"], block["points"]) for block in paper.blocks(text)] == blocks


def test_a_qr_code_is_a_drawing_with_a_text_alternative():
    html = Template("{{ address|qr_code }}").render(Context({"address": "http://127.0.0.1/<x>"}))
    assert html.startswith("<svg")
    assert "<title>" in html
    assert "<x>" not in html
