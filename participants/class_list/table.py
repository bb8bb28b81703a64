"""What every kind of file becomes: rows of text, as one would see them in a spreadsheet."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mixen.errors import DomainError

MOST_ROWS = 500
MOST_COLUMNS = 40
# Empty rows above, between and below do not count, but somewhere it ends.
MOST_LINES = 20_000
WIDEST = MOST_COLUMNS + 20
MOST_CHARACTERS = 1000
NOT_A_LIST = gettext_lazy(
    "Dit bestand kunnen we niet lezen. Open het in Excel of LibreOffice en bewaar het als .xlsx of .csv."
)
# Spaces without width, soft hyphens and marks of direction come along with copying from a web page or a chat.
_COME_ALONG = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\u2060\u200e\u200f"))


class Unreadable(DomainError):
    """The file is not a list we can read; the message says what to do."""

    def __init__(self, message: Any) -> None:
        super().__init__(message, field="file")


class Table(NamedTuple):
    """Rows of cells, empty ones too, so that row 7 here is row 7 in the spreadsheet."""

    rows: list[list[str]]
    sheet: str = ""


def text_of(value: Any) -> str:
    """What a cell holds, as text: dates as 1985-03-12, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}" if value.year >= 1000 else str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = str(value)[: 2 * MOST_CHARACTERS].translate(_COME_ALONG).replace("\u00a0", " ")
    return unicodedata.normalize("NFC", text).strip()[:MOST_CHARACTERS]


def table_of(lines: Iterable[Sequence[Any]], sheet: str = "") -> Table:
    """The rows of ``lines``, without the empty cells at their end. Raises Unreadable when it is more than a list."""
    rows: list[list[str]] = []
    filled = 0
    for number, line in enumerate(lines, start=1):
        row = [text_of(value) for value in line[:WIDEST]] if any(line) else []
        while row and not row[-1]:
            row.pop()
        if row:
            filled += 1
            rows += [[] for _missing in range(number - 1 - len(rows))]
            rows.append(row)
        # Some rows above the list are titles.
        if number > MOST_LINES or filled > MOST_ROWS + 100:
            raise too_many_rows()
    return Table(rows, sheet)


def too_many_rows() -> Unreadable:
    """The refusal of a list that is too long."""
    return Unreadable(
        _("Er staan te veel rijen in dit bestand. Ten hoogste %(most)s mensen tegelijk; verdeel de lijst.")
        % {"most": MOST_ROWS}
    )
