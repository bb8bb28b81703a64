"""Whatever is budgeted and spent, every road to the sums ends at the same cent."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from mixen.templatetags.display import cell, euro
from participants.models import Claim
from projects.actions import book_expense, correct_expense, start_report
from projects.budget import budget_of, settlement_of
from projects.models import BudgetGroup, BudgetLine, ClaimKind, Expense
from projects.report import compute
from projects.report_files import report_xlsx
from tests.conftest import registered

cents = st.integers(min_value=0, max_value=999_99).map(lambda number: Decimal(number) / 100)
spent = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=5_000_00).map(lambda number: Decimal(number) / 100),
        st.sampled_from(Expense.Kind.values),
        st.booleans(),
    ),
    max_size=4,
)
lines = st.lists(
    st.tuples(st.integers(min_value=0, max_value=100), cents, st.none() | cents, spent), min_size=1, max_size=4
)
budgets = st.lists(st.tuples(st.none() | cents, lines), min_size=1, max_size=4)

SUMS = 10  # groups, lines, meetings, team, times booked, people, paid of each kind, unpaid of each table
SHARED = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


def build(project, drawn):
    """The drawn groups, lines and expenses in place of what the project had."""
    BudgetGroup.objects.filter(project=project).delete()
    for number, (agreed, drawn_lines) in enumerate(drawn, start=1):
        group = BudgetGroup.objects.create(project=project, number=number, name=f"Groep {number}", agreed=agreed)
        for code, (quantity, price, line_agreed, expenses) in zip("abcd", drawn_lines, strict=False):
            line = BudgetLine.objects.create(
                group=group,
                code=f"{number}{code}",
                name="Regel",
                quantity=quantity,
                unit_price=price,
                agreed=line_agreed,
            )
            for amount, kind, mistake in expenses:
                expense = book_expense(
                    line=line, amount=amount, kind=kind, spent_on=date(2027, 3, 1), payee="x", by=None
                )
                if mistake:
                    correct_expense(expense=expense, reason="x", by=None)


def by_hand(drawn):
    """Derived, agreed and spent, straight from what was drawn."""
    derived = agreed = out = Decimal(0)
    for group_agreed, drawn_lines in drawn:
        group = Decimal(0)
        for quantity, price, line_agreed, expenses in drawn_lines:
            derived += quantity * price
            group += quantity * price if line_agreed is None else line_agreed
            out += sum((amount for amount, _kind, mistake in expenses if not mistake), Decimal(0))
        agreed += group if group_agreed is None else group_agreed
    return derived, agreed, out


def table(project, key):
    (found,) = [item for item in compute(project) if item["key"] == key]
    return found


def in_rolled_back_example(drawn, project, check):
    with transaction.atomic():
        build(project, drawn)
        check(*by_hand(drawn))
        transaction.set_rollback(True)


@settings(max_examples=25, **SHARED)
@given(drawn=budgets)
def test_every_sum_is_that_of_its_rows(cast, drawn):
    def check(derived, agreed, out):
        budget, settlement = budget_of(cast.project), settlement_of(cast.project)
        assert (budget.derived, budget.agreed, budget.spent) == (derived, agreed, out)
        assert budget.left == settlement.left == agreed - out
        assert budget.difference == agreed - derived
        assert settlement.spent == out
        assert settlement.unexplained == 0
        assert sum((line.derived for line in budget.lines), Decimal(0)) == derived
        assert sum((line.spent for line in budget.lines), Decimal(0)) == out
        named = [place.amount for place in budget.differences if not place.is_line]
        assert sum(named, Decimal(0)) == agreed - derived
        assert 0 not in [place.amount for place in budget.differences]

    in_rolled_back_example(drawn, cast.project, check)


@settings(max_examples=8, **SHARED)
@given(drawn=budgets)
def test_page_report_and_workbook_tell_the_same_sums(cast, as_user, drawn):
    client: Client = as_user(cast.coordinator)

    def check(derived, agreed, out):
        totals = [derived, agreed, out]
        pages = [client.get(f"{cast.project.get_absolute_url()}geld/{part}") for part in ("", "afrekening/")]
        budget, settled = (page.content.decode().replace("&nbsp;", "\xa0") for page in pages)
        assert [amount for amount in totals if euro(amount) not in budget] == []
        assert [amount for amount in (agreed, out, agreed - out) if euro(amount) not in settled] == []
        assert {page.context["settlement"].unexplained for page in pages} == {0}
        rows = table(cast.project, "projects.budget_table")["value"]["rows"]
        assert [cell(value) for value in rows[-1][1:]] == [euro(amount) for amount in [*totals, agreed - out]]
        report = start_report(project=cast.project, by=None)
        book = load_workbook(BytesIO(report_xlsx(report, compute(cast.project))), data_only=True)
        last = list(book["Begroting en uitgaven"].values)[-1]
        assert [Decimal(str(value)).quantize(Decimal("0.01")) for value in last[1:]] == [*totals, agreed - out]
        sheet = dict(book["Afrekening"].values)
        assert sheet["Onverklaard verschil"] == 0
        assert Decimal(str(sheet["Over"])).quantize(Decimal("0.01")) == agreed - out

    in_rolled_back_example(drawn, cast.project, check)


def test_the_template_comes_to_what_it_should(cast):
    assert budget_of(cast.foreign).derived == Decimal("5825.00")


def test_where_the_agreement_parts_from_the_sum_is_named_and_nowhere_else(cast):
    budget = budget_of(cast.project)
    assert [(place.where[:1], place.amount) for place in budget.differences] == [
        (str(group.group.number), Decimal("1000.00") - group.derived)
        for group in budget.groups
        if group.derived != Decimal("1000.00")
    ]


def test_a_group_without_an_agreement_counts_for_what_it_comes_to(cast):
    BudgetGroup.objects.filter(project=cast.project).update(agreed=None)
    budget = budget_of(cast.project)
    assert budget.agreed == budget.derived
    assert budget.differences == []


def test_the_sums_take_the_same_queries_however_many_lines(cast, django_assert_num_queries):
    with django_assert_num_queries(SUMS):
        budget_of(cast.project)
    group = cast.project.budget_groups.first()
    BudgetLine.objects.bulk_create(
        BudgetLine(group=group, code=f"x{number}", name="x", quantity=1, unit_price=1) for number in range(40)
    )
    with django_assert_num_queries(SUMS):
        budget_of(cast.project)


@pytest.mark.parametrize(("kind", "code"), [(ClaimKind.PUBLIC_TRANSPORT, "3a"), (ClaimKind.EXPENSES, "3b")])
def test_each_kind_of_claim_has_its_line(cast, kind, code):
    claim, foreign = (Claim(participant=who, kind=kind) for who in (cast.ans, foreigner(cast)))
    assert claim.budget_line().code == code
    BudgetLine.objects.filter(group__project=cast.project).update(claim_kind="")
    assert claim.budget_line() is None
    assert foreign.budget_line().code == code


def foreigner(cast):
    """Somebody of the other project."""
    return registered(cast.foreign, "Verre", "old", cast.coordinator, {}, {})
