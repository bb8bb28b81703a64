"""What participants are told by e-mail or SMS: one row a person and a cause, made before anything is sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.outbox import Outgoing
from participants.models.participant import Participant


class Message(Outgoing):
    """One message to one participant.

    ``kind`` says which source of ``participants.reminders`` wrote it and fills in its text when it is sent; ``about``
    tells one cause from another, so that a meeting that moved is told of again. ``number`` is the row it is about.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")
        SMS = "sms", _("sms")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="messages"
    )
    kind = models.CharField(_("soort"), max_length=30)
    about = models.CharField(_("waarover"), max_length=80)
    number = models.PositiveBigIntegerField(_("rij"), null=True, blank=True)
    send_at = models.DateTimeField(_("versturen vanaf"))
    channel = models.CharField(_("verstuurd per"), max_length=5, choices=Channel, blank=True)

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ["send_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "kind", "about"],
                name="participants_message_once",
                violation_error_message=_("Dit bericht bestaat al."),
            )
        ]
        indexes = [models.Index(fields=["send_at"], name="participants_message_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
