"""What participants say on their own: how it is going, and that they want to stop."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant


class Mood(models.Model):
    """How it is going, as a face and a word. ``noted_by`` is empty when they said so themselves."""

    class Face(models.IntegerChoices):
        GOOD = 3, _("goed")
        SO_SO = 2, _("gaat wel")
        BAD = 1, _("niet goed")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="moods"
    )
    face = models.PositiveSmallIntegerField(_("hoe gaat het"), choices=Face)
    word = models.CharField(_("in een paar woorden"), max_length=200, blank=True)
    said_at = models.DateTimeField(_("gezegd op"), default=timezone.now)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    handled_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)

    history = History()

    class Meta:
        verbose_name = _("hoe gaat het")
        verbose_name_plural = _("hoe gaat het")
        ordering = ["-said_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(face__gte=1, face__lte=3),
                name="participants_mood_one_of_three",
                violation_error_message=_("Kies een van de drie gezichten."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_face_display())


class StopWish(models.Model):
    """Somebody in a couple wants to stop: the coordinator calls first. One open wish a participant."""

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="stop_wishes"
    )
    word = models.CharField(_("waarom"), max_length=300, blank=True)
    said_at = models.DateTimeField(_("gezegd op"), default=timezone.now)
    handled_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)

    history = History()

    class Meta:
        verbose_name = _("wil stoppen")
        verbose_name_plural = _("willen stoppen")
        ordering = ["said_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(handled_at__isnull=True),
                name="participants_stopwish_one_open",
                violation_error_message=_("Dit is al gezegd."),
            )
        ]

    def __str__(self) -> str:
        return str(self.participant)
