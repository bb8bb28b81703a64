"""XLSX: unpacked by us within limits, then read by openpyxl as values; nothing in it runs or is fetched."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import DEFUSEDXML, load_workbook

from participants.class_list.table import NOT_A_LIST, WIDEST, Table, Unreadable, table_of

MOST_UNPACKED = 12 * 1024 * 1024
MOST_PARTS = 300
MOST_SHEETS = 30
PIECE = 64 * 1024
WANTED = (".xml", ".rels")
# Macros, links to other files, pictures, comments and charts are left where they are.
UNWANTED = ("externallinks/", "/media/", "drawings/", "charts/", "comments", "customxml/", "vba", "printersettings/")


def read_xlsx(content: bytes) -> list[Table]:
    """The visible sheets of a workbook. Raises Unreadable for anything else, and for what unpacks too large."""
    if not DEFUSEDXML:
        raise RuntimeError("defusedxml is missing: no file from outside is read without it")
    clean = _unpacked(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out: pictures, rules, colours
            book = load_workbook(clean, read_only=True, data_only=True, keep_links=False)
            return [table for sheet in book.worksheets[:MOST_SHEETS] if (table := _table(sheet))]
    except Unreadable:
        raise
    except Exception as error:  # a broken file can make openpyxl stumble in any way; whatever it is, it is the file
        raise Unreadable(NOT_A_LIST) from error


def _table(sheet: Any) -> Table | None:
    if sheet.sheet_state != "visible":
        return None
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    table = table_of(sheet.iter_rows(min_row=1, max_col=WIDEST, values_only=True), sheet.title)
    return table if table.rows else None


def _unpacked(content: bytes) -> BytesIO:
    """The parts with the list in a new archive. Sizes are looked at first, and counted too, for they can lie."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_other_kinds(set(archive.namelist()))
            parts = [part for part in archive.infolist() if _is_wanted(part.filename)]
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise _too_large()
            return _copied(archive, parts)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise Unreadable(NOT_A_LIST) from error


def _copied(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> BytesIO:
    target, left = BytesIO(), MOST_UNPACKED
    with zipfile.ZipFile(target, "w") as clean:
        for part in parts:
            if part.filename in clean.namelist():
                raise Unreadable(NOT_A_LIST)
            pieces = []
            for piece in _pieces(archive, part):
                pieces.append(piece)
                left -= len(piece)
                if left < 0:
                    raise _too_large()
            clean.writestr(part.filename, b"".join(pieces))
    target.seek(0)
    return target


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as packed:
        while piece := packed.read(PIECE):
            yield piece


def _is_wanted(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(WANTED) and not any(word in lower for word in UNWANTED)


def _refuse_other_kinds(names: set[str]) -> None:
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable(
            _("Dit is een OpenDocument-bestand (.ods). Bewaar het als .xlsx of .csv en kies het opnieuw.")
        )
    if any(name.lower().endswith("workbook.bin") for name in names):
        raise Unreadable(_("Dit is een binair Excel-bestand (.xlsb). Bewaar het als .xlsx en kies het opnieuw."))
    if any(name.lower() == "word/document.xml" for name in names):
        raise Unreadable(_("Dit is een Word-bestand. Zet de lijst in Excel en bewaar het als .xlsx."))


def _too_large() -> Unreadable:
    return Unreadable(
        _("Dit bestand is uitgepakt te groot. Kopieer alleen de lijst naar een nieuw bestand en kies dat.")
    )
