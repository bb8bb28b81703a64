"""Whatever people ask, get and give back: one sum, to the cent, along every road, and no cap is passed."""

from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from mixen import pdf
from mixen.errors import DomainError
from mixen.sheets import xlsx
from mixen.templatetags.display import euro
from participants.actions.claims import left_to_claim
from participants.models import Claim
from projects import actions
from projects.budget import settlement_of
from projects.models import Allowance, BudgetLine, ClaimKind, Expense, PayBy, PaymentRun
from projects.paying import in_run, total_of
from projects.report import compute
from projects.sepa import credit_transfer
from projects.settlement_sheets import settlement_sheets
from tests.projects import money
from tests.projects.test_sepa import NAMESPACE
from tests.projects.test_settlement_sheets import amount

SHARED = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}
PRICE = Decimal("25.00")
asked = st.integers(min_value=1, max_value=12_00).map(lambda cents: Decimal(cents) / 100)
steps = st.lists(
    st.tuples(
        st.sampled_from(["claim", "claim", "claim", "allowance", "approve", "approve", "approve", "refuse", "pay",
                         "run", "paid", "paid", "cancel", "give_back", "book", "contribution"]),
        st.integers(min_value=0, max_value=999),
        asked,
    ),
    max_size=30,
)  # fmt: skip


class House:
    """The deeds on drawn numbers: each picks its row by a number, and may be refused."""

    def __init__(self, cast):
        self.cast, self.project, self.people = cast, cast.project, list(cast.people.values())

    def do(self, deed, number, cents):
        try:
            with transaction.atomic():
                getattr(self, deed)(number, cents)
        except DomainError:
            return

    def how(self, number):
        return money.by_bank(f"Naam & {number}") if number % 2 else {}

    def pick(self, rows, number):
        found = list(rows)
        return found[number % len(found)] if found else None

    def payable(self, status, number):
        rows = [*Claim.objects.filter(status=status), *Allowance.objects.filter(status=status)]
        return self.pick(sorted(rows, key=lambda row: row.mark), number)

    def claim(self, number, cents):
        kind = ClaimKind.values[number % 2]
        money.claim(self.people[number % len(self.people)], cents, kind, **self.how(number // 2))

    def claim_of(self, number, drawn):
        kind, cents, facts = drawn
        money.approved(money.claim(self.people[number], cents, kind, **facts))

    def allowance(self, number, cents):
        money.allowance(self.project, self.cast.ambassador, cents, **self.how(number))

    def approve(self, number, _cents):
        if row := self.payable("submitted", number):
            money.approved(row)

    def refuse(self, number, _cents):
        if row := self.payable("approved", number):
            actions.refuse_payable(payable=row, reason="x", by=None)

    def pay(self, number, _cents):
        if row := self.payable("approved", number):
            actions.pay_payable(payable=row, by=None)

    def run(self, number, _cents):
        money.run_of(self.project, PayBy.values[number % 2])

    def paid(self, number, _cents):
        if run := self.pick(PaymentRun.objects.filter(state="open"), number):
            rows = in_run(run)
            left_out = [row.mark for row in rows if (row.pk + number) % 5 == 0]
            actions.pay_run(run=run, except_for=left_out, by=None)

    def cancel(self, number, _cents):
        if number % 3 == 0 and (run := self.pick(PaymentRun.objects.filter(state="open"), number)):
            actions.cancel_run(run=run, by=None)

    def book(self, number, cents):
        lines = BudgetLine.objects.filter(group__project=self.project, left_out=False, is_allowance=False)
        money.book(self.pick(lines.order_by("pk"), number), cents)

    def contribution(self, _number, cents):
        actions.promise_contribution(project=self.project, payer="x", amount=cents, by=None)

    def give_back(self, number, _cents):
        if expense := self.pick(Expense.objects.filter(corrects__isnull=True), number):
            actions.correct_expense(expense=expense, reason="x", by=None)


def caps_hold(cast):
    for who in cast.people.values():
        for kind in ClaimKind:
            standing = who.claims.standing().filter(kind=kind).total()
            assert standing <= money.CAP
            assert left_to_claim(who, kind) == money.CAP - standing
    assert Allowance.objects.filter(project=cast.project).standing().total() <= PRICE


def every_row_is_paid_once():
    for model, kind in ((Claim, "claim"), (Allowance, "allowance")):
        settled = model.objects.filter(status__in=["paid", "returned"])
        booked = Expense.objects.filter(kind=kind, corrects__isnull=True)
        from_rows = {row.expense_id: row.amount for row in settled}
        assert len(from_rows) == settled.count()
        assert {one.pk: one.amount for one in booked if one.pk in from_rows} == from_rows
        standing = model.objects.filter(status="paid").total()
        assert Expense.objects.filter(kind=kind).total() == standing


@settings(max_examples=20, **SHARED)
@given(drawn=steps)
def test_whatever_happens_caps_hold_and_every_sum_is_that_of_its_rows(cast, drawn):
    with transaction.atomic():
        BudgetLine.objects.filter(is_allowance=True).update(unit_price=PRICE)
        house = House(cast)
        for step in drawn:
            house.do(*step)
        caps_hold(cast)
        every_row_is_paid_once()
        settlement = settlement_of(cast.project)
        assert settlement.unexplained == 0
        assert settlement.spent == settlement.budget.spent == Expense.objects.total()
        unpaid = Claim.objects.all().unpaid().total() + Allowance.objects.all().unpaid().total()
        assert settlement.unpaid == settlement.budget.unpaid == unpaid
        for line in settlement.budget.lines:
            assert line.expected >= line.unpaid, line
        transaction.set_rollback(True)


def settled_along_every_road(cast, client):
    """Spent, left and unpaid as settlement, page, report and workbook tell them."""
    settlement = settlement_of(cast.project)
    html = client.get(f"{cast.project.get_absolute_url()}geld/afrekening/").content.decode().replace("&nbsp;", "\xa0")
    for told in (settlement.budget.agreed, settlement.spent, settlement.left, settlement.unpaid):
        assert euro(told) in html
    (table,) = [item for item in compute(cast.project) if item["key"] == "projects.budget_table"]
    assert Decimal(table["value"]["rows"][-1][3]) == settlement.spent
    book = load_workbook(BytesIO(xlsx(settlement_sheets(cast.project))), data_only=True)
    totals = {name: amount(value) for name, value in list(book["Afrekening"].values)[1:]}
    assert totals["Samen uitgegeven"] == settlement.spent
    assert totals["Over"] == settlement.left
    assert totals["Nog te betalen"] == settlement.unpaid
    assert totals["Onverklaard verschil"] == 0
    assert amount(list(book["Per regel"].values)[-1][3]) == settlement.spent


payments = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(ClaimKind.values), st.booleans(), asked), max_size=12)


