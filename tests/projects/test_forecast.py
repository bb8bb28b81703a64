"""What is still to come on each line: from what is planned, and from what people may still claim."""

from datetime import timedelta
from decimal import Decimal

from participants.actions import withdraw
from projects import actions
from projects.budget import budget_of, settlement_of
from projects.models import BudgetLine, Project
from tests.projects import money

CAP = money.CAP
PER = BudgetLine.Per


def line(cast, code="1b"):
    (found,) = [one for one in budget_of(cast.project).lines if one.line.code == code]
    return found


def set_up(cast, per, quantity, price, code="1b"):
    row = money.line_of(cast.project, code)
    BudgetLine.objects.filter(pk=row.pk).update(per=per, quantity=quantity, unit_price=Decimal(price))
    row.refresh_from_db()
    return row


def test_a_line_per_meeting_costs_its_price_for_each_meeting_to_come(cast, clock):
    """The information meeting was, the mix meeting is today; the closing meeting is to come."""
    set_up(cast, PER.MEETING, 4, "200.00")
    assert line(cast).expected == Decimal("200.00")
    clock.shift(timedelta(days=-1))
    assert line(cast).expected == Decimal("400.00")
    clock.shift(timedelta(days=200))
    assert line(cast).expected == 0


def test_a_meeting_that_is_added_is_expected_too(cast):
    set_up(cast, PER.MEETING, 4, "200.00")
    begin = cast.project.meetings.get(kind="mix").starts_at + timedelta(days=30)
    actions.plan_meeting(
        project=cast.project, kind="interim", starts_at=begin, ends_at=begin + timedelta(hours=2), by=None
    )
    assert line(cast).expected == Decimal("400.00")


def test_a_line_per_ambassador_costs_what_they_have_not_had(cast):
    code = money.allowance_line(cast.project).code
    price = money.allowance_line(cast.project).unit_price
    assert line(cast, code).expected == 2 * price
    money.paid(money.allowance(cast.project, cast.ambassador, "12.50"))
    assert line(cast, code).expected == 2 * price - Decimal("12.50")
    money.allowance(cast.project, cast.colleague, "5.00")
    assert line(cast, code).expected == 2 * price - Decimal("12.50")
    assert line(cast, code).unpaid == Decimal("5.00")


def test_a_line_booked_once_costs_its_price_for_each_time_that_was_not_booked(cast):
    row = set_up(cast, PER.ONCE, 3, "75.00")
    expense = money.book(row, "60.00")
    assert line(cast).expected == Decimal("150.00")
    money.book(row, "90.00")
    actions.correct_expense(expense=expense, reason="x", by=None)
    assert line(cast).expected == Decimal("150.00")
    for _n in range(3):
        money.book(row, "1.00")
    assert line(cast).expected == 0


def test_a_line_per_participant_costs_what_was_not_spent(cast):
    row = set_up(cast, PER.PARTICIPANT, 40, "2.50")
    money.book(row, "30.00")
    assert line(cast).expected == Decimal("70.00")
    money.book(row, "80.00")
    assert line(cast).expected == 0
    assert line(cast).left_in_the_end == Decimal("-10.00")


def test_who_takes_part_may_still_claim_up_to_the_cap(cast):
    everybody = len(cast.people) * CAP
    assert line(cast, "3b").expected == everybody
    money.claim(cast.ans, "4.00")
    assert (line(cast, "3b").expected, line(cast, "3b").unpaid) == (everybody, Decimal("4.00"))
    money.paid(money.claim(cast.lale, "4.00"))
    assert line(cast, "3b").expected == everybody - Decimal("4.00")
    assert line(cast, "3b").forecast == everybody
    actions.refuse_payable(payable=money.claim(cast.joop, "4.00"), reason="x", by=None)
    assert line(cast, "3b").forecast == everybody
    assert line(cast, "3a").forecast == everybody


def test_what_somebody_who_left_handed_in_is_still_to_be_paid(cast):
    money.claim(cast.ans, "4.00")
    withdraw(participant=cast.ans, reason="Ziek", by=cast.coordinator)
    found = line(cast, "3b")
    assert found.unpaid == Decimal("4.00")
    assert found.expected == (len(cast.people) - 1) * CAP + Decimal("4.00")


def test_what_somebody_who_left_was_paid_takes_nothing_from_the_others(cast):
    money.paid(money.claim(cast.ans, "4.00"))
    withdraw(participant=cast.ans, reason="Ziek", by=cast.coordinator)
    assert line(cast, "3b").expected == (len(cast.people) - 1) * CAP


def test_a_cap_that_was_lowered_brings_nobody_below_nothing(cast):
    money.paid(money.claim(cast.ans, "10.00"))
    money.claim(cast.lale, "8.00")
    Project.objects.filter(pk=cast.project.pk).update(cap_expenses=Decimal("2.00"))
    cast.project.refresh_from_db()
    assert line(cast, "3b").expected == Decimal("8.00") + (len(cast.people) - 2) * Decimal("2.00")


def test_a_line_that_is_left_out_expects_nothing(cast):
    row = money.line_of(cast.project)
    before = budget_of(cast.project)
    actions.leave_out_line(line=row, left_out=True, by=None)
    assert line(cast).expected == 0
    assert budget_of(cast.project).forecast == before.forecast - before.expected + budget_of(cast.project).expected


def test_closed_books_expect_nothing(cast):
    assert budget_of(actions.close_books(project=cast.project, by=None)).expected == 0


def test_another_project_expects_nothing_of_ours(cast):
    before = budget_of(cast.foreign)
    money.paid(money.claim(cast.ans))
    money.allowance(cast.project, cast.ambassador)
    after = budget_of(cast.foreign)
    assert (after.expected, after.unpaid, after.spent) == (before.expected, 0, 0)
    assert settlement_of(cast.foreign).unpaid == 0


def test_what_is_expected_is_added_up_per_group_and_in_all(cast):
    budget = budget_of(cast.project)
    assert budget.expected == sum((one.expected for one in budget.lines), Decimal(0)) > 0
    assert budget.forecast == budget.spent + budget.expected
    assert budget.left_in_the_end == budget.agreed - budget.forecast
    for group in budget.groups:
        assert group.left_in_the_end == group.left - group.expected
