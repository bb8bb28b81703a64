"""Booking, putting right, agreeing."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from mixen.errors import DomainError
from mixen.uploads import clean_document
from participants.actions import submit_claim
from projects import actions
from projects.budget import budget_of, settlement_of
from projects.models import BudgetLine, Expense, Receipt
from tests.conftest import NOW
from tests.mixen import files
from tests.projects.money import allowance, allowance_line, line_of, paid

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
    done = actions.pay_payable(payable=claim, by=None)
    actions.correct_expense(expense=done.expense, reason="Dubbel betaald", by=None)
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


def purchase(project, parts, **facts):
    given = {"spent_on": TODAY, "payee": "Bouwmarkt", "by": None, **facts}
    return actions.book_purchase(project=project, parts=[(line, Decimal(amount)) for line, amount in parts], **given)


def receipt(content=None):
    return clean_document(BytesIO(content or files.jpeg_that_tells()))


def test_a_purchase_is_split_over_lines_with_one_receipt(cast):
    lines = [line_of(cast.project, code) for code in ("1a", "1b", "1d")]
    made = purchase(
        cast.project, zip(lines, ("10.01", "0.02", "5.00"), strict=True), receipt=receipt(), by=cast.leader
    )
    assert {one.receipt for one in made} == {Receipt.objects.get()}
    assert Expense.objects.total() == Decimal("15.03")
    assert {one.payee for one in made} == {"Bouwmarkt"}


def test_a_purchase_of_which_one_part_cannot_be_is_not_booked_at_all(cast, line):
    with pytest.raises(DomainError, match="meer zijn dan 0"):
        purchase(cast.project, [(line, "5.00"), (line_of(cast.project, "1a"), "0.00")], receipt=receipt())
    assert not Expense.objects.exists()
    assert not Receipt.objects.exists()


def test_a_purchase_of_nothing_is_refused(cast):
    with pytest.raises(DomainError, match="ten minste één"):
        purchase(cast.project, [])


def test_a_purchase_on_a_line_of_another_project_is_refused(cast, line):
    with pytest.raises(DomainError, match="regel van dit project"):
        purchase(cast.project, [(line, "5.00"), (line_of(cast.foreign), "5.00")])
    assert not Expense.objects.exists()


def test_what_is_booked_on_the_line_of_the_allowances_is_one(cast):
    (made,) = purchase(cast.project, [(allowance_line(cast.project), "5.00")])
    assert made.kind == Expense.Kind.ALLOWANCE


def test_a_receipt_comes_later_once_and_tells_nothing_but_the_project(cast, line):
    expense = book(line)
    kept = actions.add_receipt(expense=expense, file=receipt(), by=cast.leader)
    with kept.file.open("rb") as source:
        content = source.read()
    assert files.MARK.encode() not in content
    assert (kept.sha256, kept.media_type, kept.added_by) == (receipt().sha256, "image/jpeg", cast.leader)
    assert kept.file.name.startswith(f"receipts/bon-{cast.project.slug}")
    expense.refresh_from_db()
    assert expense.receipt == kept
    with pytest.raises(DomainError, match="al een bon"):
        actions.add_receipt(expense=expense, file=receipt(), by=None)


def test_a_receipt_is_opened_through_its_own_project_alone(cast, as_user, line):
    kept = actions.add_receipt(expense=book(line), file=receipt(files.empty_pdf()), by=None)
    client = as_user(cast.coordinator)
    answer = client.get(f"{cast.project.get_absolute_url()}geld/bonnen/{kept.pk}/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"{cast.foreign.get_absolute_url()}geld/bonnen/{kept.pk}/").status_code == 404


def test_an_expense_of_another_project_is_not_found_through_this_one(cast, as_user, line):
    expense = book(line_of(cast.foreign))
    for deed in ("terugboeken", "bon"):
        path = f"{cast.project.get_absolute_url()}geld/uitgaven/{expense.pk}/{deed}/"
        assert as_user(cast.coordinator).post(path, {"reason": "x"}).status_code == 404
    assert Expense.objects.count() == 1


def test_putting_right_what_was_paid_back_tells_the_allowance(cast, line):
    row = paid(allowance(cast.project, cast.ambassador, "5.00"))
    actions.correct_expense(expense=row.expense, reason="Kwam terug", by=None)
    row.refresh_from_db()
    assert (row.status, row.reason) == ("returned", "Kwam terug")
