"""What participants are told by e-mail or SMS: one row a person and a cause, made before anything is sent."""

from datetime import datetime

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from mixen.outbox import Outgoing
from participants.models.participant import Participant
from participants.models.person import Person

NO_WAY = "geen e-mail of mobiel nummer"
"""Why a message was given up: there was nothing to send it to."""


class MessageQuerySet(models.QuerySet["Message"]):
    def that_failed(self) -> "MessageQuerySet":
        """Given up because it could not reach somebody: no address, or one that does not take it."""
        return self.filter(Q(failures__gt=0) | Q(given_up=NO_WAY)).exclude(given_up="")

    def with_the_same_address(self, same: bool) -> "MessageQuerySet":
        """Those whose person still has the address of the last try, or (not ``same``) has another one since.

        The address of the try is not kept in the message: the history of the person knows it.
        """
        past = Person.history.model.objects.filter(
            id=OuterRef("participant__person"), history_date__lte=OuterRef("claimed_at")
        ).order_by("-history_date", "-history_id")
        rows = self.annotate(
            email_then=Subquery(past.values("email")[:1]), phone_then=Subquery(past.values("phone")[:1])
        )
        changed = ~Q(email_then=F("participant__person__email")) | ~Q(phone_then=F("participant__person__phone"))
        return rows.exclude(changed) if same else rows.filter(changed)


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

    objects = MessageQuerySet.as_manager()

    waits_since = "send_at"

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

    @property
    def begins_at(self) -> datetime | None:
        """When what it is about begins; None when it is about nothing with a time."""
        _number, _space, moment = self.about.rpartition(" ")
        try:
            return datetime.fromisoformat(moment)
        except ValueError:
            return None
