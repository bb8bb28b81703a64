"""Closed books stay as they are, and hold nobody's account number."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.apps import apps
from django.db import connection

from mixen.errors import DomainError
from mixen.uploads import clean_document
from participants.actions import submit_claim
from participants.models import Claim
from projects import actions
from projects.budget import settlement_of
from projects.models import Allowance, Expense, PayBy
from tests.mixen.files import empty_pdf
from tests.projects import money
from tests.projects.money import TODAY

FIVE = Decimal("5.00")
# Deeds of these modules that change no amount: how the file of a receipt is kept, and the two about the books.
NOT_FROZEN = {"keep_receipt", "close_books", "reopen_books"}


def frozen_deeds(cast):
    """Every deed about money, on rows of the project as they were before the books were closed."""
    project, line, ours = cast.project, money.line_of(cast.project), {"by": cast.coordinator}
    group = line.group
    file = clean_document(BytesIO(empty_pdf()))
    expense = money.book(line)
    corrected = money.paid(money.claim(cast.lale, "3.00")).expense
    promised, received = (
        actions.promise_contribution(project=project, payer="x", amount=FIVE, by=None) for _n in "ab"
    )
    actions.receive_contribution(contribution=received, by=None)
    refused = actions.refuse_payable(payable=money.claim(cast.ans), reason="x", by=None)
    money.approved(money.claim(cast.joop))
    run = money.run_of(project)
    actions.pay_run(run=run, by=None)
    unused = actions.add_budget_line(group=group, code="9z", name="x", quantity=1, unit_price=FIVE, by=None)
    membership = project.memberships.get(user=cast.ambassador)
    facts = {"amount": FIVE, "spent_on": TODAY}
    return {
        "agree_budget": lambda: actions.agree_budget(project=project, total=FIVE, **ours),
        "add_budget_group": lambda: actions.add_budget_group(project=project, name="x", **ours),
        "add_budget_line": lambda: actions.add_budget_line(
            group=group, code="8z", name="x", quantity=1, unit_price=FIVE, **ours
        ),
        "change_budget_line": lambda: actions.change_budget_line(line=line, quantity=9, **ours),
        "remove_budget_line": lambda: actions.remove_budget_line(line=unused, **ours),
        "leave_out_line": lambda: actions.leave_out_line(line=money.line_of(project, "1c"), left_out=True, **ours),
        "promise_contribution": lambda: actions.promise_contribution(project=project, payer="x", amount=FIVE, **ours),
        "receive_contribution": lambda: actions.receive_contribution(contribution=promised, **ours),
        "withdraw_contribution": lambda: actions.withdraw_contribution(contribution=promised, **ours),
        "book_expense": lambda: actions.book_expense(line=line, payee="x", **facts, **ours),
        "book_purchase": lambda: actions.book_purchase(
            project=project, parts=[(line, FIVE)], spent_on=TODAY, payee="x", **ours
        ),
        "add_receipt": lambda: actions.add_receipt(expense=expense, file=file, **ours),
        "correct_expense": lambda: actions.correct_expense(expense=corrected, reason="x", **ours),
        "submit_allowance": lambda: actions.submit_allowance(membership=membership, **facts, **ours),
        "submit_claim": lambda: submit_claim(participant=cast.corrie, kind="expenses", **facts, **ours),
        "approve_payable": lambda: actions.approve_payable(payable=refused, **ours),
        "refuse_payable": lambda: actions.refuse_payable(payable=refused, reason="x", **ours),
        "pay_payable": lambda: actions.pay_payable(payable=refused, **ours),
        "start_payment_run": lambda: actions.start_payment_run(project=project, pay_by=PayBy.CASH, **ours),
        "pay_run": lambda: actions.pay_run(run=run, **ours),
        "cancel_run": lambda: actions.cancel_run(run=run, **ours),
    }


def money_deeds():
    """The names of all actions about money, read from the modules themselves."""
    from projects.actions import books, budgeting, paying
    from projects.actions import money as booking

    return {
        name
        for module in (books, budgeting, booking, paying)
        for name, found in vars(module).items()
        if getattr(found, "is_action", False)
    }


def rows_about_money(cast):
    models = [*apps.get_app_config("projects").get_models(), Claim]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def test_closed_books_freeze_every_deed_about_money(cast):
    deeds = frozen_deeds(cast)
    assert money_deeds() - NOT_FROZEN <= deeds.keys(), "a new deed about money has its line here"
    actions.close_books(project=cast.project, by=cast.coordinator)
    before = rows_about_money(cast)
    for name, deed in deeds.items():
        with pytest.raises(DomainError, match="boeken van dit project zijn gesloten"):
            deed()
        assert rows_about_money(cast) == before, name


def refusal_of(deed):
    try:
        deed()
    except DomainError as refusal:
        return refusal.message
    return ""


def test_every_one_of_these_deeds_is_free_again_after_reopening(cast):
    deeds = frozen_deeds(cast)
    actions.close_books(project=cast.project, by=cast.coordinator)
    actions.reopen_books(project=cast.project, reason="Een bon vergeten", by=cast.coordinator)
    assert [name for name, deed in deeds.items() if "boeken" in refusal_of(deed)] == []


def test_who_closed_the_books_and_when_is_kept(cast):
    closed = actions.close_books(project=cast.project, by=cast.leader)
    closed.refresh_from_db()
    assert (closed.books_closed_by, closed.books_closed_at.date()) == (cast.leader, TODAY)
    assert closed.history.first().history_user == cast.leader
    with pytest.raises(DomainError, match="gesloten"):
        actions.close_books(project=closed, by=None)


def test_closing_one_project_leaves_the_other_open(cast):
    actions.close_books(project=cast.project, by=None)
    money.book(money.line_of(cast.foreign))


def unpaid(cast):
    money.claim(cast.ans, "4.00")


def not_paid_yet(cast):
    money.approved(money.allowance(cast.project, cast.ambassador, "4.00"))


def without_a_line(cast):
    unpaid(cast)
    type(money.line_of(cast.project)).objects.filter(group__project=cast.project).update(claim_kind="")


@pytest.mark.parametrize("left_undone", [unpaid, not_paid_yet, without_a_line])
def test_books_with_something_unpaid_stay_open(cast, left_undone):
    left_undone(cast)
    with pytest.raises(DomainError, match="4,00 open"):
        actions.close_books(project=cast.project, by=None)
    cast.project.refresh_from_db()
    assert cast.project.books_closed_at is None


def test_books_with_a_run_under_way_stay_open(cast):
    money.approved(money.claim(cast.ans))
    run = money.run_of(cast.project)
    with pytest.raises(DomainError, match="open aan declaraties"):
        actions.close_books(project=cast.project, by=None)
    actions.pay_run(run=run, by=None, except_for=[Claim.objects.get().mark])
    actions.refuse_payable(payable=Claim.objects.get(), reason="Weg", by=None)
    actions.close_books(project=cast.project, by=None)


def test_an_empty_open_run_is_refused_too(cast):
    cast.project.payment_runs.create(by=PayBy.CASH)
    with pytest.raises(DomainError, match="loopt nog een betaalronde"):
        actions.close_books(project=cast.project, by=None)


def everywhere():
    """All that our tables hold, history included, as one text."""
    found = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name.startswith(("projects_", "participants_", "accounts_")):
                cursor.execute(f'SELECT * FROM "{name}"')
                found += [f"{name}: {row}" for row in cursor.fetchall()]
    return "\n".join(found)


def test_closing_forgets_every_account_number_in_history_too(cast):
    holder = "Rekening van mijn zus"
    how = money.by_bank(holder)
    money.paid(money.claim(cast.ans, **how))
    money.paid(money.allowance(cast.project, cast.ambassador, **how))
    actions.refuse_payable(payable=money.claim(cast.lale, **how), reason="x", by=None)
    actions.correct_expense(expense=money.paid(money.claim(cast.joop, **how)).expense, reason="x", by=None)
    assert money.IBAN in everywhere()
    assert holder in everywhere()
    actions.close_books(project=cast.project, by=None)
    assert money.IBAN not in everywhere()
    assert holder not in everywhere()


def test_closing_leaves_account_numbers_of_another_project(cast):
    other = money.allowance(cast.foreign, cast.foreign_ambassador, **money.by_bank())
    actions.close_books(project=cast.project, by=None)
    assert Allowance.objects.get(pk=other.pk).iban == money.IBAN


def test_closing_changes_no_sum(cast):
    money.book(money.line_of(cast.project))
    money.paid(money.claim(cast.ans))
    before = settlement_of(cast.project)
    after = settlement_of(actions.close_books(project=cast.project, by=None))
    assert (after.spent, after.left, after.unpaid, after.unexplained) == (before.spent, before.left, 0, 0)
    assert after.budget.expected == 0
    assert Expense.objects.count() == 2


def test_opening_again_asks_why_and_keeps_it(cast):
    actions.close_books(project=cast.project, by=None)
    with pytest.raises(DomainError, match="Schrijf op waarom") as refusal:
        actions.reopen_books(project=cast.project, reason="", by=cast.coordinator)
    assert refusal.value.field == "reason"
    opened = actions.reopen_books(project=cast.project, reason="Een bon vergeten", by=cast.coordinator)
    assert (opened.books_closed_at, opened.books_closed_by) == (None, None)
    assert opened.history.first().books_reopened_because == "Een bon vergeten"
    with pytest.raises(DomainError, match="al open"):
        actions.reopen_books(project=cast.project, reason="Nog eens", by=None)
