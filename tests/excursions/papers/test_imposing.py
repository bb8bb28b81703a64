"""Folded, cut and stapled, the pages of a booklet run from the first to the last."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ContentStream, DecodedStreamObject, DictionaryObject, NameObject

from excursions.papers.imposing import FORMATS, POINTS, folded_sheets, impose


def numbered(count: int, width: float, height: float) -> bytes:
    """A PDF of ``count`` pages that each say only their number, in the middle."""
    writer = PdfWriter()
    for number in range(1, count + 1):
        page = PageObject.create_blank_page(width=width * POINTS, height=height * POINTS)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
        )
        stream = DecodedStreamObject()
        middle = f"{width / 2 * POINTS:.1f} {height / 2 * POINTS:.1f}"
        stream.set_data(f"BT /F 20 Tf 1 0 0 1 {middle} Tm ({number}) Tj ET".encode())
        page[NameObject("/Contents")] = stream
        writer.add_page(page)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def where(page: PageObject) -> dict[int, tuple[float, float]]:
    """The number of each page on a sheet, with the point where its middle stands."""
    found: dict[int, tuple[float, float]] = {}
    moved = (0.0, 0.0)
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"cm":
            assert [float(one) for one in operands[:4]] == [1, 0, 0, 1]
            moved = (float(operands[4]), float(operands[5]))
        elif operator == b"Do":
            form = page["/Resources"]["/XObject"][operands[0]].get_object()
            x, y, right, top = (float(one) for one in form["/BBox"])
            number = int(page.extract_xform_text(form, (0, 90, 180, 270), 200.0))
            found[number] = (moved[0] + (x + right) / 2, moved[1] + (y + top) / 2)
    return found


def read_folded(content: bytes, rows: int) -> list[int]:
    """Print on both sides, cut between the rows, stack the upper half on the lower, fold, and leaf through."""
    pages = PdfReader(BytesIO(content)).pages
    stack: list[list[tuple[int, int]]] = []
    for row in range(rows):
        for front, back in zip(pages[::2], pages[1::2], strict=True):
            stack.append([_in_row(front, row, rows), _in_row(back, row, rows)])
    # Leafing from the outermost sheet inwards and out again: the right half of each front with what is behind it
    # (the left half of the back), and then, from the innermost sheet on, the other halves.
    inward = [number for (front, back) in stack for number in (front[1], back[0])]
    outward = [number for (front, back) in reversed(stack) for number in (back[1], front[0])]
    return inward + outward


def _in_row(page: PageObject, row: int, rows: int) -> tuple[int, int]:
    height = float(page.mediabox.height)
    here = [
        (x, number)
        for number, (x, y) in where(page).items()
        if height * (rows - 1 - row) / rows <= y < height * (rows - row) / rows
    ]
    assert len(here) == 2, "two pages beside each other in every row"
    return tuple(number for _x, number in sorted(here))  # type: ignore[return-value]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("times", [1, 2, 3, 5])
def test_folded_the_pages_run_from_first_to_last(name: str, times: int) -> None:
    kind = FORMATS[name]
    count = kind.multiple * times
    sheets = impose(numbered(count, kind.width, kind.height), name)
    assert read_folded(sheets, kind.rows) == list(range(1, count + 1))


@pytest.mark.parametrize("name", FORMATS)
def test_each_side_is_an_a4_and_every_page_lies_within_what_is_left_after_cutting(name: str) -> None:
    kind = FORMATS[name]
    reader = PdfReader(BytesIO(impose(numbered(kind.multiple, kind.width, kind.height), name)))
    assert len(reader.pages) == 2
    for page in reader.pages:
        size = (round(float(page.mediabox.width) / POINTS), round(float(page.mediabox.height) / POINTS))
        assert size == kind.sheet
        box = page.trimbox
        assert round(float(box.width) / POINTS) == 2 * kind.width
        assert round(float(box.height) / POINTS) == kind.rows * kind.height
        for x, y in where(page).values():
            assert float(box.left) < x < float(box.right)
            assert float(box.bottom) < y < float(box.top)


@pytest.mark.parametrize(("name", "marks"), [("a5", 2), ("a6", 4)])
def test_marks_at_the_edge_say_where_to_fold_and_where_to_cut(name: str, marks: int) -> None:
    kind = FORMATS[name]
    reader = PdfReader(BytesIO(impose(numbered(kind.multiple, kind.width, kind.height), name)))
    for page in reader.pages:
        assert page.get_contents().get_data().count(b" l S") + page.get_contents().get_data().count(b"l\nS") == marks


@pytest.mark.parametrize(("name", "count"), [("a5", 5), ("a5", 6), ("a6", 4), ("a6", 12), ("a6", 7)])
def test_another_number_of_pages_is_refused(name: str, count: int) -> None:
    kind = FORMATS[name]
    with pytest.raises(ValueError, match="multiple"):
        impose(numbered(count, kind.width, kind.height), name)


@given(st.integers(1, 60))
@settings(deadline=None)
def test_every_page_stands_once_and_opposite_its_own_place_in_the_fold(sheets: int) -> None:
    pages = 4 * sheets
    found = folded_sheets(pages)
    numbers = [number for one in found for number in (*one.front, *one.back)]
    assert sorted(numbers) == list(range(1, pages + 1))
    for one in found:
        assert sum(one.front) == sum(one.back) == pages + 1
        assert one.back[0] == one.front[1] + 1


@pytest.mark.parametrize("pages", [0, -4, 2, 7])
def test_no_booklet_of_so_many_pages(pages: int) -> None:
    with pytest.raises(ValueError, match="multiple of four"):
        folded_sheets(pages)
