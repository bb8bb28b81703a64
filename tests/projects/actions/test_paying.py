"""What is paid back: decided once, paid once, within the cap, by itself or in a run."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from mixen.errors import DomainError
from participants.actions.claims import left_to_claim
from participants.models import Claim
from projects import actions
from projects.budget import settlement_of
from projects.models import Allowance, BudgetLine, Expense, PayBy, PaymentRun
from projects.paying import in_run, to_pay, unpaid_by_line
from tests.projects import money
from tests.projects.money import TODAY

PRICE = Decimal("75.00")


@pytest.fixture
def ready(cast):
    """Three claims and an allowance that may be paid in cash, one by bank, and one that was not decided yet."""
    rows = {
        "ans": money.approved(money.claim(cast.ans, "4.00")),
        "lale": money.approved(money.claim(cast.lale, "0.01", "public_transport")),
        "joop": money.approved(money.claim(cast.joop, "10.00")),
        "allowance": money.approved(money.allowance(cast.project, cast.ambassador, "25.50")),
        "bank": money.approved(money.claim(cast.corrie, "3.33", **money.by_bank())),
        "undecided": money.claim(cast.oksana, "2.00"),
    }
    money.approved(money.allowance(cast.foreign, cast.foreign_ambassador, "1.00"))
    return rows


CASH = ("ans", "lale", "joop", "allowance")


def now(rows):
    for row in rows.values():
        row.refresh_from_db()
    return rows


# Allowances


@pytest.fixture
def price(cast):
    BudgetLine.objects.filter(is_allowance=True).update(unit_price=PRICE)


def test_an_allowance_is_asked_approved_paid_and_an_expense_of_its_line(cast, price):
    asked = money.allowance(cast.project, cast.ambassador, "12.30", description="Reiskosten", by=cast.leader)
    paid = actions.pay_payable(payable=actions.approve_payable(payable=asked, by=cast.leader), by=cast.coordinator)
    expense = Expense.objects.get()
    assert paid.expense == expense
    assert (expense.line, expense.amount, expense.kind) == (
        money.allowance_line(cast.project), Decimal("12.30"), Expense.Kind.ALLOWANCE,
    )  # fmt: skip
    assert (paid.decided_by, expense.booked_by) == (cast.leader, cast.coordinator)
    assert settlement_of(cast.project).spent_by_kind["allowance"] == Decimal("12.30")


def test_an_allowance_above_the_cap_is_refused_with_what_is_left(cast, price):
    money.allowance(cast.project, cast.ambassador, "70.00")
    with pytest.raises(DomainError, match=r"5,00") as refusal:
        money.allowance(cast.project, cast.ambassador, "5.01")
    assert refusal.value.field == "amount"
    money.allowance(cast.project, cast.ambassador, "5.00")
    money.allowance(cast.project, cast.colleague, "75.00")


@pytest.mark.parametrize("undone", ["refused", "returned"])
def test_what_was_refused_or_paid_back_is_free_again(cast, price, undone):
    asked = money.allowance(cast.project, cast.ambassador, "75.00")
    if undone == "refused":
        actions.refuse_payable(payable=asked, reason="Dubbel", by=None)
    else:
        actions.correct_expense(expense=money.paid(asked).expense, reason="Dubbel", by=None)
    asked.refresh_from_db()
    assert (asked.status, asked.reason) == (undone, "Dubbel")
    money.allowance(cast.project, cast.ambassador, "75.00")


def test_an_allowance_is_for_an_ambassador(cast):
    with pytest.raises(DomainError, match="voor ambassadeurs") as refusal:
        money.allowance(cast.project, cast.leader)
    assert refusal.value.field == "membership"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"amount": Decimal(0)}, "amount"),
        ({"amount": Decimal("-1.00")}, "amount"),
        ({"spent_on": TODAY + timedelta(days=1)}, "spent_on"),
    ],
)
def test_an_allowance_that_cannot_be_is_refused(cast, facts, field):
    with pytest.raises(DomainError) as refusal:
        money.allowance(cast.project, cast.ambassador, **facts)
    assert refusal.value.field == field
    assert not Allowance.objects.exists()


def test_without_a_line_no_allowance(cast):
    BudgetLine.objects.filter(is_allowance=True).update(is_allowance=False)
    with pytest.raises(DomainError, match="geen regel voor vrijwilligersvergoedingen"):
        money.allowance(cast.project, cast.ambassador)


# Deciding


def test_a_claim_that_was_paid_back_frees_its_cap(cast):
    paid = money.paid(money.claim(cast.ans, "10.00"))
    assert left_to_claim(cast.ans, "expenses") == 0
    actions.correct_expense(expense=paid.expense, reason="Niet opgehaald", by=None)
    assert left_to_claim(cast.ans, "expenses") == money.CAP
    assert unpaid_by_line(cast.project) == {}
    for deed in (actions.approve_payable, actions.pay_payable):
        with pytest.raises(DomainError, match="teruggeboekt"):
            deed(payable=paid, by=None)


def test_a_cap_that_was_lowered_leaves_nothing_and_never_less(cast):
    money.claim(cast.ans, "10.00")
    type(cast.project).objects.filter(pk=cast.project.pk).update(cap_expenses=Decimal("2.50"))
    cast.ans.refresh_from_db()
    assert left_to_claim(cast.ans, "expenses") == 0
    with pytest.raises(DomainError, match=r"over is: .*0,00"):
        money.claim(cast.ans, "0.01")


def test_a_refusal_has_a_reason_in_the_database_too(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.refuse_payable(payable=money.claim(cast.ans), reason="", by=None)


# Runs


@pytest.mark.parametrize(("means", "names"), [("cash", CASH), ("transfer", ("bank",))])
def test_a_run_takes_all_that_is_ready_for_that_means_and_nothing_else(cast, ready, means, names):
    run = money.run_of(cast.project, means)
    assert {row.mark for row in in_run(run)} == {ready[name].mark for name in names}
    assert to_pay(cast.project, PayBy(means)) == []
    assert {row.status for row in in_run(run)} == {"approved"}
    assert not Expense.objects.exists()
    with pytest.raises(DomainError, match="niets om op deze manier"):
        money.run_of(cast.project, means)


def test_a_paid_run_is_an_expense_for_each_and_once(cast, ready):
    run = money.run_of(cast.project)
    day = TODAY - timedelta(days=2)
    actions.pay_run(run=run, on=day, by=cast.leader)
    now(ready)
    assert {ready[name].status for name in CASH} == {"paid"}
    assert {ready[name].expense.amount for name in CASH} == {ready[name].amount for name in CASH}
    assert set(Expense.objects.values_list("spent_on", "booked_by")) == {(day, cast.leader.pk)}
    assert Expense.objects.total() == Decimal("39.51")
    run.refresh_from_db()
    assert (run.state, run.paid_on) == (PaymentRun.State.PAID, day)
    for deed in (actions.pay_run, actions.cancel_run):
        with pytest.raises(DomainError, match="'betaald'"):
            deed(run=run, by=None)
    assert Expense.objects.count() == len(CASH)
    assert settlement_of(cast.project).unexplained == 0


def test_who_did_not_get_it_waits_for_the_next_run(cast, ready):
    run = money.run_of(cast.project)
    actions.pay_run(run=run, except_for=[ready["joop"].mark, ready["allowance"].mark, "claim-999999"], by=None)
    now(ready)
    assert Expense.objects.total() == Decimal("4.01")
    assert (ready["joop"].status, ready["joop"].run) == ("approved", None)
    following = money.run_of(cast.project)
    assert {row.mark for row in in_run(following)} == {ready["joop"].mark, ready["allowance"].mark}


def test_a_cancelled_run_paid_nothing_and_all_of_it_is_ready_again(cast, ready):
    run = money.run_of(cast.project)
    assert actions.cancel_run(run=run, by=cast.leader).state == PaymentRun.State.CANCELLED
    assert not Expense.objects.exists()
    assert {row.mark for row in to_pay(cast.project, PayBy.CASH)} == {ready[name].mark for name in CASH}
    with pytest.raises(DomainError, match="'vervallen'"):
        actions.pay_run(run=run, by=None)


@pytest.mark.parametrize("name", ["ans", "allowance"])
def test_what_stands_in_an_open_run_is_neither_paid_nor_refused_by_itself(cast, ready, name):
    run = money.run_of(cast.project)
    with pytest.raises(DomainError, match=run.reference):
        actions.pay_payable(payable=ready[name], by=None)
    with pytest.raises(DomainError, match=run.reference):
        actions.refuse_payable(payable=ready[name], reason="x", by=None)
    actions.cancel_run(run=run, by=None)
    actions.pay_payable(payable=ready[name], by=None)
    assert Expense.objects.count() == 1


def test_a_run_is_not_paid_before_its_day(cast, ready):
    run = money.run_of(cast.project)
    with pytest.raises(DomainError, match="moet nog komen") as refusal:
        actions.pay_run(run=run, on=TODAY + timedelta(days=1), by=None)
    assert refusal.value.field == "paid_on"
    assert not Expense.objects.exists()


def test_a_run_with_one_that_cannot_be_paid_pays_nobody(cast, ready):
    run = money.run_of(cast.project)
    BudgetLine.objects.filter(group__project=cast.project).update(claim_kind="")
    with pytest.raises(DomainError, match="geen regel"):
        actions.pay_run(run=run, by=None)
    run.refresh_from_db()
    assert run.state == PaymentRun.State.OPEN
    assert not Expense.objects.exists()


def test_a_run_of_one_project_takes_nothing_of_another(cast, ready):
    run = money.run_of(cast.foreign)
    assert {row.project for row in in_run(run)} == {cast.foreign}
    actions.pay_run(run=run, by=None)
    assert {row.status for row in Claim.objects.exclude(pk=ready["undecided"].pk)} == {"approved"}


def test_a_payment_out_of_a_run_that_was_put_right_stays_in_that_run(cast, ready):
    run = money.run_of(cast.project)
    actions.pay_run(run=run, by=None)
    actions.correct_expense(expense=now(ready)["ans"].expense, reason="Kwam terug", by=None)
    assert now(ready)["ans"].status == "returned"
    assert len(in_run(run)) == len(CASH)
    assert Expense.objects.total() == Decimal("35.51")


def test_every_run_has_a_reference_of_its_own_that_a_bank_can_print(cast, ready):
    references = {money.run_of(cast.project, means).reference for means in PayBy}
    assert len(references) == 2
    assert all(name.startswith("MIM") and name.isalnum() and len(name) == 11 for name in references)
