"""The budget in groups and lines, and what was spent on each line. No sum is ever stored."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Case, DecimalField, F, Q, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.project import Project

ZERO = Decimal("0.00")


class ClaimKind(models.TextChoices):
    """What participants may claim; each kind is paid from the budget line tied to it."""

    EXPENSES = "expenses", _("onkosten")
    PUBLIC_TRANSPORT = "public_transport", _("openbaar vervoer")


EURO = DecimalField(max_digits=11, decimal_places=2)


class BudgetGroupQuerySet(models.QuerySet["BudgetGroup"]):
    def agreed_by_project(self) -> dict[int, Decimal]:
        """What was agreed for the groups, by the number of their project, as ``Budget.agreed_by_group``; EUR."""
        derived = Case(
            When(lines__left_out=True, then=Value(ZERO)),
            default=F("lines__quantity") * F("lines__unit_price"),
            output_field=EURO,
        )
        lines = Sum(Coalesce("lines__agreed", derived, output_field=EURO), output_field=EURO)
        comes_to = Coalesce("agreed", lines, Value(ZERO), output_field=EURO)
        found: dict[int, Decimal] = {}
        for number, amount in self.order_by().annotate(comes_to=comes_to).values_list("project", "comes_to"):
            found[number] = found.get(number, ZERO) + amount.quantize(ZERO)
        return found


class BudgetGroup(models.Model):
    """A numbered group of lines. ``agreed`` is what the district promised for it: a figure of its own, no sum."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="budget_groups"
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    name = models.CharField(_("naam"), max_length=200)
    agreed = models.DecimalField(
        _("afgesproken met het stadsdeel"), max_digits=9, decimal_places=2, null=True, blank=True
    )

    objects = BudgetGroupQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("begrotingsgroep")
        verbose_name_plural = _("begrotingsgroepen")
        ordering = ["project", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "number"],
                name="projects_budgetgroup_number_once",
                violation_error_message=_("Dit nummer is al gebruikt."),
            ),
            models.CheckConstraint(
                condition=Q(agreed__isnull=True) | Q(agreed__gte=0),
                name="projects_budgetgroup_agreed_not_negative",
                violation_error_message=_("Een afgesproken bedrag kan niet minder dan 0 zijn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class BudgetLineQuerySet(models.QuerySet["BudgetLine"]):
    def with_spent(self) -> "BudgetLineQuerySet":
        """Adds ``spent``: the sum of what was booked on the line, EUR."""
        total = Coalesce(Sum("expenses__amount"), ZERO, output_field=EURO)
        return self.annotate(spent=total)


class BudgetLine(models.Model):
    """Quantity x unit price. ``agreed`` is the amount the agreement names for this line, where it names one.

    ``per`` says what the quantity counts, from which the forecast follows; a line that is ``left_out`` comes to 0.
    """

    class Per(models.TextChoices):
        ONCE = "once", _("eenmalig")
        MEETING = "meeting", _("per bijeenkomst")
        AMBASSADOR = "ambassador", _("per ambassadeur")
        PARTICIPANT = "participant", _("per deelnemer")

    group = models.ForeignKey(BudgetGroup, verbose_name=_("groep"), on_delete=models.CASCADE, related_name="lines")
    code = models.CharField(_("code"), max_length=5)
    name = models.CharField(_("omschrijving"), max_length=200)
    quantity = models.PositiveIntegerField(_("aantal"))
    unit_price = models.DecimalField(_("prijs per stuk"), max_digits=9, decimal_places=2)
    agreed = models.DecimalField(
        _("afgesproken met het stadsdeel"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    per = models.CharField(_("telt"), max_length=12, choices=Per, default=Per.ONCE)
    is_optional = models.BooleanField(_("niet verplicht"), default=False)
    left_out = models.BooleanField(_("doet in dit project niet mee"), default=False)
    claim_kind = models.CharField(_("declaraties van deelnemers"), max_length=20, choices=ClaimKind, blank=True)
    spent: Decimal  # set by with_spent()
    is_allowance = models.BooleanField(_("vrijwilligersvergoeding"), default=False)

    objects = BudgetLineQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("begrotingsregel")
        verbose_name_plural = _("begrotingsregels")
        ordering = ["group", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "code"],
                name="projects_budgetline_code_once",
                violation_error_message=_("Deze code is al gebruikt."),
            ),
            models.UniqueConstraint(
                fields=["group", "claim_kind"],
                condition=~Q(claim_kind=""),
                name="projects_budgetline_claim_kind_once",
                violation_error_message=_("Er is al een regel voor deze declaraties."),
            ),
            models.CheckConstraint(
                condition=Q(unit_price__gte=0),
                name="projects_budgetline_price_not_negative",
                violation_error_message=_("Een prijs kan niet minder dan 0 zijn."),
            ),
            models.CheckConstraint(
                condition=Q(left_out=False) | Q(is_optional=True),
                name="projects_budgetline_only_optional_left_out",
                violation_error_message=_("Alleen een regel die niet verplicht is, kan vervallen."),
            ),
            models.CheckConstraint(
                condition=Q(agreed__isnull=True) | Q(agreed__gte=0),
                name="projects_budgetline_agreed_not_negative",
                violation_error_message=_("Een afgesproken bedrag kan niet minder dan 0 zijn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def derived(self) -> Decimal:
        """What the line comes to: quantity x unit price, EUR; nothing when it is left out."""
        return ZERO if self.left_out else self.quantity * self.unit_price


class ExpenseQuerySet(models.QuerySet["Expense"]):
    def of_project(self, project: Project) -> "ExpenseQuerySet":
        return self.filter(line__group__project=project)

    def for_list(self) -> "ExpenseQuerySet":
        """With what a list shows, in one query."""
        return self.select_related("line", "corrected_by")

    def total(self) -> Decimal:
        """The sum of the amounts, EUR."""
        return self.aggregate(total=Sum("amount"))["total"] or ZERO


class Expense(models.Model):
    """Money spent, booked on a line. A mistake is put right by a counter-entry, never by changing the row."""

    class Kind(models.TextChoices):
        BOOKED = "booked", _("uitgave")
        CLAIM = "claim", _("declaratie van een deelnemer")
        ALLOWANCE = "allowance", _("vrijwilligersvergoeding")

    line = models.ForeignKey(
        BudgetLine, verbose_name=_("begrotingsregel"), on_delete=models.PROTECT, related_name="expenses"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=Kind, default=Kind.BOOKED)
    spent_on = models.DateField(_("datum"))
    payee = models.CharField(_("betaald aan"), max_length=200)
    description = models.CharField(_("omschrijving"), max_length=300, blank=True)
    amount = models.DecimalField(_("bedrag"), max_digits=9, decimal_places=2)
    corrects = models.OneToOneField(
        "self",
        verbose_name=_("corrigeert"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrected_by",
    )
    receipt = models.ForeignKey(
        "projects.Receipt",
        verbose_name=_("bon"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="expenses",
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("geboekt door"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    booked_at = models.DateTimeField(_("geboekt op"), auto_now_add=True)

    objects = ExpenseQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("uitgave")
        verbose_name_plural = _("uitgaven")
        ordering = ["-spent_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(corrects__isnull=True) & Q(amount__gt=0)) | (Q(corrects__isnull=False) & Q(amount__lt=0)),
                name="projects_expense_positive_unless_correction",
                violation_error_message=_("Een bedrag is meer dan 0; alleen een correctie is minder dan 0."),
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("pk")),
                name="projects_expense_corrects_another",
                violation_error_message=_("Een uitgave kan zichzelf niet corrigeren."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payee}, {date_format(self.spent_on, 'j F Y')}"
