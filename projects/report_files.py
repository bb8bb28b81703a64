"""The end report on paper and in a workbook, from the same figures that the page shows."""

from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import timezone

from mixen import pdf
from mixen.sheets import Sheet, xlsx
from projects.models import EndReport
from projects.report import SECTIONS, by_section, compute, headlines

MONEY_TABLES = "finance"


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


def report_context(report: EndReport, computed: list[dict[str, Any]]) -> dict[str, Any]:
    """What page and PDF show of ``report`` with ``computed`` figures."""
    return {
        "report": report,
        "project": report.project,
        "sections": by_section(computed, report.texts),
        "headlines": headlines(computed),
    }


def report_pdf(report: EndReport, computed: list[dict[str, Any]], final_at: datetime | None) -> bytes:
    """The report as a tagged PDF; without ``final_at`` it says on each page that it is a draft."""
    return pdf.render("pdf/report.html", {**report_context(report, computed), "final_at": final_at})


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
            rows = [[_amount(value, item) for value in row] for row in item["value"]["rows"]]
            sheets.append(Sheet(item["label"], item["value"]["columns"], rows))
    return xlsx(sheets)


def _section_title(item: dict[str, Any]) -> str:
    return str(SECTIONS[item["section"]])


def _cell(item: dict[str, Any]) -> Any:
    if item["kind"] == "list":
        return ", ".join(item["value"])
    return Decimal(item["value"]) if item["kind"] in {"money", "hours"} else item["value"]


def _amount(value: Any, item: dict[str, Any]) -> Any:
    """In the tables of the section on money, what looks like an amount is one."""
    if item["section"] != MONEY_TABLES or not isinstance(value, str):
        return value
    digits = value.removeprefix("-")
    return Decimal(value) if digits.replace(".", "", 1).isdigit() and "." in digits else value
