"""The books as a workbook: its formulas are ours alone and come to the cent to what was added up here."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from mixen.accounts.models import AuditEvent
from mixen.sheets import xlsx
from projects import actions
from projects.budget import settlement_of
from projects.models import Expense
from projects.settlement_sheets import expense_sheet, settlement_sheets
from tests.mixen.test_sheets import HOSTILE
from tests.projects import money

CENT = Decimal("0.01")
SUM = re.compile(r"=SUM\(([A-F])(\d+):\1(\d+)\)")


def books(project):
    """The workbook with its formulas, and the same one with what they come to."""
    content = xlsx(settlement_sheets(project))
    return load_workbook(BytesIO(content)), load_workbook(BytesIO(content), data_only=True)


def amount(value):
    return Decimal(str(value)).quantize(CENT)


def counted(values, cell):
    """What formula ``cell`` comes to, from the values of the cells it names."""
    if cell.value == "=B2-B6":
        return amount(values["B2"].value) - amount(values["B6"].value)
    letter, first, last = SUM.fullmatch(cell.value).groups()
    return sum((amount(values[f"{letter}{row}"].value) for row in range(int(first), int(last) + 1)), Decimal(0))


def formulas(project):
    written, valued = books(project)
    for page in written:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield page, valued[page.title], cell


def allowed(project):
    """Each formula that may stand in the workbook, by sheet and cell."""
    lines = len(settlement_of(project).budget.lines)
    expenses = Expense.objects.of_project(project).count()
    ours = {("Afrekening", "B6"): "=SUM(B3:B5)", ("Afrekening", "B7"): "=B2-B6"}
    ours |= {("Per regel", f"{letter}{lines + 2}"): f"=SUM({letter}2:{letter}{lines + 1})" for letter in "BCDEF"}
    if expenses:
        ours["Uitgaven", f"F{expenses + 2}"] = f"=SUM(F2:F{expenses + 1})"
    return ours


@pytest.fixture
def spent(cast):
    """Something of every kind, one of it put right, one unpaid, and a contribution."""
    project = cast.project
    expense = money.book(money.line_of(project), "12.55")
    actions.correct_expense(expense=expense, reason="=1+1", by=None)
    money.book(money.line_of(project, "1a"), "1234.10", payee="=cmd|' /C calc'!A0", description="@SUM(A1)")
    money.paid(money.claim(cast.ans, "9.99"))
    money.paid(money.allowance(project, cast.ambassador, "17.05"))
    money.claim(cast.lale, "3.33", "public_transport")
    actions.promise_contribution(project=project, payer='=HYPERLINK("http://x")', amount=Decimal("5975.00"), by=None)
    return project


def test_every_formula_is_one_of_ours_at_its_own_place(spent):
    found = {(page.title, cell.coordinate): cell.value for page, _values, cell in formulas(spent)}
    assert found == allowed(spent)


def test_without_a_single_expense_the_workbook_is_whole(cast):
    found = {(page.title, cell.coordinate): cell.value for page, _values, cell in formulas(cast.project)}
    assert found == allowed(cast.project)


def test_what_a_formula_shows_is_what_it_comes_to(spent):
    checked = [(amount(cell_of(values, cell)), counted(values, cell)) for _page, values, cell in formulas(spent)]
    assert len(checked) == 8
    assert all(shown == comes_to for shown, comes_to in checked)


def cell_of(values, cell):
    return values[cell.coordinate].value


def test_the_workbook_holds_the_settlement(spent):
    settlement = settlement_of(spent)
    _written, valued = books(spent)
    totals = {name: amount(value) for name, value in list(valued["Afrekening"].values)[1:]}
    assert totals == {
        "Afgesproken met het stadsdeel": settlement.budget.agreed,
        "Uitgaven": Decimal("1234.10"),
        "Betaalde declaraties van deelnemers": Decimal("9.99"),
        "Vergoedingen van vrijwilligers": Decimal("17.05"),
        "Samen uitgegeven": Decimal("1261.14"),
        "Over": settlement.left,
        "Nog te betalen": Decimal("3.33"),
        "Onverklaard verschil": Decimal("0.00"),
    }
    last = list(valued["Per regel"].values)[-1]
    assert [amount(value) for value in last[3:5]] == [Decimal("1261.14"), Decimal("3.33")]
    assert amount(list(valued["Uitgaven"].values)[-1][5]) == Decimal("1261.14")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_somebody_typed_stays_text_everywhere(cast, text):
    line = money.line_of(cast.project)
    type(line).objects.filter(pk=line.pk).update(name=text, code="=1+1")
    money.book(line, payee=text, description=text)
    actions.promise_contribution(project=cast.project, payer=text, amount=Decimal(5), by=None)
    found = {(page.title, cell.coordinate): cell.value for page, _values, cell in formulas(cast.project)}
    assert found == allowed(cast.project)
    (row,) = list(books(cast.project)[0]["Uitgaven"].values)[1:2]
    assert row[2].startswith("'")


def test_nobody_stands_in_the_books_by_name_but_who_was_bought_from(spent, cast):
    written, _valued = books(spent)
    text = " ".join(str(value) for page in written for row in page.values for value in row)
    assert cast.ans.person.name not in text
    assert cast.lale.person.name not in text


def test_a_download_is_noted(cast, as_user):
    answer = as_user(cast.leader).get(f"{cast.project.get_absolute_url()}geld/afrekening/afrekening.xlsx")
    assert load_workbook(BytesIO(answer.content)).sheetnames == ["Per regel", "Afrekening", "Bijdragen", "Uitgaven"]
    event = AuditEvent.objects.get(detail="settlement")
    assert (event.by, event.kind) == (cast.leader, AuditEvent.Kind.EXPORT)


cents = st.integers(min_value=1, max_value=99_999_99).map(lambda number: Decimal(number) / 100)
bookings = st.lists(st.tuples(st.sampled_from(["1a", "1b", "1c", "2a"]), cents, st.booleans()), max_size=8)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=bookings)
def test_whatever_is_booked_the_formulas_come_to_the_cent_to_our_sums(cast, drawn):
    with transaction.atomic():
        for code, booked, mistake in drawn:
            expense = money.book(money.line_of(cast.project, code), str(booked))
            if mistake:
                actions.correct_expense(expense=expense, reason="x", by=None)
        for _page, values, cell in formulas(cast.project):
            assert amount(cell_of(values, cell)) == counted(values, cell), cell
        transaction.set_rollback(True)


def test_a_narrowed_list_adds_up_what_it_shows(spent):
    rows = list(Expense.objects.of_project(spent).filter(kind="claim").for_list())
    sheet = expense_sheet(rows)
    assert sheet.rows[-1][5].value == Decimal("9.99")
    assert SUM.fullmatch(f"={sheet.rows[-1][5].text}")
