"""A strippenboekje of 64 pages for the printer, beside WeasyPrint on the same HTML alone.

What is measured is everything from the rows to the sheets: laying out, the pages for notes, and putting each page
where it belongs on A4. The goal is at most 1.15 times as long.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import django

from benchmarks.timing import Row, side_by_side

PAGES = 64
MOST_PLACES = 400
STRIPS_ON_A_PAGE = 2.4
GOAL = 1.15
WHAT = "Je loopt samen een rondje. Je drinkt iets en je praat over vroeger en nu."


def measure() -> Iterator[Row]:
    """For A5, two on a side, and for A6, four on a side."""
    django.setup()
    from django.core.management import call_command
    from pypdf import PdfReader

    from excursions.papers import booklet_pdf

    call_command("migrate", verbosity=0)
    for kind, pages_on_a_sheet in (("a5", 4), ("a6", 8)):
        booklet = _of_64_pages(kind)
        sheets = len(PdfReader(BytesIO(booklet_pdf(booklet, kind))).pages) // 2
        yield side_by_side(
            f"booklet of {sheets * pages_on_a_sheet} pages of {kind.upper()}, on sheets",
            lambda booklet=booklet, kind=kind: booklet_pdf(booklet, kind),
            lambda booklet=booklet, kind=kind: _alone(booklet, kind),
            "WeasyPrint on the same HTML",
            goal=GOAL,
            quality=f"{booklet.entries.count()} places on {sheets} sheets of A4, printed on both sides",
            runs=5,
        )


def _of_64_pages(kind: str) -> Any:
    """A project whose booklet just fills 64 pages, with some of them for notes."""
    from excursions.actions import make_booklet
    from excursions.models import Place, Section
    from projects.models import District, Project

    today = date.today()
    project = Project.objects.create(
        name=f"Boekje {kind}",
        slug=f"boekje-{kind}",
        district=District.objects.get(slug="oost"),
        starts_on=today,
        ends_on=today + timedelta(days=180),
    )
    places = Place.objects.bulk_create(
        Place(
            name=f"Plek van {kind} nummer {number}",
            section=Section.values[3 * number // MOST_PLACES],
            what=WHAT,
            address=f"Straat {number}, 1012 AB",
            opening="dinsdag tot en met zondag, 10-17 uur",
            discount="Gratis thee met dit boekje" if number % 3 else "",
            price=6,
            stadspas_price=3,
        )
        for number in range(MOST_PLACES)
    )
    booklet = make_booklet(project=project, places=places[:8], foreword="Welkom!", by=None)
    number = 100
    while (found := _page_count(booklet, places[:number], kind)) != PAGES:
        number += round((PAGES - found) * STRIPS_ON_A_PAGE) or (1 if found < PAGES else -1)
    return booklet


def _page_count(booklet: Any, places: list[Any], kind: str) -> int:
    from pypdf import PdfReader

    from excursions.actions import change_booklet
    from excursions.papers.booklet import _context, _pages

    change_booklet(booklet=booklet, places=places, foreword="Welkom!", with_codes=False, by=None)
    return len(PdfReader(BytesIO(_pages(_context(booklet), kind))).pages)


def _alone(booklet: Any, kind: str) -> None:
    from django.conf import settings
    from django.template.loader import render_to_string
    from weasyprint import CSS, HTML

    from excursions.papers.booklet import STYLE, _context

    page = render_to_string("pdf/booklet.html", {**_context(booklet), "kind": kind})
    base = f"{settings.BASE_DIR / 'static'}/"
    HTML(string=page, base_url=base).write_pdf(stylesheets=[CSS(filename=f"{base}{STYLE}")])
