"""What people get back, how it is paid, and the runs in which it is paid out."""

import secrets
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from localflavor.generic.models import BICField, IBANField

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models.budget import ZERO, BudgetLine, Expense
from projects.models.project import Project


class PayBy(models.TextChoices):
    """How somebody gets the money."""

    CASH = "cash", _("contant")
    TRANSFER = "transfer", _("op een bankrekening")


class PayableStatus(models.TextChoices):
    """How far something to be paid is."""

    SUBMITTED = "submitted", _("wacht op besluit")
    APPROVED = "approved", _("goedgekeurd")
    REFUSED = "refused", _("afgewezen")
    PAID = "paid", _("betaald")
    RETURNED = "returned", _("teruggeboekt")


SETTLED = (PayableStatus.PAID, PayableStatus.RETURNED)


def new_reference() -> str:
    """What the bank and the list say, so that a payment is found again: ``MIM`` and eight characters."""
    return "MIM" + "".join(secrets.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _place in range(8))


class PaymentRun(models.Model):
    """What is paid together: a list to sign, or a file for the bank. It becomes spending once it was paid."""

    class State(models.TextChoices):
        OPEN = "open", _("nog te betalen")
        PAID = "paid", _("betaald")
        CANCELLED = "cancelled", _("vervallen")

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="payment_runs"
    )
    by = models.CharField(_("betaalwijze"), max_length=10, choices=PayBy)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.OPEN)
    reference = models.CharField(_("kenmerk"), max_length=20, unique=True, default=new_reference, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gemaakt door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    paid_on = models.DateField(_("betaald op"), null=True, blank=True)

    history = History()

    class Meta:
        verbose_name = _("betaalronde")
        verbose_name_plural = _("betaalrondes")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="paid", paid_on__isnull=False) | (~Q(state="paid") & Q(paid_on__isnull=True)),
                name="projects_paymentrun_paid_has_day",
                violation_error_message=_("Bij een betaalde ronde hoort een datum."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_by_display()} {self.reference}"


class PayableQuerySet(models.QuerySet[Any]):
    def of_project(self, project: Project) -> Any:
        """Those of ``project``, with whom they are paid to."""
        return self.filter(**{self.model.PROJECT: project}).select_related(*self.model.WITH_PAYEE)

    def waiting(self) -> Any:
        """Handed in and not decided."""
        return self.filter(status=PayableStatus.SUBMITTED)

    def to_pay(self) -> Any:
        """Approved and not paid yet."""
        return self.filter(status=PayableStatus.APPROVED)

    def unpaid(self) -> Any:
        """Not paid and not refused: what may still have to be paid."""
        return self.filter(status__in=[PayableStatus.SUBMITTED, PayableStatus.APPROVED])

    def standing(self) -> Any:
        """All that counts against a cap: what was neither refused nor paid back."""
        return self.exclude(status__in=[PayableStatus.REFUSED, PayableStatus.RETURNED])

    def total(self) -> Decimal:
        """The sum of the amounts, EUR."""
        return self.aggregate(total=models.Sum("amount"))["total"] or ZERO


