"""The end report on paper and in a workbook, from the same figures that the page shows."""

from base64 import b64encode
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import timezone

from mixen import pdf
from mixen.sheets import Formula, Sheet, xlsx
from projects.models import EndReport
from projects.report import SECTIONS, Photos, ReportPhoto, by_section, compute, headlines, photos_of

MONEY_TABLES = "finance"
COLUMN_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FIRST_ROW = 2  # of a sheet, under its header


class FinalFiles(NamedTuple):
    """All that is frozen when a report becomes final, made at ``made_at`` from one reading of the figures."""

    made_at: datetime
    figures: list[dict[str, Any]]
    pdf: bytes
    xlsx: bytes


def prepare_final(report: EndReport) -> FinalFiles:
    """Work out figures and files of a draft. Takes seconds, so it is done before anything is locked."""
    computed, now = compute(report.project), timezone.now()
    return FinalFiles(now, computed, report_pdf(report, computed, now), report_xlsx(report, computed))


def figures_of(report: EndReport) -> list[dict[str, Any]]:
    """The frozen figures of a final report; of a draft, the figures as they are now."""
    return report.figures if report.is_final and report.figures is not None else compute(report.project)


def report_context(report: EndReport, computed: list[dict[str, Any]], photos: Photos | None = None) -> dict[str, Any]:
    """What page and PDF show of ``report`` with ``computed`` figures and the ``photos`` that were chosen."""
    return {
        "report": report,
        "project": report.project,
        "sections": by_section(computed, report.texts, photos),
        "headlines": headlines(computed),
        "blocked_photos": photos.blocked if photos else 0,
    }


def report_pdf(report: EndReport, computed: list[dict[str, Any]], final_at: datetime | None) -> bytes:
    """The report as a tagged PDF; without ``final_at`` it says on each page that it is a draft."""
    context = report_context(report, computed, photos_of(report.project))
    for section in context["sections"]:
        section["pictures"] = [_inline(photo) for photo in section["album"]]
    return pdf.render("pdf/report.html", {**context, "final_at": final_at})


def _inline(photo: ReportPhoto) -> dict[str, str]:
    """A photo within the document itself: the renderer fetches nothing."""
    content = b64encode(photo.read()).decode("ascii")
    return {"source": f"data:image/jpeg;base64,{content}", "caption": photo.caption, "alt": photo.alt}


def report_xlsx(report: EndReport, computed: list[dict[str, Any]]) -> bytes:
    """The report as a workbook: all single figures on one sheet, each table on its own."""
    singles = [item for item in computed if item["kind"] != "table"]
    sheets = [
        Sheet(
            "Cijfers",
            ["Onderdeel", "Cijfer", "Waarde", "Wat het betekent"],
            [[_section_title(item), item["label"], _cell(item), item["definition"]] for item in singles],
        )
    ]
    for item in computed:
        if item["kind"] == "table":
            sheets.append(Sheet(item["label"], item["value"]["columns"], _rows(item)))
    return xlsx(sheets)


def _section_title(item: dict[str, Any]) -> str:
    return str(SECTIONS[item["section"]])


def _cell(item: dict[str, Any]) -> Any:
    if item["kind"] == "list":
        return ", ".join(item["value"])
    if item["kind"] == "percent":
        return f"{item['value']} %"
    return Decimal(item["value"]) if item["kind"] in {"money", "hours"} else item["value"]


def _rows(item: dict[str, Any]) -> list[list[Any]]:
    """The rows of a table, its sums as formulas."""
    rows = [[_amount(value, item) for value in row] for row in item["value"]["rows"]]
    for total in item["value"].get("sums", []):
        row, column = total["cell"]
        rows[row][column] = _formula(total["of"], rows, rows[row][column])
    return rows


def _formula(terms: list[list[int]], rows: list[list[Any]], value: Any) -> Any:
    """``value`` as the sum it is of other cells; as it is when those would give something else."""
    worth = sum((sign * _worth(rows[row][column]) for row, column, sign in terms), Decimal(0))
    if worth != value:
        return value
    signed = [f"{'-' if sign < 0 else '+'}{COLUMN_LETTERS[column]}{row + FIRST_ROW}" for row, column, sign in terms]
    return Formula("".join(signed).removeprefix("+"), value)


def _worth(cell: Any) -> Decimal:
    found = cell.value if isinstance(cell, Formula) else cell
    return Decimal(found) if isinstance(found, int | Decimal) else Decimal(0)


def _amount(value: Any, item: dict[str, Any]) -> Any:
    """In the tables of the section on money, what looks like an amount is one."""
    if item["section"] != MONEY_TABLES or not isinstance(value, str):
        return value
    digits = value.removeprefix("-")
    return Decimal(value) if digits.replace(".", "", 1).isdigit() and "." in digits else value
