"""The budget itself: lines, what was agreed, who pays; each refusal in words, another project's rows untouched."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from mixen.errors import DomainError
from projects import actions
from projects.budget import budget_of, settlement_of
from projects.models import BudgetLine, Contribution
from tests.projects import money
from tests.projects.money import TODAY

FIVE = Decimal("5.00")


@pytest.fixture
def group(cast):
    return cast.project.budget_groups.first()


def add(group, **changes):
    facts = {"code": "9a", "name": "Bloemen", "quantity": 3, "unit_price": Decimal("2.35"), "by": None}
    return actions.add_budget_line(group=group, **{**facts, **changes})


def test_a_new_line_counts_in_every_sum(cast, group):
    before = budget_of(cast.project)
    line = add(group, per=BudgetLine.Per.ONCE, is_optional=True, by=cast.leader)
    after = budget_of(cast.project)
    assert line.derived == Decimal("7.05")
    assert after.derived - before.derived == Decimal("7.05")
    assert after.expected - before.expected == Decimal("7.05")
    assert line.history.first().history_user == cast.leader


@pytest.mark.parametrize("code", ["1b", "1B"])
def test_a_code_stands_once_in_a_project_whatever_its_group(cast, code):
    last = cast.project.budget_groups.last()
    with pytest.raises(DomainError, match="al een regel met deze code") as refusal:
        add(last, code=code)
    assert refusal.value.field == "code"
    with pytest.raises(DomainError, match="al een regel met deze code"):
        actions.change_budget_line(line=money.line_of(cast.project, "1a"), code=code, by=None)


def test_a_code_may_stand_in_each_project(cast, group):
    add(group)
    add(cast.foreign.budget_groups.first())


def test_a_line_that_keeps_its_code_is_changed(cast):
    line = actions.change_budget_line(
        line=money.line_of(cast.project), code="1b", quantity=2, unit_price=Decimal("1.10"), by=None
    )
    assert line.derived == Decimal("2.20")


def test_what_a_line_pays_cannot_be_changed_by_hand(cast):
    line = money.line_of(cast.project, "3b")
    actions.change_budget_line(line=line, claim_kind="", is_allowance=True, left_out=True, agreed=FIVE, by=None)
    line.refresh_from_db()
    assert (line.claim_kind, line.is_allowance, line.left_out, line.agreed) == ("expenses", False, False, None)


def test_a_line_that_was_never_used_goes(cast, group):
    line = add(group)
    actions.remove_budget_line(line=line, by=None)
    assert not BudgetLine.objects.filter(pk=line.pk).exists()


def test_a_line_with_a_booking_stays_also_when_it_was_put_right(cast):
    line = money.line_of(cast.project)
    expense = money.book(line)
    actions.correct_expense(expense=expense, reason="x", by=None)
    with pytest.raises(DomainError, match="is geboekt"):
        actions.remove_budget_line(line=line, by=None)


@pytest.mark.parametrize("code", ["3a", "3b"])
def test_a_line_for_claims_or_allowances_stays(cast, code):
    for line in (money.line_of(cast.project, code), money.allowance_line(cast.project)):
        with pytest.raises(DomainError, match="moet blijven"):
            actions.remove_budget_line(line=line, by=None)


def test_an_optional_line_is_left_out_and_taken_in_again(cast):
    line = money.line_of(cast.project)
    before = budget_of(cast.project)
    out = actions.leave_out_line(line=line, left_out=True, by=None)
    without = budget_of(cast.project)
    assert out.derived == 0
    assert before.derived - without.derived == line.derived
    with pytest.raises(DomainError, match="doet in dit project niet mee") as refusal:
        money.book(out)
    assert refusal.value.field == "line"
    actions.leave_out_line(line=line, left_out=False, by=None)
    assert budget_of(cast.project).derived == before.derived


def test_a_line_that_is_not_optional_takes_part(cast):
    with pytest.raises(DomainError, match="niet verplicht is, kan vervallen"):
        actions.leave_out_line(line=money.line_of(cast.project, "3b"), left_out=True, by=None)


def test_a_line_with_money_spent_takes_part_until_that_is_put_right(cast):
    line = money.line_of(cast.project)
    expense = money.book(line)
    with pytest.raises(DomainError, match="al geld uitgegeven"):
        actions.leave_out_line(line=line, left_out=True, by=None)
    actions.correct_expense(expense=expense, reason="x", by=None)
    assert actions.leave_out_line(line=line, left_out=True, by=None).left_out


def test_a_line_that_is_left_out_stays_optional(cast):
    line = actions.leave_out_line(line=money.line_of(cast.project), left_out=True, by=None)
    with pytest.raises(DomainError, match="Neem die eerst weer op") as refusal:
        actions.change_budget_line(line=line, is_optional=False, by=None)
    assert refusal.value.field == "is_optional"


def test_a_group_comes_after_the_last(cast):
    numbers = [group.number for group in cast.project.budget_groups.all()]
    assert actions.add_budget_group(project=cast.project, name="Extra", by=None).number == max(numbers) + 1
    cast.foreign.budget_groups.all().delete()
    assert actions.add_budget_group(project=cast.foreign, name="Eerste", by=None).number == 1


def test_what_was_agreed_is_noted_in_all_per_group_and_per_line(cast, group):
    line, foreign = money.line_of(cast.project), money.line_of(cast.foreign)
    actions.agree_budget(
        project=cast.project,
        total=Decimal("5975.00"),
        amounts={group.pk: Decimal("2300.00")},
        lines={line.pk: Decimal("750.00"), foreign.pk: FIVE},
        by=None,
    )
    cast.project.refresh_from_db()
    foreign.refresh_from_db()
    budget = budget_of(cast.project)
    assert (budget.agreed, foreign.agreed) == (Decimal("5975.00"), None)
    (found,) = [each for each in budget.lines if each.line == line]
    assert (found.agreed, found.difference) == (Decimal("750.00"), Decimal("750.00") - line.derived)
    levels = {place.level for place in budget.differences}
    assert levels == {"line", "group", "total"}
    assert settlement_of(cast.project).unexplained == 0


# Who pays


def promise(project, amount="5975.00", **facts):
    return actions.promise_contribution(
        project=project, **{"payer": "Stadsdeel", "amount": Decimal(amount), "by": None, **facts}
    )


def test_what_was_promised_and_received_is_told_apart(cast):
    whole, part = promise(cast.project, "4000.00", is_district=True), promise(cast.project, "250.50")
    promise(cast.foreign, "9.00")
    actions.receive_contribution(contribution=part, by=None)
    settlement = settlement_of(cast.project)
    assert settlement.contributions == [whole, part]
    assert (settlement.promised, settlement.received) == (Decimal("4250.50"), Decimal("250.50"))
    assert settlement.to_receive == Decimal("4000.00")
    assert settlement.covered_twice - settlement.uncovered == Decimal("4250.50") - settlement.budget.agreed


def test_as_long_as_nobody_promised_nothing_is_called_uncovered(cast):
    assert settlement_of(cast.project).uncovered == 0


def test_a_contribution_comes_in_once_and_not_before_its_day(cast):
    contribution = promise(cast.project)
    with pytest.raises(DomainError, match="moet nog komen") as refusal:
        actions.receive_contribution(contribution=contribution, on=TODAY + timedelta(days=1), by=None)
    assert refusal.value.field == "received_on"
    assert actions.receive_contribution(contribution=contribution, by=None).received_on == TODAY
    with pytest.raises(DomainError, match="was al ontvangen"):
        actions.receive_contribution(contribution=contribution, by=None)
    with pytest.raises(DomainError, match="al ontvangen"):
        actions.withdraw_contribution(contribution=contribution, by=None)


def test_a_promise_that_is_off_is_gone(cast):
    actions.withdraw_contribution(contribution=promise(cast.project), by=None)
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_the_database_itself_holds_no_contribution_of_nothing_or_less(cast, amount):
    with pytest.raises(IntegrityError), transaction.atomic():
        promise(cast.project, amount)


# Another project's rows are not there


@pytest.mark.parametrize(
    "address",
    [
        "begroting/groepen/{group}/regel/",
        "begroting/regels/{line}/",
        "begroting/regels/{line}/vervalt/",
        "begroting/regels/{line}/weg/",
        "bijdragen/{contribution}/ontvangen/",
        "bijdragen/{contribution}/vervalt/",
    ],
)
def test_rows_of_another_project_are_not_found_through_this_one(cast, as_user, address):
    rows = {
        "group": cast.foreign.budget_groups.first().pk,
        "line": money.line_of(cast.foreign).pk,
        "contribution": promise(cast.foreign).pk,
    }
    path = f"{cast.project.get_absolute_url()}geld/{address.format(**rows)}"
    assert as_user(cast.coordinator).post(path, {}).status_code == 404
    own = f"{cast.foreign.get_absolute_url()}geld/{address.format(**rows)}"
    assert as_user(cast.coordinator).post(own, {}).status_code in (302, 422)
