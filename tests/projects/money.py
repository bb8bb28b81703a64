"""Money as the tests of it need it: lines by their code, claims and allowances in every state."""

from datetime import date
from decimal import Decimal
from typing import Any

from participants.actions import submit_claim
from projects import actions
from projects.models import BudgetLine, Payable, PayBy, PayingAccount, Project
from tests.conftest import NOW

TODAY: date = NOW.date()
IBAN, OUR_IBAN = "NL02ABNA0123456789", "NL91ABNA0417164300"
CAP = Decimal("10.00")


def line_of(project: Project, code: str = "1b") -> BudgetLine:
    """The line with ``code``."""
    return BudgetLine.objects.get(group__project=project, code=code)


def allowance_line(project: Project) -> BudgetLine:
    """The line from which ambassadors are paid."""
    return BudgetLine.objects.get(group__project=project, is_allowance=True)


def claim(who: Any, amount: str = "4.00", kind: str = "expenses", **facts: Any) -> Any:
    """A claim of ``who``."""
    return submit_claim(
        participant=who, **{"amount": Decimal(amount), "kind": kind, "spent_on": TODAY, "by": None, **facts}
    )


def by_bank(name: str = "Ans Proefpersoon", iban: str = IBAN) -> dict[str, str]:
    """How somebody is paid who has a bank account."""
    return {"pay_by": PayBy.TRANSFER, "iban": iban, "account_holder": name}


def allowance(project: Project, user: Any, amount: str = "5.00", **facts: Any) -> Any:
    """An allowance of ambassador ``user``."""
    membership = project.memberships.get(user=user)
    return actions.submit_allowance(
        membership=membership, **{"amount": Decimal(amount), "spent_on": TODAY, "by": None, **facts}
    )


def approved(payable: Payable) -> Any:
    """It may be paid."""
    return actions.approve_payable(payable=payable, by=None)


def paid(payable: Payable) -> Any:
    """It was paid by itself."""
    return actions.pay_payable(payable=approved(payable), by=None)


def run_of(project: Project, by: str = PayBy.CASH) -> Any:
    """A payment run with all that is ready."""
    return actions.start_payment_run(project=project, pay_by=PayBy(by), by=None)


def our_account() -> PayingAccount:
    """The account from which we pay."""
    return PayingAccount.objects.create(name="Mozeshuis & Co", iban=OUR_IBAN)


def book(line: BudgetLine, amount: str = "12.50", **facts: Any) -> Any:
    """An expense on ``line``."""
    return actions.book_expense(
        line=line, **{"amount": Decimal(amount), "spent_on": TODAY, "payee": "Bakker", "by": None, **facts}
    )
