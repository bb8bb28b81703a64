"""Money asked for, decided and paid by many at once, on a real PostgreSQL: caps hold and each is paid once."""

from decimal import Decimal
from functools import partial
from itertools import chain

import pytest
from django.db.models import Sum

from participants.actions import submit_claim
from participants.models import Claim
from projects import actions
from projects.budget import settlement_of
from projects.models import Allowance, BudgetLine, Expense, PayBy, PaymentRun
from tests.conftest import Cast
from tests.postgres.threads import at_once, refusals, successes
from tests.projects import money

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

MANY = 20


def test_twenty_that_hand_in_approve_and_pay_at_once_pass_no_cap(cast: Cast) -> None:
    """Each hands in, has it approved and paid, all twenty at the same moment, for one person."""

    def whole_way() -> Claim:
        asked = money.claim(cast.lale, "3.00")
        return actions.pay_payable(payable=actions.approve_payable(payable=asked, by=None), by=None)  # type: ignore[return-value]

    answers = at_once([whole_way] * MANY)
    assert len(successes(answers)) == 3
    assert all("meer dan er nog over is" in error.message for error in refusals(answers))
    assert Expense.objects.total() == Decimal("9.00") <= cast.project.cap_expenses
    assert settlement_of(cast.project).unexplained == 0


def test_twenty_approvals_and_payments_of_the_same_claims_pay_each_once(cast: Cast) -> None:
    claims = [money.claim(cast.lale, "2.50") for _n in range(4)]
    approvals = at_once([partial(actions.approve_payable, payable=one, by=cast.leader) for one in claims * 5])
    assert len(successes(approvals)) == 4
    payments = at_once([partial(actions.pay_payable, payable=one, by=cast.leader) for one in claims * 5])
    assert (len(successes(payments)), len(refusals(payments))) == (4, 16)
    assert Expense.objects.total() == Decimal("10.00")


def test_twenty_allowances_at_once_pass_no_cap(cast: Cast) -> None:
    BudgetLine.objects.filter(is_allowance=True).update(unit_price=Decimal("10.00"))
    answers = at_once([partial(money.allowance, cast.project, cast.ambassador, "3.00")] * MANY)
    assert (len(successes(answers)), len(refusals(answers))) == (3, 17)
    assert Allowance.objects.all().standing().total() == Decimal("9.00")


@pytest.fixture
def ready(cast: Cast) -> list[Claim]:
    return [money.approved(money.claim(who, "2.00")) for who in cast.people.values()]


def test_a_run_started_twenty_times_at_once_is_one_run(cast: Cast, ready: list[Claim]) -> None:
    answers = at_once([partial(actions.start_payment_run, project=cast.project, pay_by=PayBy.CASH, by=None)] * MANY)
    assert (len(successes(answers)), len(refusals(answers))) == (1, MANY - 1)
    assert set(Claim.objects.values_list("run", flat=True)) == {PaymentRun.objects.get().pk}


def test_a_run_paid_twenty_times_at_once_pays_each_once(cast: Cast, ready: list[Claim]) -> None:
    run = money.run_of(cast.project)
    answers = at_once([partial(actions.pay_run, run=run, by=cast.leader)] * MANY)
    assert (len(successes(answers)), len(refusals(answers))) == (1, MANY - 1)
    assert Expense.objects.count() == len(ready)
    assert Expense.objects.total() == Decimal("2.00") * len(ready)


def test_a_run_is_paid_or_cancelled_or_its_claims_are_paid_alone_and_never_two_of_these(
    cast: Cast, ready: list[Claim]
) -> None:
    run = money.run_of(cast.project)
    deeds = [
        *[partial(actions.pay_run, run=run, by=None)] * 5,
        *[partial(actions.cancel_run, run=run, by=None)] * 5,
        *[partial(actions.pay_payable, payable=one, by=None) for one in ready],
        *[partial(actions.start_payment_run, project=cast.project, pay_by=PayBy.CASH, by=None)] * 2,
    ]
    refusals(at_once(deeds))
    paid = Claim.objects.filter(status="paid")
    assert Expense.objects.count() == paid.count()
    assert Expense.objects.total() == (paid.aggregate(total=Sum("amount"))["total"] or Decimal(0))
    assert set(paid.values_list("expense", flat=True)) == set(Expense.objects.values_list("pk", flat=True))


def test_closing_while_twenty_still_hand_in_and_book_leaves_nothing_open(cast: Cast) -> None:
    line = money.line_of(cast.project)
    claims = [
        partial(submit_claim, participant=who, kind="expenses", amount=Decimal("2.00"), spent_on=money.TODAY, by=None)
        for who in cast.people.values()
    ]
    bookings = [partial(money.book, line, "1.00")] * len(claims)
    close = partial(actions.close_books, project=cast.project, by=None)
    deeds = [*chain(*zip(claims, bookings, strict=True)), *[close] * 4]
    refusals(at_once(deeds))
    settlement = settlement_of(cast.project)
    cast.project.refresh_from_db()
    assert settlement.unexplained == 0
    if cast.project.books_closed_at:
        assert settlement.unpaid == 0
        later = Expense.objects.filter(booked_at__gt=cast.project.books_closed_at)
        assert not later.exists()


def test_an_expense_put_right_twenty_times_at_once_is_put_right_once(cast: Cast) -> None:
    paid = money.paid(money.claim(cast.lale, "5.00"))
    answers = at_once([partial(actions.correct_expense, expense=paid.expense, reason="x", by=None)] * MANY)
    assert (len(successes(answers)), len(refusals(answers))) == (1, MANY - 1)
    assert Expense.objects.total() == 0