class Payable(models.Model):
    """Something somebody may get back. Once paid it is an expense of its budget line.

    The account number is not kept in the history, and is removed when the books are closed. ``PROJECT`` is the way
    from a row to its project, ``WITH_PAYEE`` what a list reads along.
    """

    Status: TypeAlias = PayableStatus
    PROJECT: ClassVar[str]
    WITH_PAYEE: ClassVar[tuple[str, ...]] = ()
    EXPENSE_KIND: ClassVar[Expense.Kind]

    amount = models.DecimalField(_("bedrag"), max_digits=7, decimal_places=2)
    spent_on = models.DateField(_("datum"))
    description = models.CharField(_("waarvoor"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=PayableStatus, default=PayableStatus.SUBMITTED)
    reason = models.CharField(_("reden van afwijzen"), max_length=300, blank=True)
    pay_by = models.CharField(_("uitbetalen"), max_length=10, choices=PayBy, default=PayBy.CASH)
    iban = IBANField(_("rekeningnummer (IBAN)"), blank=True, default="")
    account_holder = models.CharField(
        _("rekening op naam van"), max_length=70, blank=True, validators=[refuse_control_characters]
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("beslist door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    expense = models.OneToOneField(
        Expense,
        verbose_name=_("uitgave"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)s",
    )
    run = models.ForeignKey(
        PaymentRun,
        verbose_name=_("betaalronde"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="%(class)ss",
    )
    created_at = models.DateTimeField(_("ingediend op"), auto_now_add=True)

    objects = PayableQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="%(app_label)s_%(class)s_amount_positive",
                violation_error_message=_("Het bedrag moet meer zijn dan 0."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["paid", "returned"], expense__isnull=False)
                | (~Q(status__in=["paid", "returned"]) & Q(expense__isnull=True)),
                name="%(app_label)s_%(class)s_paid_is_an_expense",
                violation_error_message=_("Wat betaald is, is een uitgave."),
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(reason=""),
                name="%(app_label)s_%(class)s_refused_with_reason",
                violation_error_message=_("Geef een reden om af te wijzen."),
            ),
            models.CheckConstraint(
                condition=Q(run__isnull=True) | Q(status__in=["approved", "paid", "returned"]),
                name="%(app_label)s_%(class)s_only_approved_in_a_run",
                violation_error_message=_("Alleen wat is goedgekeurd, kan worden betaald."),
            ),
        ]

    @property
    def mark(self) -> str:
        """Kind and number, by which a page or a bank names the row: ``claim-12``."""
        return f"{self._meta.model_name}-{self.pk}"

    @property
    def project(self) -> Project:
        """The project that pays."""
        raise NotImplementedError

    @property
    def payee(self) -> str:
        """Who gets the money, by name: for the list to sign and for the bank."""
        raise NotImplementedError

    @property
    def name_in_the_books(self) -> str:
        """Who stands in the books, which hold no name of a participant."""
        raise NotImplementedError

    @property
    def what(self) -> str:
        """What it is for, in a few words."""
        raise NotImplementedError

    def budget_line(self) -> BudgetLine | None:
        """The line it is paid from; None when the budget has none."""
        raise NotImplementedError


class Allowance(Payable):
    """What an ambassador gets for volunteering, at most the unit price of its budget line."""

    PROJECT = "project"
    WITH_PAYEE = ("ambassador", "project")
    EXPENSE_KIND = Expense.Kind.ALLOWANCE

    # Not the membership: who leaves the team loses the access, and what was paid stays in the books.
    project = models.ForeignKey(  # type: ignore[assignment]
        Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="allowances"
    )
    ambassador = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("ambassadeur"), on_delete=models.PROTECT, related_name="allowances"
    )

    history = History(excluded_fields=["iban", "account_holder"])

    class Meta(Payable.Meta):
        verbose_name = _("vrijwilligersvergoeding")
        verbose_name_plural = _("vrijwilligersvergoedingen")

    def __str__(self) -> str:
        return str(self.ambassador)

    @property
    def payee(self) -> str:
        return self.account_holder or self.ambassador.name

    @property
    def name_in_the_books(self) -> str:
        return self.ambassador.name

    @property
    def what(self) -> str:
        return str(self._meta.verbose_name)

    @staticmethod
    def line_of(project: Project) -> BudgetLine | None:
        """The line from which allowances of ``project`` are paid; None when its budget has none."""
        lines = BudgetLine.objects.filter(group__project=project, is_allowance=True, left_out=False)
        return lines.order_by("group__number", "code").first()

    def budget_line(self) -> BudgetLine | None:
        return self.line_of(self.project)


class PayingAccount(models.Model):
    """The account from which the programme pays; the newest one counts."""

    name = models.CharField(_("op naam van"), max_length=70, validators=[refuse_control_characters])
    iban = IBANField(_("rekeningnummer (IBAN)"))
    bic = BICField(_("BIC"), blank=True, help_text=_("Mag leeg bij een Nederlandse rekening."))

    history = History()

    class Meta:
        verbose_name = _("rekening waarvan we betalen")
        verbose_name_plural = _("rekeningen waarvan we betalen")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
