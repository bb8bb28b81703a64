"""What was agreed, contributed, spent and settled in the demo."""

from datetime import timedelta
from decimal import Decimal

from projects import actions
from projects.budget import budget_of
from projects.demo.story import Story, steps
from projects.models import BudgetGroup, BudgetLine, Role

OSDORP_AGREED = {"1": "2300.00", "2": "975.00", "3": "1200.00", "4": "1500.00"}
OSDORP_AGREED_LINES = {
    "1a": "1200.00", "1b": "800.00", "1c": "150.00", "1d": "200.00", "2a": "225.00", "2b": "150.00", "2c": "600.00",
    "3a": "400.00", "3b": "800.00", "3c": "200.00", "4a": "750.00", "4b": "750.00",
}  # fmt: skip
# What was truly spent in 2010 is not in the sources; these amounts are invented, below what was agreed.
OSDORP_SPENT = {
    "1a": "900.00", "1b": "785.40", "1c": "150.00", "1d": "168.25", "2a": "210.00", "2b": "141.60", "3c": "173.50",
    "4a": "742.80", "4b": "689.15",
}  # fmt: skip
RUNNING_SPENT = {"1a": "600.00", "1b": "371.25", "2a": "75.00", "4a": "748.00", "4b": "702.30"}


@steps.register(13)
def agree_and_spend(story: Story) -> None:
    """What the district promised, and what was spent besides claims."""
    if not story.has_happened:
        return
    agreed = OSDORP_AGREED if story.key == "osdorp" else {}
    for group in BudgetGroup.objects.filter(project=story.project):
        group.agreed = (
            Decimal(agreed[str(group.number)])
            if agreed
            else sum((line.derived for line in group.lines.all()), Decimal("0.00"))
        )
        group.save()
    lines = {line.code: line for line in BudgetLine.objects.filter(group__project=story.project)}
    for code, amount in (OSDORP_AGREED_LINES if agreed else {}).items():
        lines[code].agreed = Decimal(amount)
        lines[code].save()
    day = story.days[1][1] - timedelta(days=3)
    for code, amount in (OSDORP_SPENT if agreed else RUNNING_SPENT).items():
        actions.book_expense(
            line=lines[code],
            amount=Decimal(amount),
            spent_on=day,
            payee=lines[code].name,
            by=story.coordinator,
        )
    _contribute(story)
    if story.finished:
        _pay_allowances(story)


def _contribute(story: Story) -> None:
    """The district pays what was agreed: Osdorp's came in, the running project's has still to come."""
    contribution = actions.promise_contribution(
        project=story.project,
        payer=str(story.project.district),
        amount=budget_of(story.project).agreed,
        is_district=True,
        promised_on=story.starts_on,
        by=story.coordinator,
    )
    if story.finished:
        day = story.starts_on + timedelta(days=30)
        actions.receive_contribution(contribution=contribution, on=day, by=story.coordinator)


def _pay_allowances(story: Story) -> None:
    """Every ambassador was given the allowance of the budget."""
    day = story.ends_on - timedelta(days=40)
    for member in story.project.memberships.filter(role=Role.AMBASSADOR):
        allowance = actions.submit_allowance(
            membership=member, amount=Decimal("100.00"), spent_on=day, by=story.coordinator
        )
        actions.approve_payable(payable=allowance, by=story.coordinator)
        actions.pay_payable(payable=allowance, on=day, by=story.coordinator)


@steps.register(95)
def close_the_books(story: Story) -> None:
    """Of a finished project everything is paid, and nothing changes any more."""
    if story.finished:
        actions.close_books(project=story.project, by=story.coordinator)
