"""What the coordinator put off, and the summary of the week."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.outbox import Outgoing
from projects.models.project import Project


class Snooze(models.Model):
    """One line of the attention list that may wait, with the reason. After ``until`` it is back.

    ``key`` is the line's own: what it is about, never a text.
    """

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="snoozes")
    key = models.CharField(_("regel"), max_length=100)
    until = models.DateField(_("tot en met"))
    reason = models.CharField(_("waarom"), max_length=300)
    snoozed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgesteld door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    snoozed_at = models.DateTimeField(_("uitgesteld op"), default=timezone.now)

    history = History()

    class Meta:
        verbose_name = _("uitgesteld")
        verbose_name_plural = _("uitgesteld")
        ordering = ["until", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "key"],
                name="projects_snooze_once",
                violation_error_message=_("Dit is al uitgesteld."),
            )
        ]

    def __str__(self) -> str:
        return self.key


class WeeklySummary(Outgoing):
    """The mail of one week to one person who runs projects; the row comes first."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="summaries"
    )
    week = models.DateField(_("week van"), help_text=_("De maandag."))

    waits_since = "week"

    class Meta:
        verbose_name = _("weekoverzicht")
        verbose_name_plural = _("weekoverzichten")
        ordering = ["-week", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "week"],
                name="projects_weeklysummary_once",
                violation_error_message=_("Dit weekoverzicht bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {date_format(self.week, 'j F Y')}"
