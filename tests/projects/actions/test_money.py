"""Booking, putting right, agreeing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from mixen.errors import DomainError
from participants.actions import submit_claim
from projects import actions
from projects.budget import budget_of, settlement_of
from projects.models import BudgetLine, Expense
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def line(cast):
    return BudgetLine.objects.get(group__project=cast.project, code="1b")


def book(line, amount="12.50", **changes):
    facts = {"amount": Decimal(amount), "spent_on": TODAY, "payee": "Bakker", "by": None}
    return actions.book_expense(line=line, **{**facts, **changes})


def test_an_expense_is_booked_on_its_line_by_whom(cast, line):
    expense = book(line, by=cast.coordinator, description="Taart")
    expense.refresh_from_db()
    assert (expense.line, expense.amount, expense.kind, expense.booked_by) == (
        line,
        Decimal("12.50"),
        Expense.Kind.BOOKED,
        cast.coordinator,
    )


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"amount": Decimal(0)}, "amount", "meer zijn dan 0"),
        ({"amount": Decimal("-5.00")}, "amount", "meer zijn dan 0"),
        ({"spent_on": TODAY + timedelta(days=1)}, "spent_on", "moet nog komen"),
    ],
)
def test_what_cannot_have_been_spent_is_refused(line, changes, field, told):
    with pytest.raises(DomainError, match=told) as refusal:
        book(line, **changes)
    assert refusal.value.field == field
    assert not Expense.objects.exists()


def test_a_mistake_is_put_right_by_a_counter_entry_once(line, cast):
    expense = book(line)
    counter = actions.correct_expense(expense=expense, reason="Dubbel", by=cast.coordinator)
    assert (counter.amount, counter.corrects, counter.description) == (Decimal("-12.50"), expense, "Dubbel")
    assert Expense.objects.get(pk=expense.pk).amount == Decimal("12.50")
    for again in (expense, counter):
        with pytest.raises(DomainError, match="al gecorrigeerd"):
            actions.correct_expense(expense=again, reason="Nog eens", by=None)
    assert Expense.objects.count() == 2
    assert budget_of(cast.project).spent == 0


def test_a_paid_claim_that_is_put_right_counts_no_longer(cast, line):
    claim = submit_claim(participant=cast.ans, kind="expenses", amount=Decimal("10.00"), spent_on=TODAY, by=None)
    actions.approve_payable(payable=claim, by=None)
    paid = actions.pay_payable(payable=claim, by=None)
    actions.correct_expense(expense=paid.expense, reason="Dubbel betaald", by=None)
    claim.refresh_from_db()
    assert (claim.status, claim.reason) == ("returned", "Dubbel betaald")
    assert settlement_of(cast.project).spent == 0
    submit_claim(participant=cast.ans, kind="expenses", amount=Decimal("10.00"), spent_on=TODAY, by=None)


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_the_database_itself_holds_no_expense_of_nothing_or_less(line, amount):
    with pytest.raises(IntegrityError), transaction.atomic():
        Expense.objects.create(line=line, amount=Decimal(amount), spent_on=TODAY, payee="x")


def test_the_database_itself_corrects_an_expense_once(line):
    expense = book(line)
    actions.correct_expense(expense=expense, reason="x", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Expense.objects.create(line=line, amount=Decimal("-1.00"), spent_on=TODAY, payee="x", corrects=expense)


def test_what_was_agreed_is_noted_per_group_and_may_be_taken_back(cast):
    first, second, *_rest = cast.project.budget_groups.all()
    foreign = cast.foreign.budget_groups.first()
    actions.agree_budget(
        project=cast.project,
        amounts={first.pk: Decimal("2300.00"), second.pk: None, foreign.pk: Decimal("9.00")},
        by=cast.coordinator,
    )
    for group in (first, second, foreign):
        group.refresh_from_db()
    assert (first.agreed, second.agreed, foreign.agreed) == (Decimal("2300.00"), None, Decimal("1000.00"))
    assert first.history.first().history_user == cast.coordinator


def test_the_day_of_a_correction_is_the_day_it_was_made(line, clock):
    expense = book(line, spent_on=date(2027, 1, 5))
    assert actions.correct_expense(expense=expense, reason="x", by=None).spent_on == TODAY
