"""What is still to be spent on each line, from what is planned. Each app knows what its own rows still bring.

The rules: a line per meeting costs its price for each meeting to come; one per ambassador what the ambassadors have
not had yet; any other line its price for each time of its quantity that was not booked yet. Claims are told by the app
that holds them. Nothing is expected on a line that is left out, nor once the books are closed. Amounts in EUR.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q

from projects.models import BudgetLine, Expense, Project, Role
from projects.registry import Registry

ZERO = Decimal("0.00")
# Takes the project, its lines (with ``spent``) and the day; gives what is still to come per line it knows about.
Forecaster = Callable[[Project, list[BudgetLine], date], dict[int, Decimal]]
forecasters: Registry[Forecaster] = Registry("forecast")


def still_expected(project: Project, lines: list[BudgetLine], today: date) -> dict[int, Decimal]:
    """What is still to come on each line, by its number; an app that is asked later has the last word."""
    if project.books_closed_at:
        return {}
    counted = [line for line in lines if not line.left_out]
    found: dict[int, Decimal] = {}
    for forecaster in forecasters:
        found |= forecaster(project, counted, today)
    return found


@forecasters.register(10)
def by_count(project: Project, lines: list[BudgetLine], today: date) -> dict[int, Decimal]:
    """From meetings to come, ambassadors, and how often a line was booked."""
    meetings = sum(meeting.day > today for meeting in project.meetings.all())
    ambassadors = project.memberships.filter(role=Role.AMBASSADOR).count()
    standing = Count("pk", filter=Q(corrects__isnull=True, corrected_by__isnull=True))
    booked = dict(
        Expense.objects.filter(line__group__project=project)
        .values("line")
        .annotate(times=standing)
        .values_list("line", "times")
    )
    rules = {
        BudgetLine.Per.MEETING: lambda line: meetings * line.unit_price,
        BudgetLine.Per.AMBASSADOR: lambda line: ambassadors * line.unit_price - line.spent,
        BudgetLine.Per.PARTICIPANT: lambda line: line.derived - line.spent,
        BudgetLine.Per.ONCE: lambda line: (line.quantity - booked.get(line.pk, 0)) * line.unit_price,
    }
    return {line.pk: max(ZERO, rules[BudgetLine.Per(line.per)](line)) for line in lines}