@settings(max_examples=6, **SHARED)
@given(drawn=payments)
def test_bank_file_and_cash_list_together_are_what_was_booked(cast, as_user, drawn):
    client = as_user(cast.coordinator)
    with transaction.atomic():
        money.our_account()
        house = House(cast)
        for number, kind, by_bank, cents in drawn:
            facts = money.by_bank(f"Naam & {number}") if by_bank else {}
            house.do("claim_of", number, (kind, cents, facts))
        paid = Decimal(0)
        for means in PayBy:
            try:
                run = money.run_of(cast.project, means)
            except DomainError:
                continue
            rows = in_run(run)
            told = told_to_the_bank(run) if means == PayBy.TRANSFER else told_on_paper(run, rows)
            assert told == total_of(rows)
            actions.pay_run(run=run, by=None)
            paid += told
        kinds = settlement_of(cast.project).spent_by_kind
        assert paid == kinds["claim"] + kinds["allowance"]
        settled_along_every_road(cast, client)
        transaction.set_rollback(True)


def told_to_the_bank(run):
    document = ElementTree.fromstring(credit_transfer(run))
    return sum((Decimal(found.text) for found in document.iterfind(".//p:InstdAmt", NAMESPACE)), Decimal(0))


def told_on_paper(run, rows):
    """The sum of the amounts on the list people sign, which says the same sum itself."""
    facts = {"run": run, "project": run.project, "rows": rows, "total": total_of(rows)}
    text = "".join(
        page.extract_text() for page in PdfReader(BytesIO(pdf.render("pdf/payment_list.html", facts))).pages
    )
    text = text.replace("\xa0", " ")
    assert euro(total_of(rows)).replace("\xa0", " ") in text
    for row in rows:
        assert euro(row.amount).replace("\xa0", " ") in text
    return sum((row.amount for row in rows), Decimal(0))
