"""The stappenplan: what has to be done when, and by whom; and plans kept as a template."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.accounts.models import User
from mixen.fields import refuse_control_characters
from projects.models.project import MeetingKind, Project

FAR = 400
"""How many days a step may lie from what it hangs on."""


class Phase(models.TextChoices):
    """The parts of a stappenplan."""

    PREPARATION = "preparation", _("Voorbereiding")
    RECRUITMENT = "recruitment", _("Werving")
    MIXING = "mixing", _("Mixen")
    TOGETHER = "together", _("Samen op stap")
    CLOSING = "closing", _("Afronding")


class Anchor(models.TextChoices):
    """What a step hangs on, and moves with; code says ``PlanStep.Anchor``."""

    START = "start", _("het begin van het project")
    INFORMATION = MeetingKind.INFORMATION.value, _("de informatiebijeenkomst")
    MIX = MeetingKind.MIX.value, _("de mixbijeenkomst")
    INTERIM = MeetingKind.INTERIM.value, _("de tussentijdse bijeenkomst")
    CLOSING = MeetingKind.CLOSING.value, _("de slotbijeenkomst")
    END = "end", _("het eind van het project")
    FIXED = "fixed", _("niets: de dag staat vast")


class OwnerRole(models.TextChoices):
    """Whose work a step is while no name stands by it."""

    COORDINATOR = "coordinator", _("coördinator")
    PROJECT_LEADER = "project_leader", _("projectleider")
    AMBASSADOR = "ambassador", _("ambassadeur")


class PlanStepQuerySet(models.QuerySet["PlanStep"]):
    def open(self) -> "PlanStepQuerySet":
        """Steps not done yet."""
        return self.filter(done_on__isnull=True)

    def late_on(self, day: date) -> "PlanStepQuerySet":
        """Open steps whose due date lies before ``day``."""
        return self.open().filter(due_on__lt=day)


class StepRules(models.Model):
    """What a step of a plan and a step of a template share."""

    phase = models.CharField(_("fase"), max_length=20, choices=Phase)
    name = models.CharField(_("stap"), max_length=200, validators=[refuse_control_characters])
    anchor = models.CharField(_("hangt aan"), max_length=20, choices=Anchor, default=Anchor.FIXED)
    offset_days = models.SmallIntegerField(_("dagen erna (min is ervoor)"), default=0)
    owner_role = models.CharField(_("voor wie"), max_length=20, default=OwnerRole.COORDINATOR, choices=OwnerRole)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class PlanStep(StepRules):
    """One dated step of a project. An open step moves with its anchor; a done one stays."""

    Phase = Phase
    Anchor = Anchor
    OwnerRole = OwnerRole

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="plan_steps"
    )
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
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wie het doet"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField(_("notitie"), max_length=1000, blank=True)

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
            ),
            models.CheckConstraint(
                condition=models.Q(offset_days__gte=-FAR, offset_days__lte=FAR),
                name="projects_planstep_within_reach",
                violation_error_message=_("Kies een dag die dichter bij de bijeenkomst ligt."),
            ),
        ]

    @property
    def is_done(self) -> bool:
        return self.done_on is not None

    def is_for(self, user: User) -> bool:
        """Whether an ambassador may tick it: their own step, or one that any ambassador may take."""
        return self.owner_id == user.pk or (self.owner_id is None and self.owner_role == OwnerRole.AMBASSADOR)

    def rule_in(self, starts_on: date) -> tuple[str, int]:
        """Anchor and offset for a plan elsewhere; a step with a day of its own keeps its distance to the beginning."""
        if self.anchor != Anchor.FIXED:
            return self.anchor, self.offset_days
        return Anchor.START.value, max(-FAR, min(FAR, (self.due_on - starts_on).days))

    @property
    def who(self) -> Any:
        """The name of who does it, or else the role."""
        return self.owner.name if self.owner else self.get_owner_role_display()


class PlanTemplate(models.Model):
    """A stappenplan that proved itself, kept to start other projects from."""

    name = models.CharField(_("naam"), max_length=100, unique=True, validators=[refuse_control_characters])
    source = models.ForeignKey(
        Project, verbose_name=_("uit project"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("bewaard op"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("bewaard door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    history = History()

    class Meta:
        verbose_name = _("sjabloon van een stappenplan")
        verbose_name_plural = _("sjablonen van stappenplannen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TemplateStep(StepRules):
    """One step of a template: its day follows from the project that starts from it."""

    template = models.ForeignKey(
        PlanTemplate, verbose_name=_("sjabloon"), on_delete=models.CASCADE, related_name="steps"
    )

    history = History()

    class Meta:
        verbose_name = _("stap van een sjabloon")
        verbose_name_plural = _("stappen van sjablonen")
        ordering = ["template", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "name"],
                name="projects_templatestep_name_once",
                violation_error_message=_("Deze stap staat al in het sjabloon."),
            ),
            models.CheckConstraint(
                condition=models.Q(offset_days__gte=-FAR, offset_days__lte=FAR),
                name="projects_templatestep_within_reach",
                violation_error_message=_("Kies een dag die dichter bij de bijeenkomst ligt."),
            ),
        ]
