"""Nothing that leaves in a CSV or XLSX can run in the spreadsheet that opens it."""

import csv
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from mixen.sheets import Sheet, csv_response, download, plain, xlsx, xlsx_response

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://127.0.0.1:9/";"klik")',
    "=cmd|' /C calc'!A0",
    "+31612345678",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x01=1+1",
    "\x00\x1f@SUM(A1)",
]
HARMLESS = ["Ans", "1+1", "a=b", "سميرة", "ተስፋይ", "O'Brien", "06 12345678", "0032 470 12 34 56", "", "😀", 'é;"x"']


def workbook(rows, name="Blad", header=("Naam",)):
    return load_workbook(BytesIO(xlsx([Sheet(name, list(header), rows)])))


def csv_rows(rows, header=("Naam",)):
    content = csv_response("blad", Sheet("Blad", list(header), rows)).content
    assert content.startswith(b"\xef\xbb\xbf"), "without a BOM a Dutch Excel reads é wrong"
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_formula_is_only_text_in_an_xlsx(text):
    cell = workbook([[text]]).active["A2"]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_formula_is_only_text_in_a_csv(text):
    assert csv_rows([[text]])[1][0].startswith("'")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_formula_in_a_header_is_only_text(text):
    cell = workbook([["x"]], header=[text]).active["A1"]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")
    assert csv_rows([["x"]], header=[text])[0][0].startswith("'")


@pytest.mark.parametrize("text", HARMLESS, ids=ascii)
def test_what_is_no_formula_stays_as_it_is(text):
    assert (workbook([[text]]).active["A2"].value or "") == text
    assert csv_rows([[text]])[1] == [text]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_no_text_at_all_becomes_a_formula(text):
    kept = plain(text)
    assert not kept.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert workbook([[kept]]).active["A2"].data_type != "f"


def test_characters_that_no_workbook_may_hold_are_left_out():
    cell = workbook([["Ans\x00\x07\x1b de Boer"]]).active["A2"]
    assert cell.value == "Ans de Boer"


@pytest.mark.parametrize(
    ("value", "in_xlsx", "number_format", "in_csv"),
    [
        (Decimal("1234.50"), 1234.5, None, "1234,50"),
        (Decimal("-0.05"), -0.05, None, "-0,05"),
        (7, 7, None, "7"),
        (None, None, None, ""),
        (date(2027, 6, 8), datetime(2027, 6, 8, 0, 0), "dd-mm-yyyy", "08-06-2027"),
        (datetime(2027, 6, 8, 12, 0, tzinfo=UTC), datetime(2027, 6, 8, 14, 0), None, "08-06-2027 14:00"),
        (datetime(2027, 1, 8, 12, 0, tzinfo=UTC), datetime(2027, 1, 8, 13, 0), None, "08-01-2027 13:00"),
    ],
)
def test_numbers_and_days_stay_numbers_and_days(value, in_xlsx, number_format, in_csv):
    cell = workbook([[value]]).active["A2"]
    assert cell.value == in_xlsx
    assert number_format is None or cell.number_format == number_format
    assert csv_rows([[value]])[1] in ([in_csv], [] if in_csv == "" else None)


def test_an_amount_is_a_number_and_not_text():
    assert workbook([[Decimal("12.50")]]).active["A2"].data_type == "n"


def test_a_long_name_of_a_sheet_is_cut_to_what_a_workbook_allows():
    assert workbook([["x"]], name="x" * 60).sheetnames == ["x" * 31]


def test_every_sheet_is_there_and_none_is_hidden():
    book = load_workbook(BytesIO(xlsx([Sheet("Een", ["a"], []), Sheet("Twee", ["b", "c"], [["1", "2"]])])))
    assert book.sheetnames == ["Een", "Twee"]
    assert {page.sheet_state for page in book} == {"visible"}
    assert list(book["Twee"].values) == [("b", "c"), ("1", "2")]


def test_a_sheet_may_have_more_columns_than_the_alphabet_has_letters():
    header = [f"kolom {number}" for number in range(30)]
    assert [cell.value for cell in workbook([list(range(30))], header=header).active[1]] == header


def test_a_workbook_reads_nothing_from_outside():
    content = xlsx([Sheet("Blad", ["Naam"], [['=HYPERLINK("http://127.0.0.1:9/")']])])
    names = zipfile.ZipFile(BytesIO(content)).namelist()
    assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]


@pytest.mark.parametrize(
    ("response", "name", "content_type"),
    [
        (lambda: csv_response("lijst", Sheet("Blad", ["a"], [])), "lijst.csv", "text/csv; charset=utf-8"),
        (
            lambda: xlsx_response("lijst", [Sheet("Blad", ["a"], [])]),
            "lijst.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (lambda: download(b"x", "stuk.pdf", "application/pdf"), "stuk.pdf", "application/pdf"),
    ],
)
def test_a_download_is_saved_under_its_name(response, name, content_type):
    answer = response()
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == content_type


def test_a_document_may_open_in_the_browser():
    answer = download(b"x", "stuk.pdf", "application/pdf", inline=True)
    assert answer.headers["Content-Disposition"] == 'inline; filename="stuk.pdf"'
