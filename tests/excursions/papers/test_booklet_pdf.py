"""The strippenboekje as PDF: what it says, in which order, and for whom."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from excursions.actions import add_place, change_booklet, make_booklet, mark_booklet_printed
from excursions.models import Booklet
from excursions.papers import LARGE, ON_SCREEN, PRINTED, booklet_pdf
from excursions.papers.booklet import _context, _pages
from excursions.papers.imposing import FORMATS
from mixen.accounts.models import User
from mixen.uploads import clean_photo
from projects.actions import add_team_member
from projects.models import Role
from tests.conftest import Cast
from tests.pictures import jpeg
from tests.projects.test_report_paper import elements


@pytest.fixture
def booklet(cast: Cast) -> Booklet:
    """Three sections, a picture, a discount, and names in Arabic and Ethiopic script."""
    user = User.objects.create(email="abrehet@example.org", name="ኣብረሀት ሃይለ", phone="+31612345699")
    add_team_member(project=cast.project, user=user, role=Role.AMBASSADOR, by=cast.coordinator)
    facts: list[dict[str, Any]] = [
        {"name": "Thee met een foto", "section": "home", "what": "Je drinkt thee. Je laat een foto zien."},
        {
            "name": "مكتبة الحي",
            "section": "neighbourhood",
            "what": "Je leest een krant. Vraag om een pas.",
            "address": "Osdorpplein 16",
            "spoken": "Nederlands, العربية",
            "picture": clean_photo(BytesIO(jpeg())),
            "picture_alt": "De ingang met de rode deur",
            "picture_rights": "Mozeshuis",
        },
        {
            "name": "Molen",
            "section": "culture",
            "price": 6,
            "stadspas_price": 3,
            "discount": "Gratis thee met dit boekje",
            "discount_until": date(2027, 12, 31),
            "opening": "di t/m zo, 10-17 uur",
        },
    ]
    places = [add_place(by=cast.coordinator, **one) for one in facts]
    return make_booklet(
        project=cast.project, places=places, foreword="Welkom!\n\n- een\n- twee", with_codes=True, by=cast.leader
    )


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_it_tells_who_when_how_and_where(booklet: Booklet) -> None:
    text = " ".join(text_of(booklet_pdf(booklet, ON_SCREEN)).split())
    for said in (
        "Strippenboekje",
        "Nieuw-West 2027",
        "Welkom!",
        "Dan zien we elkaar",
        "Mixbijeenkomst",
        "€ 10,00",
        "06 12345699",
        "Bel 112",
        "Gratis thee met dit boekje",
        "di t/m zo, 10-17 uur",
        "€ 6,00, met Stadspas € 3,00",
        "Druk 1",
    ):
        assert said in text
    order = [text.index(title) for title in ("Rond eigen huis", "Op stap in eigen buurt", "Kunst en cultuur")]
    assert order == sorted(order)


def test_arabic_and_ethiopic_are_drawn_with_fonts_that_have_them(booklet: Booklet) -> None:
    reader = PdfReader(BytesIO(booklet_pdf(booklet, ON_SCREEN)))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].get_object().values()
    }
    assert any("Arabic" in font for font in fonts)
    assert any("Ethiopic" in font for font in fonts)


@pytest.mark.parametrize("kind", [ON_SCREEN, LARGE])
def test_what_is_read_on_a_screen_is_tagged(booklet: Booklet, kind: str) -> None:
    root = PdfReader(BytesIO(booklet_pdf(booklet, kind))).trailer["/Root"]
    found = elements(root["/StructTreeRoot"], [])
    kinds = [name for name, _alt in found]
    assert {"/H1", "/H2", "/H3", "/L", "/P", "/Figure"} <= set(kinds)
    assert kinds.count("/H3") == 3
    assert all(alt for name, alt in found if name == "/Figure")
    assert "De ingang met de rode deur" in [alt for name, alt in found if name == "/Figure"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]


def test_large_print_is_an_a4_with_large_letters(booklet: Booklet) -> None:
    page = PdfReader(BytesIO(booklet_pdf(booklet, LARGE))).pages[1]
    sizes: list[float] = []
    page.extract_text(
        visitor_text=lambda text, _m, matrix, _f, size: sizes.append(size * abs(matrix[0])) if text.strip() else None
    )
    assert round(float(page.mediabox.height) / 72 * 25.4) == 297
    assert min(sizes) >= 16


@pytest.mark.parametrize("kind", PRINTED)
def test_what_is_left_over_before_the_back_cover_is_for_notes(booklet: Booklet, kind: str) -> None:
    pages = PdfReader(BytesIO(_pages(_context(booklet), kind))).pages
    texts = [page.extract_text() for page in pages]
    assert len(pages) % FORMATS[kind].multiple == 0
    assert "Strippenboekje" in texts[0]
    assert "Druk 1" in texts[-1]
    notes = [number for number, text in enumerate(texts) if "Zelf opschrijven" in text]
    assert notes == list(range(len(pages) - 1 - len(notes), len(pages) - 1))
    assert len(notes) < FORMATS[kind].multiple
    sheets = PdfReader(BytesIO(booklet_pdf(booklet, kind))).pages
    assert len(sheets) * 2 * FORMATS[kind].rows == len(pages)
    on_paper = " ".join(sheet.extract_text() for sheet in sheets)
    assert all(said in on_paper for said in ("Molen", "مكتبة", "Druk 1", "Zelf opschrijven"))
    assert [text.split()[-1] for text in texts[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_a_code_opens_the_address_on_a_map_only_where_asked(booklet: Booklet, cast: Cast) -> None:
    with_codes = booklet_pdf(booklet, ON_SCREEN)
    figures = [alt for _name, alt in elements(PdfReader(BytesIO(with_codes)).trailer["/Root"]["/StructTreeRoot"], [])]
    places = [entry.place for entry in booklet.entries.select_related("place")]
    change_booklet(booklet=booklet, places=places, foreword="", with_codes=False, by=cast.leader)
    without = booklet_pdf(Booklet.objects.get(), ON_SCREEN)
    assert len(without) < len(with_codes)
    assert figures


def test_the_day_of_printing_stands_on_the_back(booklet: Booklet, cast: Cast) -> None:
    mark_booklet_printed(booklet=booklet, on=date(2027, 3, 10), by=cast.leader)
    text = text_of(booklet_pdf(Booklet.objects.get(), ON_SCREEN))
    assert "wo 10 maart 2027" in text.replace("\n", " ")


def test_a_picture_that_is_gone_from_the_store_does_not_stop_it(booklet: Booklet) -> None:
    place = booklet.entries.get(place__section="neighbourhood").place
    place.picture.storage.delete(place.picture.name)
    assert "مكتبة" in text_of(booklet_pdf(booklet, ON_SCREEN)) or booklet_pdf(booklet, ON_SCREEN)
