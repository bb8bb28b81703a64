"""The sums over a budget: derived at each reading from lines and expenses, stored nowhere.

What was agreed with the district stands beside what quantity x unit price gives; where the two part, the place is
named. Amounts in EUR.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Prefetch

from projects.models import BudgetGroup, BudgetLine, ClaimKind, Expense, Project

ZERO = Decimal("0.00")
CENT = Decimal("0.01")


@dataclass(frozen=True)
class LineSum:
    """One line: what it comes to, what was agreed for it, and what was spent."""

    line: BudgetLine
    spent: Decimal

    @property
    def derived(self) -> Decimal:
        return self.line.derived

    @property
    def agreed(self) -> Decimal | None:
        return self.line.agreed

    @property
    def difference(self) -> Decimal:
        """Agreed minus derived; 0 where nothing was agreed for the line."""
        return ZERO if self.agreed is None else self.agreed - self.derived

    @property
    def left(self) -> Decimal:
        return self.derived - self.spent


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
    def agreed(self) -> Decimal:
        """What the district promised for the group; without such a promise, what the lines come to."""
        return self.derived if self.group.agreed is None else self.group.agreed

    @property
    def difference(self) -> Decimal:
        return self.agreed - self.derived

    @property
    def left(self) -> Decimal:
        return self.agreed - self.spent


@dataclass(frozen=True)
class Difference:
    """A place where the agreement and quantity x unit price part."""

    where: str
    is_line: bool
    agreed: Decimal
    derived: Decimal

    @property
    def amount(self) -> Decimal:
        return self.agreed - self.derived


@dataclass(frozen=True)
class Budget:
    """The whole budget of a project."""

    groups: list[GroupSum]
    differences: list[Difference] = field(default_factory=list)

    @property
    def derived(self) -> Decimal:
        return sum((group.derived for group in self.groups), ZERO)

    @property
    def agreed(self) -> Decimal:
        return sum((group.agreed for group in self.groups), ZERO)

    @property
    def spent(self) -> Decimal:
        return sum((group.spent for group in self.groups), ZERO)

    @property
    def difference(self) -> Decimal:
        """Agreed minus derived."""
        return self.agreed - self.derived

    @property
    def left(self) -> Decimal:
        """Agreed minus spent: what goes back to the district, or is short when below 0."""
        return self.agreed - self.spent

    @property
    def lines(self) -> list[LineSum]:
        return [line for group in self.groups for line in group.lines]


@dataclass(frozen=True)
class Settlement:
    """How the money that was agreed was used. ``unexplained`` must be 0: every euro has its row and its reason."""

    budget: Budget
    spent_by_kind: dict[str, Decimal]

    @property
    def spent(self) -> Decimal:
        return sum(self.spent_by_kind.values(), ZERO)

    @property
    def left(self) -> Decimal:
        return self.budget.agreed - self.spent

    @property
    def unexplained(self) -> Decimal:
        """What two independent roads leave between them.

        One road adds the expenses by kind, the other by budget line; and the gap between agreement and derived
        budget must be the sum of the differences named per group.
        """
        roads = self.spent - self.budget.spent
        named = sum((place.amount for place in self.budget.differences if not place.is_line), ZERO)
        return roads + (self.budget.difference - named)


def budget_of(project: Project) -> Budget:
    """The budget of ``project`` with every sum, in two queries."""
    lines = Prefetch("lines", BudgetLine.objects.with_spent())
    groups = [
        GroupSum(group, [LineSum(line, line.spent.quantize(CENT)) for line in group.lines.all()])
        for group in project.budget_groups.prefetch_related(lines)
    ]
    return Budget(groups, [place for group in groups for place in _differences(group)])


def _differences(group: GroupSum) -> list[Difference]:
    places = [
        Difference(str(line.line), True, line.agreed or ZERO, line.derived) for line in group.lines if line.difference
    ]
    if group.difference:
        places.insert(0, Difference(str(group.group), False, group.agreed, group.derived))
    return places


def settlement_of(project: Project) -> Settlement:
    """The settlement of ``project``: agreed, spent by kind, left over."""
    by_kind = dict.fromkeys(Expense.Kind.values, ZERO)
    for kind, amount in Expense.objects.filter(line__group__project=project).values_list("kind", "amount"):
        by_kind[kind] += amount
    return Settlement(budget_of(project), by_kind)


def line_for_claims(project: Project, kind: ClaimKind) -> BudgetLine | None:
    """The budget line that claims of ``kind`` are paid from; None when the budget has none."""
    return BudgetLine.objects.filter(group__project=project, claim_kind=kind).order_by("group__number", "code").first()
