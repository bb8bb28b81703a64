"""The one door to CSV and XLSX: what leaves here can be opened in a spreadsheet without running anything."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

DANGEROUS_START = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Sheet(NamedTuple):
    """One sheet: a name of at most 31 characters, a header and its rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Any]]


def plain(value: Any) -> Any:
    """``value`` as a cell may hold it: numbers and dates as such, text neutralised when it could be a formula."""
    if value is None or isinstance(value, int | float | Decimal):
        return value
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if isinstance(value, date):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    return f"'{text}" if text.startswith(DANGEROUS_START) else text


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with ``sheets``; every text cell is stored as text, never as a formula."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name[:31])
        page.freeze_panes = "A2"
        for number, title in enumerate(sheet.header, start=1):
            page.column_dimensions[get_column_letter(number)].width = max(14, min(60, len(str(title)) + 6))
        page.append([_cell(page, title, bold=True) for title in sheet.header])
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(page: Any, value: Any, *, bold: bool = False) -> Any:
    value = plain(value)
    cell = WriteOnlyCell(page, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, Decimal):
        cell.number_format = "#,##0.00"
    elif isinstance(value, datetime):
        cell.number_format = "dd-mm-yyyy hh:mm"
    elif isinstance(value, date):
        cell.number_format = "dd-mm-yyyy"
    cell.font = Font(bold=bold)
    return cell


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
