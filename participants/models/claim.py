"""What a participant asks back: costs and public transport, each up to the project's own cap."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant
from projects.models import ClaimKind, Expense


class ClaimQuerySet(models.QuerySet["Claim"]):
    def waiting(self) -> "ClaimQuerySet":
        """Handed in and not decided."""
        return self.filter(status=Claim.Status.SUBMITTED)

    def to_pay(self) -> "ClaimQuerySet":
        """Approved and not paid yet."""
        return self.filter(status=Claim.Status.APPROVED)

    def standing(self) -> "ClaimQuerySet":
        """All that counts against the cap: everything that was not refused."""
        return self.exclude(status=Claim.Status.REFUSED)

    def total(self) -> Decimal:
        """The sum of the amounts, EUR."""
        return self.aggregate(total=Sum("amount"))["total"] or Decimal("0.00")


class Claim(models.Model):
    """One claim. Once paid it is an expense of the budget line its kind belongs to."""

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("wacht op besluit")
        APPROVED = "approved", _("goedgekeurd")
        REFUSED = "refused", _("afgewezen")
        PAID = "paid", _("betaald")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.PROTECT, related_name="claims"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=ClaimKind)
    amount = models.DecimalField(_("bedrag"), max_digits=7, decimal_places=2)
    spent_on = models.DateField(_("datum"))
    description = models.CharField(_("waarvoor"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.SUBMITTED)
    reason = models.CharField(_("reden van afwijzen"), max_length=300, blank=True)
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
        related_name="claim",
    )
    created_at = models.DateTimeField(_("ingediend op"), auto_now_add=True)

    objects = ClaimQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("declaratie")
        verbose_name_plural = _("declaraties")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="participants_claim_amount_positive",
                violation_error_message=_("Het bedrag moet meer zijn dan 0."),
            ),
            models.CheckConstraint(
                condition=Q(status="paid", expense__isnull=False) | (~Q(status="paid") & Q(expense__isnull=True)),
                name="participants_claim_paid_is_an_expense",
                violation_error_message=_("Een betaalde declaratie is een uitgave."),
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(reason=""),
                name="participants_claim_refused_with_reason",
                violation_error_message=_("Geef een reden om af te wijzen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount}"
