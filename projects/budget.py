"""The sums over a budget: derived at each reading from lines and expenses, stored nowhere.

What was agreed with the district stands beside what quantity x unit price gives; where the two part, the place is
named. Amounts in EUR.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.forecast import still_expected
from projects.models import BudgetGroup, BudgetLine, Contribution, Expense, Project
from projects.paying import unpaid_by_line

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
NEARLY = Decimal("0.90")  # a line that is used up this far asks for attention


@dataclass(frozen=True)
class LineSum:
    """One line: what it comes to, what was agreed, spent, and is still to come.

    ``unpaid`` was handed in or approved and not paid; ``expected`` is all that is still to come, the unpaid included.
    """

    line: BudgetLine
    spent: Decimal
    expected: Decimal = ZERO
    unpaid: Decimal = ZERO

    @property
    def derived(self) -> Decimal:
        return self.line.derived

    @property
    def agreed(self) -> Decimal | None:
        return self.line.agreed

    @property
    def available(self) -> Decimal:
        """What may be spent: as agreed for the line, else what it comes to."""
        return self.derived if self.agreed is None else self.agreed

    @property
    def difference(self) -> Decimal:
        """Agreed minus derived; 0 where nothing was agreed for the line."""
        return ZERO if self.agreed is None else self.agreed - self.derived

    @property
    def left(self) -> Decimal:
        return self.available - self.spent

    @property
    def forecast(self) -> Decimal:
        """What will have been spent in the end, as far as is known now."""
        return self.spent + self.expected

    @property
    def left_in_the_end(self) -> Decimal:
        """What is available, less what will have been spent."""
        return self.available - self.forecast

    @property
    def is_nearly_used(self) -> bool:
        return bool(self.spent) and self.spent > self.available * NEARLY


@dataclass(frozen=True)
class GroupSum:
    """One group with its lines."""

    group: BudgetGroup
    lines: list[LineSum]

    @property
    def derived(self) -> Decimal:
        return sum((line.derived for line in self.lines), ZERO)

    @property
    def spent(self) -> Decimal:
        return sum((line.spent for line in self.lines), ZERO)

    @property
    def expected(self) -> Decimal:
        return sum((line.expected for line in self.lines), ZERO)

    @property
    def unpaid(self) -> Decimal:
        return sum((line.unpaid for line in self.lines), ZERO)

    @property
    def forecast(self) -> Decimal:
        return self.spent + self.expected

    @property
    def agreed(self) -> Decimal:
        """What the district promised for the group; without such a promise, what its lines have available."""
        return sum((line.available for line in self.lines), ZERO) if self.group.agreed is None else self.group.agreed

    @property
    def difference(self) -> Decimal:
        return self.agreed - self.derived

    @property
    def left(self) -> Decimal:
        return self.agreed - self.spent

    @property
    def left_in_the_end(self) -> Decimal:
        return self.agreed - self.forecast


@dataclass(frozen=True)
class Difference:
    """A place where the agreement and quantity x unit price part."""

    LINE, GROUP, TOTAL = "line", "group", "total"

    where: str
    level: str
    agreed: Decimal
    derived: Decimal

    @property
    def is_line(self) -> bool:
        return self.level == self.LINE

    @property
    def amount(self) -> Decimal:
        return self.agreed - self.derived


@dataclass(frozen=True)
class Budget:
    """The whole budget of a project. ``agreed_total`` is what was agreed in all, where that was said."""

    groups: list[GroupSum]
    agreed_total: Decimal | None = None
    differences: list[Difference] = field(default_factory=list)

    @property
    def derived(self) -> Decimal:
        return sum((group.derived for group in self.groups), ZERO)

    @property
    def agreed_by_group(self) -> Decimal:
        return sum((group.agreed for group in self.groups), ZERO)

    @property
    def agreed(self) -> Decimal:
        return self.agreed_by_group if self.agreed_total is None else self.agreed_total

    @property
    def spent(self) -> Decimal:
        return sum((group.spent for group in self.groups), ZERO)

    @property
    def expected(self) -> Decimal:
        return sum((group.expected for group in self.groups), ZERO)

    @property
    def unpaid(self) -> Decimal:
        return sum((group.unpaid for group in self.groups), ZERO)

    @property
    def forecast(self) -> Decimal:
        return self.spent + self.expected

    @property
    def difference(self) -> Decimal:
        """Agreed minus derived."""
        return self.agreed - self.derived

    @property
    def left(self) -> Decimal:
        """Agreed minus spent: what goes back to the district, or is short when below 0."""
        return self.agreed - self.spent

    @property
    def left_in_the_end(self) -> Decimal:
        """Agreed minus what will have been spent."""
        return self.agreed - self.forecast

    @property
    def lines(self) -> list[LineSum]:
        return [line for group in self.groups for line in group.lines]


@dataclass(frozen=True)
class Settlement:
    """How the money that was agreed was used. ``unexplained`` must be 0: every euro has its row and its reason.

    ``unpaid`` was handed in or approved and is neither paid nor refused, also where the budget has no line for it.
    """

    budget: Budget
    spent_by_kind: dict[str, Decimal]
    contributions: list[Contribution] = field(default_factory=list)
    unpaid: Decimal = ZERO

    @property
    def spent(self) -> Decimal:
        return sum(self.spent_by_kind.values(), ZERO)

    @property
    def left(self) -> Decimal:
        return self.budget.agreed - self.spent

    @property
    def promised(self) -> Decimal:
        return sum((one.amount for one in self.contributions), ZERO)

    @property
    def received(self) -> Decimal:
        return sum((one.amount for one in self.contributions if one.received_on), ZERO)

    @property
    def to_receive(self) -> Decimal:
        return self.promised - self.received

    @property
    def uncovered(self) -> Decimal:
        """Agreed minus promised: what nobody pays for yet; 0 as long as no contribution was noted."""
        return max(ZERO, self.budget.agreed - self.promised) if self.contributions else ZERO

    @property
    def covered_twice(self) -> Decimal:
        """Promised beyond what was agreed."""
        return max(ZERO, self.promised - self.budget.agreed)

    @property
    def unexplained(self) -> Decimal:
        """What two independent roads leave between them.

        One road adds the expenses by kind, the other by budget line; and the gap between agreement and derived budget
        must be the sum of the differences named per group and for the total.
        """
        roads = self.spent - self.budget.spent
        named = sum((place.amount for place in self.budget.differences if not place.is_line), ZERO)
        return roads + (self.budget.difference - named)


def budget_of(project: Project) -> Budget:
    """The budget of ``project`` with every sum, in a constant number of queries."""
    groups = list(project.budget_groups.prefetch_related(Prefetch("lines", BudgetLine.objects.with_spent())))
    lines = [line for group in groups for line in group.lines.all()]
    expected = still_expected(project, lines, timezone.localdate())
    unpaid = unpaid_by_line(project)
    sums = [
        GroupSum(
            group,
            [
                LineSum(line, line.spent.quantize(CENT), expected.get(line.pk, ZERO), unpaid.get(line.pk, ZERO))
                for line in group.lines.all()
            ],
        )
        for group in groups
    ]
    return Budget(sums, project.agreed_total, _differences(sums, project.agreed_total))


def _differences(groups: list[GroupSum], agreed_total: Decimal | None) -> list[Difference]:
    """Every place where agreement and quantity x price part: groups with their lines, then the total."""
    places: list[Difference] = []
    for group in groups:
        if group.difference:
            places.append(Difference(str(group.group), Difference.GROUP, group.agreed, group.derived))
        places += [
            Difference(str(line.line), Difference.LINE, line.agreed or ZERO, line.derived)
            for line in group.lines
            if line.difference
        ]
    by_group = sum((group.agreed for group in groups), ZERO)
    if agreed_total is not None and agreed_total != by_group:
        places.append(Difference(_("Totaal, tegenover de groepen"), Difference.TOTAL, agreed_total, by_group))
    return places


def settlement_of(project: Project) -> Settlement:
    """The settlement of ``project``: agreed, promised, spent by kind, unpaid, left over."""
    by_kind = dict.fromkeys(Expense.Kind.values, ZERO)
    for kind, amount in Expense.objects.filter(line__group__project=project).values_list("kind", "amount"):
        by_kind[kind] += amount
    unpaid = sum(unpaid_by_line(project).values(), ZERO)
    return Settlement(budget_of(project), by_kind, list(project.contributions.all()), unpaid)
