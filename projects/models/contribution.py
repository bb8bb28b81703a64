"""Who pays for a project: the district, and sometimes others."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.project import Project


class Contribution(models.Model):
    """An amount somebody promised, and whether it came in."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="contributions"
    )
    payer = models.CharField(_("van wie"), max_length=200)
    is_district = models.BooleanField(_("van het stadsdeel"), default=False)
    amount = models.DecimalField(_("bedrag"), max_digits=9, decimal_places=2)
    promised_on = models.DateField(_("toegezegd op"), null=True, blank=True)
    received_on = models.DateField(_("ontvangen op"), null=True, blank=True)

    history = History()

    class Meta:
        verbose_name = _("bijdrage")
        verbose_name_plural = _("bijdragen")
        ordering = ["-is_district", "payer", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="projects_contribution_amount_positive",
                violation_error_message=_("Het bedrag moet meer zijn dan 0."),
            ),
        ]

    def __str__(self) -> str:
        return self.payer
