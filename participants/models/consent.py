"""What somebody agreed to, in which words, and how they signed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant


class ConsentText(models.Model):
    """One version of a text people agree to, in one language. A text that was used is never rewritten."""

    class Kind(models.TextChoices):
        TAKING_PART = "taking_part", _("meedoen")
        COUNTRY = "country", _("land van herkomst")
        PHOTOS = "photos", _("foto's")

    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    version = models.PositiveSmallIntegerField(_("versie"))
    language = models.CharField(_("taal"), max_length=8, default="nl")
    body = models.TextField(_("tekst"))

    history = History()

    class Meta:
        verbose_name = _("toestemmingstekst")
        verbose_name_plural = _("toestemmingsteksten")
        ordering = ["kind", "-version", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version", "language"],
                name="participants_consenttext_version_once",
                violation_error_message=_("Deze versie bestaat al in deze taal."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, versie {self.version} ({self.language})"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self) -> "ConsentQuerySet":
        """Given and not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class Consent(models.Model):
    """One agreement of one participant."""

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="consents"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=ConsentText.Kind)
    text = models.ForeignKey(ConsentText, verbose_name=_("tekst"), on_delete=models.PROTECT, related_name="consents")
    signed_as = models.CharField(_("ondertekend als"), max_length=200)
    given_at = models.DateTimeField(_("gegeven op"), default=timezone.now)
    helped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("geholpen door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ["participant", "kind", "given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "kind"],
                condition=Q(withdrawn_at__isnull=True),
                name="participants_consent_one_standing",
                violation_error_message=_("Deze toestemming is al gegeven."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.given_at:%d-%m-%Y}"
