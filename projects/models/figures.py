"""The figures of a project as they were at the end of a month: what the district reads while the project runs."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.project import Project


class MonthlyFigures(models.Model):
    """Counts of the programme at the end of ``month`` (its first day); never a count by a personal attribute."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="monthly_figures"
    )
    month = models.DateField(_("maand"))
    figures = models.JSONField(_("cijfers"), default=list)
    frozen_at = models.DateTimeField(_("vastgelegd op"), auto_now_add=True)

    history = History()

    class Meta:
        verbose_name = _("maandcijfers")
        verbose_name_plural = _("maandcijfers")
        ordering = ["project", "-month"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "month"],
                name="projects_monthlyfigures_once",
                violation_error_message=_("De cijfers van deze maand zijn er al."),
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="projects_monthlyfigures_first_day",
                violation_error_message=_("Een maand heet naar de eerste dag."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}, {self.month:%m-%Y}"
