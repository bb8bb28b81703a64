"""The one door to CSV and XLSX: what leaves here can be opened in a spreadsheet without running anything."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.utils import timezone
from xlsxwriter import Workbook

DANGEROUS_START = ("=", "+", "-", "@", "\t", "\r", "\n")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
LONGEST_CELL = 32_767
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Sheet(NamedTuple):
    """One sheet: a name of at most 31 characters, a header and its rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Any]]


class Formula(NamedTuple):
    """A cell that counts. ``text`` is written by us, never made of what somebody typed; ``value`` is what it gives.

    A reader that does not calculate sees ``value``.
    """

    text: str
    value: Decimal | int


def plain(value: Any) -> Any:
    """``value`` as a cell may hold it: numbers and dates as such, text neutralised when it could be a formula."""
    if isinstance(value, Formula):
        return value.value
    if value is None or isinstance(value, int | float | Decimal):
        return value
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if isinstance(value, date):
        return value
    text = CONTROL.sub("", str(value))
    return f"'{text}" if text.startswith(DANGEROUS_START) else text


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with ``sheets``; every text cell is stored as text, and only a ``Formula`` is a formula."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    kinds = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "amount": book.add_format({"num_format": "#,##0.00"}),
        "moment": book.add_format({"num_format": "dd-mm-yyyy hh:mm"}),
        "day": book.add_format({"num_format": "dd-mm-yyyy"}),
    }
    taken: set[str] = set()
    for sheet in sheets:
        page = book.add_worksheet(_sheet_name(sheet.name, taken))
        page.freeze_panes(1, 0)
        for column, title in enumerate(sheet.header):
            page.set_column(column, column, max(14, min(60, len(str(title)) + 6)))
            page.write_string(0, column, str(plain(title))[:LONGEST_CELL], kinds["head"])
        for row, cells in enumerate(sheet.rows, start=1):
            for column, value in enumerate(cells):
                _write(page, row, column, value, kinds)
    book.close()
    return target.getvalue()


def _sheet_name(wish: str, taken: set[str]) -> str:
    """A name spreadsheets accept, and that no other sheet of the book has."""
    name = CONTROL.sub("", NO_SHEET_NAME.sub(" ", str(wish))).strip().strip("'")[:31] or "Blad"
    number = 2
    while name.lower() in taken:
        name = f"{name[:28]} {number}"
        number += 1
    taken.add(name.lower())
    return name


def _write(page: Any, row: int, column: int, value: Any, kinds: dict[str, Any]) -> None:
    if isinstance(value, Formula):
        page.write_formula(row, column, f"={value.text}", kinds["amount"], float(value.value))
        return
    value = plain(value)
    if isinstance(value, bool) or value is None:
        page.write(row, column, value)
    elif isinstance(value, Decimal):
        page.write_number(row, column, float(value), kinds["amount"])
    elif isinstance(value, int | float):
        page.write_number(row, column, value)
    elif isinstance(value, datetime):
        page.write_datetime(row, column, value, kinds["moment"])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, kinds["day"])
    else:
        page.write_string(row, column, value[:LONGEST_CELL], kinds["text"])


def xlsx_response(filename: str, sheets: Sequence[Sheet]) -> HttpResponse:
    """``sheets`` as a download called ``filename``.xlsx."""
    return download(xlsx(sheets), f"{filename}.xlsx", XLSX_TYPE)


def csv_response(filename: str, sheet: Sheet) -> HttpResponse:
    """``sheet`` as a download called ``filename``.csv, with semicolons and a BOM as Dutch spreadsheets expect."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([plain(title) for title in sheet.header])
    writer.writerows([_csv_value(value) for value in row] for row in sheet.rows)
    return download(text.getvalue().encode("utf-8-sig"), f"{filename}.csv", "text/csv; charset=utf-8")


def _csv_value(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y %H:%M")
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else value


def download(content: bytes, filename: str, content_type: str, *, inline: bool = False) -> HttpResponse:
    """``content`` under ``filename``; ``inline`` opens it in the browser instead of saving it."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{filename}"'
    return response
