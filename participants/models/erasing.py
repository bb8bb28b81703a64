"""What is left of who was forgotten, the files that are still to go, and what people ask about their own data."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant

ANSWERED_WITHIN = timedelta(days=28)
"""The law gives a month; a February has 28 days."""


class ErasedRegistration(models.Model):
    """The key of a registration that was erased: sent again, it is refused for good and nothing of it is kept.

    These rows are the erasure list. ``into`` is the key of the registration that a double was merged into: with that
    one it is erased as well.
    """

    class Why(models.TextChoices):
        MERGED = "merged", _("samengevoegd met een andere")
        ASKED = "asked", _("op verzoek gewist")
        UNMATCHED = "unmatched", _("een jaar geen mixmaatje")
        ENDED = "ended", _("een jaar na het einde")

    key = models.UUIDField(_("aanmeldsleutel"), unique=True)
    erased_on = models.DateField(_("gewist op"), default=timezone.localdate)
    why = models.CharField(_("waarom"), max_length=10, choices=Why, default=Why.MERGED)
    into = models.UUIDField(_("samengevoegd met"), null=True, blank=True)

    class Meta:
        verbose_name = _("gewiste aanmelding")
        verbose_name_plural = _("gewiste aanmeldingen")
        ordering = ["-erased_on", "-pk"]

    def __str__(self) -> str:
        return str(self.key)


class DiscardedFile(models.Model):
    """A file that no row needs any more. It is removed once what discarded it is certain; the row goes last."""

    name = models.CharField(_("bestand"), max_length=255, unique=True)
    discarded_at = models.DateTimeField(_("weggedaan op"), default=timezone.now)

    class Meta:
        verbose_name = _("weggedaan bestand")
        verbose_name_plural = _("weggedane bestanden")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    def open(self) -> "DataRequestQuerySet":
        """Asked, and nobody did anything about it."""
        return self.filter(handled_at__isnull=True)


class DataRequest(models.Model):
    """Somebody asks on their own page for all that is kept about them, or to be erased. One open of a kind."""

    class Kind(models.TextChoices):
        COPY = "copy", _("wil alle gegevens")
        ERASE = "erase", _("wil gewist worden")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="data_requests"
    )
    kind = models.CharField(_("wat"), max_length=5, choices=Kind)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    handled_at = models.DateTimeField(_("afgehandeld op"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("afgehandeld door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = DataRequestQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("verzoek over eigen gegevens")
        verbose_name_plural = _("verzoeken over eigen gegevens")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "kind"],
                condition=Q(handled_at__isnull=True),
                name="participants_datarequest_one_open",
                violation_error_message=_("Dit is al gevraagd."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def answer_by(self) -> date:
        """The last day on which the answer is in time."""
        return timezone.localdate(self.asked_at) + ANSWERED_WITHIN
