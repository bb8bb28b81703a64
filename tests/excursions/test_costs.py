"""What an excursion costs: the price that holds for each, what was paid, and one expense in the books."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from excursions.actions import (
    book_costs,
    cancel_excursion,
    cancel_signup,
    note_attendance,
    note_paid,
    pay_the_price,
    sign_up,
)
from excursions.costs import costs_of
from excursions.models import Excursion, Signup
from mixen.errors import DomainError
from projects.actions import close_books, correct_expense
from projects.models import BudgetLine, Expense
from tests.conftest import Cast
from tests.excursions.conftest import Plan, Turn


@pytest.fixture
def trip(cast: Cast, plan: Plan, afterwards: Turn) -> Excursion:
    """Ans with a Stadspas, Willem and Joop without; Joop did not come."""
    cast.ans.person.has_stadspas = True
    cast.ans.person.save()
    made: Excursion = plan(4, price=Decimal("8.50"), stadspas_price=Decimal("2.25"))
    sign_up(excursion=made, people=[cast.ans, cast.willem, cast.joop], by=None)
    afterwards()
    for name, came in (("ans", True), ("willem", True), ("joop", False)):
        note_attendance(signup=mine(cast, name), attended=came, by=None)
    return made


def mine(cast: Cast, name: str) -> Signup:
    return Signup.objects.get(participant=cast.people[name])


def sums(trip: Excursion) -> tuple[Decimal, Decimal]:
    found = costs_of(Excursion.objects.get(pk=trip.pk))
    return found.paid, found.to_come


@pytest.fixture
def line(cast: Cast) -> Any:
    return BudgetLine.objects.get(group__project=cast.project, name__icontains="entree")


def book(trip: Excursion, line: BudgetLine, cast: Cast, amount: str) -> Expense:
    return book_costs(
        excursion=trip,
        line=line,
        amount=Decimal(amount),
        spent_on=date(2027, 4, 2),
        payee="Rederij",
        by=cast.leader,
    )


def test_the_price_that_holds_and_nobody_who_stayed_away(cast: Cast, trip: Excursion) -> None:
    assert sums(trip) == (0, Decimal("10.75"))
    assert pay_the_price(excursion=trip, by=cast.leader) == 2
    assert sums(trip) == (Decimal("10.75"), 0)
    assert mine(cast, "joop").paid is None


def test_another_amount_and_a_ticket_for_who_did_not_come(cast: Cast, trip: Excursion) -> None:
    cancelled = mine(cast, "joop")
    note_paid(excursion=trip, amounts={mine(cast, "ans").pk: Decimal(0), cancelled.pk: Decimal("8.50")}, by=None)
    assert sums(trip) == (Decimal("8.50"), Decimal("8.50"))
    cancel_signup(signup=cancelled, by=None)
    assert sums(trip) == (Decimal("8.50"), Decimal("8.50"))
    note_paid(excursion=trip, amounts={cancelled.pk: None}, by=None)
    assert sums(trip) == (0, Decimal("8.50"))


def test_of_a_trip_that_is_off_only_what_was_paid_counts(cast: Cast, plan: Plan) -> None:
    off = plan(4, name="Hortus", price=Decimal(9))
    ans, _joop = sign_up(excursion=off, people=[cast.ans, cast.joop], by=None)
    note_paid(excursion=off, amounts={ans.pk: Decimal(9)}, by=None)
    cancel_excursion(excursion=off, reason="Storm", by=None)
    assert sums(off) == (9, 0)


def test_booked_once_as_one_expense_and_again_after_it_was_undone(cast: Cast, trip: Excursion, line: Any) -> None:
    pay_the_price(excursion=trip, by=cast.leader)
    expense = book(trip, line, cast, "10.75")
    assert (expense.line, expense.amount, expense.booked_by) == (line, Decimal("10.75"), cast.leader)
    assert "Rondvaart" in expense.description
    for again in (
        lambda: book(trip, line, cast, "10.75"),
        lambda: note_paid(excursion=trip, amounts={mine(cast, "ans").pk: Decimal(1)}, by=None),
        lambda: pay_the_price(excursion=trip, by=None),
    ):
        with pytest.raises(DomainError, match="al geboekt"):
            again()
    correct_expense(expense=expense, reason="Verkeerd bedrag", by=cast.leader)
    note_paid(excursion=trip, amounts={mine(cast, "ans").pk: Decimal(1)}, by=None)
    assert book(trip, line, cast, "9.50").amount == Decimal("9.50")
    assert Expense.objects.of_project(cast.project).total() == Decimal("9.50")


def test_nothing_paid_another_sum_and_a_foreign_line_are_refused(cast: Cast, trip: Excursion, line: Any) -> None:
    with pytest.raises(DomainError, match="Noteer eerst"):
        book(trip, line, cast, "10.75")
    pay_the_price(excursion=trip, by=None)
    with pytest.raises(DomainError, match="intussen"):
        book(trip, line, cast, "10.00")
    foreign = BudgetLine.objects.filter(group__project=cast.foreign).first()
    assert foreign is not None
    with pytest.raises(DomainError, match="dit project"):
        book(trip, foreign, cast, "10.75")
    assert not Expense.objects.exists()


def test_closed_books_are_closed(cast: Cast, trip: Excursion, line: Any) -> None:
    pay_the_price(excursion=trip, by=None)
    close_books(project=cast.project, by=cast.leader)
    for deed in (
        lambda: book(trip, line, cast, "10.75"),
        lambda: note_paid(excursion=trip, amounts={mine(cast, "ans").pk: Decimal(1)}, by=None),
    ):
        with pytest.raises(DomainError, match="gesloten"):
            deed()
    assert not Expense.objects.exists()
    assert mine(cast, "ans").paid == Decimal("2.25")


class TestPage:
    @pytest.fixture
    def page(self, trip: Excursion) -> str:
        return f"{trip.get_absolute_url()}kosten/"

    def test_from_nothing_to_the_books(self, cast: Cast, as_user: Any, page: str, line: Any) -> None:
        client = as_user(cast.leader)
        html = client.get(page).content.decode()
        assert "10,75" in html
        assert "Noteer eerst" in html
        client.post(f"{page}iedereen/")
        html = client.get(page).content.decode()
        assert f'<option value="{line.pk}" selected>' in html
        facts = {"amount": "10,75", "line": line.pk, "payee": "Rederij", "spent_on": "2-4-2027"}
        assert client.post(f"{page}boeken/", facts).status_code == 302
        assert Expense.objects.get().amount == Decimal("10.75")
        html = client.get(page).content.decode()
        assert "geboekt" in html
        assert 'name="paid_' not in html

    def test_a_wrong_amount_keeps_what_was_typed(self, cast: Cast, as_user: Any, page: str) -> None:
        ans, willem = mine(cast, "ans"), mine(cast, "willem")
        typed = {f"paid_{ans.pk}": "drie", f"paid_{willem.pk}": "7,25"}
        answer = as_user(cast.leader).post(page, typed)
        assert answer.status_code == 422
        html = answer.content.decode()
        assert "Vul een bedrag in als 12,50." in html
        assert 'value="drie"' in html
        assert 'value="7,25"' in html
        assert mine(cast, "willem").paid is None
        typed[f"paid_{ans.pk}"] = ""
        assert as_user(cast.leader).post(page, typed).status_code == 302
        assert (mine(cast, "ans").paid, mine(cast, "willem").paid) == (None, Decimal("7.25"))

    def test_an_ambassador_sees_no_money(self, cast: Cast, as_user: Any, page: str, trip: Excursion) -> None:
        client = as_user(cast.ambassador)
        assert client.get(page).status_code == 403
        assert "/kosten/" not in client.get(trip.get_absolute_url()).content.decode()
