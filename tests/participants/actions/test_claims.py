"""Claims: never more than the cap, decided once, and paid as an expense of their line."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mixen.errors import DomainError
from participants import actions
from participants.actions.claims import left_to_claim
from participants.models import Claim
from projects import actions as money
from projects.budget import settlement_of
from projects.models import BudgetLine, ClaimKind, Expense, Project
from tests.conftest import NOW

TODAY = NOW.date()
CAP = Decimal("10.00")


def submit(who, amount, kind=ClaimKind.EXPENSES, **changes):
    facts = {"amount": Decimal(amount), "spent_on": TODAY, "by": None, **changes}
    return actions.submit_claim(participant=who, kind=kind, **facts)


def pay(claim, by=None):
    money.approve_payable(payable=claim, by=by)
    return money.pay_payable(payable=claim, by=by)


@pytest.mark.parametrize(
    ("amounts", "left"), [(["10.00"], "0.00"), (["4.50", "5.50"], "0.00"), (["0.01"], "9.99"), ([], "10.00")]
)
def test_up_to_the_cap_everything_may_be_claimed(cast, amounts, left):
    for amount in amounts:
        submit(cast.ans, amount)
    assert left_to_claim(cast.ans, ClaimKind.EXPENSES) == Decimal(left)


@pytest.mark.parametrize(
    ("before", "amount", "left"), [([], "10.01", "10,00"), (["4.50"], "5.51", "5,50"), (["10.00"], "0.01", "0,00")]
)
def test_above_the_cap_is_refused_with_what_is_left(cast, before, amount, left):
    for known in before:
        submit(cast.ans, known)
    with pytest.raises(DomainError, match=left) as refusal:
        submit(cast.ans, amount)
    assert refusal.value.field == "amount"
    assert Claim.objects.count() == len(before)


def test_each_kind_and_each_person_has_a_cap_of_its_own(cast):
    submit(cast.ans, "10.00")
    submit(cast.ans, "10.00", ClaimKind.PUBLIC_TRANSPORT)
    submit(cast.lale, "10.00")
    assert Claim.objects.count() == 3


def test_the_cap_is_the_project_s_own(cast):
    Project.objects.filter(pk=cast.project.pk).update(cap_expenses=Decimal("2.50"), cap_transport=Decimal("30.00"))
    with pytest.raises(DomainError, match="2,50"):
        submit(cast.ans, "2.51")
    submit(cast.ans, "30.00", ClaimKind.PUBLIC_TRANSPORT)


def test_a_day_to_come_is_refused(cast):
    with pytest.raises(DomainError, match="nog komen") as refusal:
        submit(cast.ans, "1.00", spent_on=TODAY + timedelta(days=1))
    assert refusal.value.field == "spent_on"


@pytest.mark.parametrize(
    ("status", "may"),
    [("interested", False), ("signed_up", True), ("coupled", True), ("completed", True), ("stopped", False)],
)
def test_who_does_not_take_part_claims_nothing(cast, status, may):
    type(cast.ans).objects.filter(pk=cast.ans.pk).update(status=status)
    if may:
        submit(cast.ans, "1.00")
    else:
        with pytest.raises(DomainError) as refusal:
            submit(cast.ans, "1.00")
        assert refusal.value.field == "participant"
    assert Claim.objects.count() == may


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_nothing_or_less_is_refused_in_words(cast, amount):
    with pytest.raises(DomainError):
        submit(cast.ans, amount)


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_the_database_itself_holds_no_claim_of_nothing_or_less(cast, amount):
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(participant=cast.ans, kind="expenses", amount=Decimal(amount), spent_on=TODAY)


def test_a_refused_claim_does_not_count_against_the_cap(cast):
    claim = submit(cast.ans, "10.00")
    money.refuse_payable(payable=claim, reason="Geen bon", by=cast.coordinator)
    submit(cast.ans, "10.00")
    claim.refresh_from_db()
    assert (claim.status, claim.reason, claim.decided_by) == ("refused", "Geen bon", cast.coordinator)


@pytest.mark.parametrize(("kind", "code"), [(ClaimKind.EXPENSES, "3b"), (ClaimKind.PUBLIC_TRANSPORT, "3a")])
def test_a_paid_claim_is_an_expense_of_its_line(cast, kind, code):
    claim = pay(submit(cast.ans, "7.20", kind), by=cast.coordinator)
    expense = Expense.objects.get()
    assert claim.expense == expense
    assert (expense.line.code, expense.amount, expense.kind) == (code, Decimal("7.20"), "claim")
    assert expense.line.group.project == cast.project
    assert expense.booked_by == cast.coordinator
    assert cast.ans.person.name not in f"{expense.payee} {expense.description}"
    assert settlement_of(cast.project).spent_by_kind["claim"] == Decimal("7.20")
    assert settlement_of(cast.project).unexplained == 0


def test_without_a_line_nothing_is_paid(cast):
    claim = submit(cast.ans, "7.20")
    money.approve_payable(payable=claim, by=None)
    BudgetLine.objects.filter(group__project=cast.project).update(claim_kind="")
    with pytest.raises(DomainError, match="geen regel"):
        money.pay_payable(payable=claim, by=None)
    claim.refresh_from_db()
    assert claim.status == "approved"
    assert not Expense.objects.exists()


DEEDS = {
    "approve": lambda claim: money.approve_payable(payable=claim, by=None),
    "refuse": lambda claim: money.refuse_payable(payable=claim, reason="Geen bon", by=None),
    "pay": lambda claim: money.pay_payable(payable=claim, by=None),
}
POSSIBLE = {
    "submitted": {"approve", "refuse"},
    "approved": {"refuse", "pay"},
    "refused": set(),
    "paid": set(),
}


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("status", POSSIBLE)
def test_a_claim_is_decided_once(cast, status, deed):
    claim = submit(cast.ans, "5.00")
    for step in {"approved": ["approve"], "refused": ["refuse"], "paid": ["approve", "pay"]}.get(status, []):
        DEEDS[step](claim)
    if deed in POSSIBLE[status]:
        assert DEEDS[deed](claim).status != status
    else:
        with pytest.raises(DomainError):
            DEEDS[deed](claim)
        assert Claim.objects.get().status == status
    assert Expense.objects.count() == Claim.objects.filter(status="paid").count()


steps = st.lists(
    st.tuples(
        st.sampled_from(["submit", "submit", *DEEDS]),
        st.sampled_from(ClaimKind.values),
        st.integers(min_value=1, max_value=12_00),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_whatever_happens_the_cap_is_never_passed(cast, steps):
    with transaction.atomic():
        for deed, kind, cents in steps:
            before = left_to_claim(cast.ans, kind)
            amount = Decimal(cents) / 100
            if deed == "submit":
                accepted = True
                try:
                    submit(cast.ans, amount, kind)
                except DomainError:
                    accepted = False
                assert accepted is (amount <= before)
            else:
                claims = list(Claim.objects.order_by("pk"))
                try:
                    DEEDS[deed](claims[cents % len(claims)]) if claims else None
                except DomainError:
                    continue
            for each in ClaimKind.values:
                standing = Claim.objects.standing().filter(participant=cast.ans, kind=each).total()
                assert standing <= CAP
                assert standing + left_to_claim(cast.ans, each) == CAP
        paid = Claim.objects.filter(status="paid").total()
        assert settlement_of(cast.project).spent == paid
        assert settlement_of(cast.project).unexplained == 0
        transaction.set_rollback(True)
