"""What a participant asks back: costs and public transport, each up to the project's own cap."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant
from projects.models import BudgetLine, ClaimKind, Expense, Payable, Project


class Claim(Payable):
    """One claim. Once paid it is an expense of the budget line its kind belongs to."""

    PROJECT = "participant__project"
    WITH_PAYEE = ("participant__person", "participant__project")
    EXPENSE_KIND = Expense.Kind.CLAIM

    class Via(models.TextChoices):
        TEAM = "team", _("door het team ingevoerd")
        PERSONAL = "personal", _("eigen pagina")
        PAPER = "paper", _("op papier")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.PROTECT, related_name="claims"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=ClaimKind)
    via = models.CharField(_("ingediend via"), max_length=10, choices=Via, default=Via.TEAM)

    history = History(excluded_fields=["iban", "account_holder"])

    class Meta(Payable.Meta):
        verbose_name = _("declaratie")
        verbose_name_plural = _("declaraties")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount}"

    @property
    def project(self) -> Project:
        return self.participant.project

    @property
    def payee(self) -> str:
        return self.account_holder or self.participant.person.name

    @property
    def name_in_the_books(self) -> str:
        return str(_("Deelnemer %(number)s") % {"number": self.participant_id})

    @property
    def what(self) -> str:
        return self.get_kind_display()

    def budget_line(self) -> BudgetLine | None:
        lines = BudgetLine.objects.filter(group__project=self.project, claim_kind=self.kind, left_out=False)
        return lines.order_by("group__number", "code").first()
