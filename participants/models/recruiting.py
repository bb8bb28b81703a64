"""Who was told about the project, and who was called after not coming."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant
from projects.models import Meeting, Organisation, Project


class Told(models.Model):
    """How many people heard of the project at once: a class that was visited, folders that were handed out."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="told")
    channel = models.CharField(_("hoe"), max_length=20, choices=Participant.Channel)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("bij welke organisatie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="told",
    )
    people = models.PositiveIntegerField(_("hoeveel mensen"), validators=[MinValueValidator(1)])
    on = models.DateField(_("wanneer"), default=timezone.localdate)
    note = models.CharField(_("toelichting"), max_length=300, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    history = History()

    class Meta:
        verbose_name = _("keer verteld")
        verbose_name_plural = _("keren verteld")
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gte=1),
                name="participants_told_somebody",
                violation_error_message=_("Vul in hoeveel mensen het hoorden, ten minste 1."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.people}"


class AbsenceCall(models.Model):
    """One call to somebody who signed up and did not come."""

    class Outcome(models.TextChoices):
        COMES = "comes", _("komt de volgende keer")
        LATER = "later", _("later nog eens bellen")
        NO_ANSWER = "no_answer", _("nam niet op")
        STOPS = "stops", _("doet niet meer mee")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="absence_calls"
    )
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="absence_calls"
    )
    outcome = models.CharField(_("afloop"), max_length=10, choices=Outcome)
    note = models.CharField(
        _("notitie"), max_length=300, blank=True, help_text=_("Schrijf niets op over gezondheid, geloof of status.")
    )
    called_at = models.DateTimeField(_("gebeld op"), default=timezone.now)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gebeld door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    history = History()

    class Meta:
        verbose_name = _("telefoontje na wegblijven")
        verbose_name_plural = _("telefoontjes na wegblijven")
        ordering = ["-called_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_outcome_display()}"
