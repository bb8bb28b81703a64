"""CSV: whatever the computer it came from calls a letter, a line end or a separator."""

import codecs
import csv
from io import StringIO

from django.utils.translation import gettext as _

from participants.class_list.columns import best_score
from participants.class_list.table import NOT_A_LIST, Table, Unreadable, table_of

SEPARATORS = ";,\t|"
BOMS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\x0b\x0c\x1d\x1e\x1f\x1a")


def read_csv(content: bytes) -> Table:
    """The rows of a text file with columns. Raises Unreadable for what is no text."""
    text = _decoded(content).rstrip("\x1a")
    if CONTROLS & set(text[:10_000]):
        raise Unreadable(NOT_A_LIST)
    first, _line_end, rest = text.partition("\n")
    separators, skipped = SEPARATORS, 0
    if first.lower().startswith("sep=") and len(first.strip("\r")) == 5:
        separators, text, skipped = first[4], rest, 1  # Excel's own way of saying it
    table = max((_parsed(text, separator) for separator in separators), key=_how_good)
    return Table([[] for _line in range(skipped)] + table.rows)


def _how_good(table: Table) -> tuple[int, int]:
    """With the right separator the header is understood; without a header, there are more columns."""
    return best_score(table.rows), max((len(row) for row in table.rows[:50]), default=0)


def _decoded(content: bytes) -> str:
    for bom, encoding in BOMS:
        if content.startswith(bom):
            try:
                return content.decode(encoding).lstrip("\ufeff")
            except UnicodeDecodeError as error:
                raise Unreadable(NOT_A_LIST) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Excel on Windows in Western Europe; bytes it does not use become a sign that the fields refuse.
        return content.decode("cp1252", errors="replace")


def _parsed(text: str, separator: str) -> Table:
    try:
        return table_of(_records(text, separator))
    except csv.Error as error:
        raise Unreadable(
            _("Dit bestand kunnen we niet lezen: een cel is veel te lang. Kijk of er een aanhalingsteken los staat.")
        ) from error


def _records(text: str, separator: str) -> list[list[str]]:
    """The records; when a quotation mark is never closed, quotation marks are taken as letters."""
    try:
        list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return list(csv.reader(StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE))
    return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
