"""Where the pages of a booklet stand on the sheets of a printer, so that they run 1, 2, 3 once folded and stapled.

A folded sheet has four pages: two in front and two behind. The outermost sheet holds the first two pages and the last
two, the next one lies in it. An A4 holds one folded sheet of A5, or two of A6 above each other: the pile is cut across
the middle, and the upper half is laid upon the lower half.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, RectangleObject

POINTS = 72 / 25.4  # a millimetre
LONG, SHORT = 297.0, 210.0  # millimetres of an A4
MARK, AWAY = 4.0, 0.6  # how long a mark is, and how thin, in millimetres and points


class Folded(NamedTuple):
    """The numbers of the pages of one folded sheet, from 1, as they lie: left and right in front, and behind."""

    front: tuple[int, int]
    back: tuple[int, int]


class Format(NamedTuple):
    """A page size in millimetres, and how an A4 takes it: ``rows`` folded sheets above each other."""

    width: float
    height: float
    rows: int

    @property
    def multiple(self) -> int:
        """A booklet has so many pages, or twice, three times as many."""
        return 4 * self.rows

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the A4 as it is printed."""
        return (LONG, SHORT) if self.rows == 1 else (SHORT, LONG)


FORMATS = {"a5": Format(148, 210, 1), "a6": Format(105, 148, 2)}


def folded_sheets(pages: int) -> list[Folded]:
    """The folded sheets of a booklet, the outermost first. ``pages`` is a multiple of four; ValueError when not."""
    if pages <= 0 or pages % 4:
        raise ValueError("a folded booklet has a multiple of four pages")
    return [
        Folded((pages - 2 * number, 2 * number + 1), (2 * number + 2, pages - 2 * number - 1))
        for number in range(pages // 4)
    ]


def impose(content: bytes, name: str) -> bytes:
    """The pages of a PDF on sheets of A4 for printing on both sides, with marks for cutting and folding.

    ``name`` is a key of FORMATS. An A4 of A5 pages turns over its short edge, one of A6 pages over its long edge.
    ValueError when the number of pages is no multiple of what the format takes.
    """
    kind = FORMATS[name]
    pages = PdfReader(BytesIO(content)).pages
    if len(pages) % kind.multiple:
        raise ValueError(f"{len(pages)} pages are no multiple of {kind.multiple}")
    writer = PdfWriter()
    forms = [_form(page, writer) for page in pages]
    for sides in _sheets(folded_sheets(len(forms)), kind.rows):
        for side in sides:
            _add_side(writer, side, forms, kind)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _form(page: PageObject, writer: PdfWriter) -> Any:
    """A page as a drawing that a sheet can show anywhere, as it is: reading it through would take half the time."""
    contents, resources = page.get_contents(), page.get("/Resources", DictionaryObject()).get_object()
    drawing = DecodedStreamObject()
    drawing.set_data(b"" if contents is None else contents.get_data())
    form = drawing.flate_encode()
    copied = resources.clone(writer)
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject(tuple(page.mediabox)),
            NameObject("/Resources"): getattr(copied, "indirect_reference", None) or copied,
        }
    )
    return writer._add_object(form)


Side = list[tuple[int, int]]
"""Left and right page of each row, from the top."""


def _sheets(folded: list[Folded], rows: int) -> Iterator[tuple[Side, Side]]:
    """Front and back of each A4: of two rows, the upper halves come first in the booklet."""
    many = len(folded) // rows
    for number in range(many):
        mine = [folded[number + many * row] for row in range(rows)]
        yield [one.front for one in mine], [one.back for one in mine]


def _add_side(writer: PdfWriter, rows: Side, forms: list[Any], kind: Format) -> None:
    """One side of an A4: its pages where they belong, and the marks."""
    width, height = kind.sheet
    left, bottom = (width - 2 * kind.width) / 2, (height - len(rows) * kind.height) / 2
    shown, drawn = DictionaryObject(), []
    for row, pair in enumerate(rows):
        below = bottom + (len(rows) - 1 - row) * kind.height
        for column, number in enumerate(pair):
            across = left + column * kind.width
            shown[NameObject(f"/P{number}")] = forms[number - 1]
            drawn.append(f"q 1 0 0 1 {across * POINTS:.3f} {below * POINTS:.3f} cm /P{number} Do Q")
    contents = DecodedStreamObject()
    contents.set_data("\n".join([*drawn, _marks(kind)]).encode())
    sheet = writer.add_blank_page(width=width * POINTS, height=height * POINTS)
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
    sheet[NameObject("/Contents")] = writer._add_object(contents)
    box = (left, bottom, width - left, height - bottom)
    sheet.trimbox = RectangleObject(tuple(value * POINTS for value in box))


def _marks(kind: Format) -> str:
    """Short lines at the edge: where to fold, and for two rows where to cut."""
    width, height = kind.sheet
    middle = width / 2
    lines = [(middle, 0, middle, MARK), (middle, height, middle, height - MARK)]
    if kind.rows == 2:
        across = height / 2
        lines += [(0, across, MARK, across), (width, across, width - MARK, across)]
    drawn = " ".join(
        f"{x * POINTS:.2f} {y * POINTS:.2f} m {to_x * POINTS:.2f} {to_y * POINTS:.2f} l S"
        for x, y, to_x, to_y in lines
    )
    return f"q {AWAY} w 0.4 G {drawn} Q"
