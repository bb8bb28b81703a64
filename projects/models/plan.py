"""The stappenplan: what has to be done when, and by whom."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.project import Project


class PlanStepQuerySet(models.QuerySet["PlanStep"]):
    def open(self) -> "PlanStepQuerySet":
        """Steps not done yet."""
        return self.filter(done_on__isnull=True)

    def late_on(self, day: date) -> "PlanStepQuerySet":
        """Open steps whose due date lies before ``day``."""
        return self.open().filter(due_on__lt=day)


class PlanStep(models.Model):
    """One dated step of a project."""

    class Phase(models.TextChoices):
        PREPARATION = "preparation", _("Voorbereiding")
        RECRUITMENT = "recruitment", _("Werving")
        MIXING = "mixing", _("Mixen")
        TOGETHER = "together", _("Samen op stap")
        CLOSING = "closing", _("Afronding")

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="plan_steps"
    )
    phase = models.CharField(_("fase"), max_length=20, choices=Phase)
    name = models.CharField(_("stap"), max_length=200)
    due_on = models.DateField(_("klaar op"))
    done_on = models.DateField(_("gedaan op"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gedaan door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    owner_role = models.CharField(
        _("voor wie"),
        max_length=20,
        default="coordinator",
        choices=[("coordinator", _("coördinator")), ("ambassador", _("ambassadeur"))],
    )

    objects = PlanStepQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappenplan")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"],
                name="projects_planstep_name_once",
                violation_error_message=_("Deze stap staat al in het plan."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
