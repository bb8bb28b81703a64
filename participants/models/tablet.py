"""A tablet in registration mode, and what it sent that still needs a person to look at."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant
from projects.models import Meeting, Project

HEARD_JUST_NOW = timedelta(seconds=10)


def new_token() -> str:
    """What a tablet proves itself with: 256 bits that cannot be guessed."""
    return secrets.token_urlsafe(32)


def mark_of(token: str) -> str:
    """What is kept of a token. A token is random and long, so one plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


class TabletQuerySet(models.QuerySet["Tablet"]):
    def not_revoked(self) -> "TabletQuerySet":
        return self.filter(revoked_at__isnull=True)

    def holding(self) -> "TabletQuerySet":
        """Those that said, when last heard of, that they hold registrations nobody else has."""
        return self.filter(waiting__gt=0)

    def of_token(self, token: str) -> "Tablet | None":
        """The tablet that bears ``token`` and was not revoked."""
        try:
            return self.not_revoked().select_related("project", "opened_by").get(token_mark=mark_of(token))
        except self.model.DoesNotExist:
            return None


class Tablet(models.Model):
    """One tablet put in registration mode for one project. It can register and nothing else."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="tablets")
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("bijeenkomst"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="tablets",
    )
    name = models.CharField(_("naam"), max_length=60)
    token_mark = models.CharField(_("kenmerk"), max_length=64, unique=True, editable=False)
    pin = models.CharField(_("pincode, versleuteld"), max_length=128, editable=False)
    wrong_pins = models.PositiveSmallIntegerField(_("verkeerde pincodes na elkaar"), default=0)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("aangezet door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    opened_at = models.DateTimeField(_("aangezet op"), default=timezone.now)
    expires_at = models.DateTimeField(_("stopt vanzelf op"))
    heard_at = models.DateTimeField(_("laatst iets gehoord op"), null=True, blank=True)
    waiting = models.PositiveIntegerField(_("nog op de tablet"), default=0)
    sent = models.PositiveIntegerField(_("verstuurd"), default=0)
    left_at = models.DateTimeField(_("aanmeldstand verlaten op"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = TabletQuerySet.as_manager()
    history = History(excluded_fields=["heard_at", "waiting", "sent", "wrong_pins", "pin", "token_mark"])

    class Meta:
        verbose_name = _("tablet")
        verbose_name_plural = _("tablets")
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return self.name

    def is_news(self, waiting: int, sent: int) -> bool:
        """Whether what it says of itself is worth a write: other counts, or the first word in ten seconds."""
        same = (self.waiting, self.sent) == (waiting, sent)
        return not (same and self.heard_at and self.heard_at > timezone.now() - HEARD_JUST_NOW)

    def is_open(self, now: datetime | None = None) -> bool:
        """In registration mode now: not left, not revoked, not past its time."""
        return not self.left_at and not self.revoked_at and (now or timezone.now()) < self.expires_at


class ParkedQuerySet(models.QuerySet["Parked"]):
    def waiting(self) -> "ParkedQuerySet":
        """Those nobody has solved yet, the oldest first."""
        return self.filter(outcome="").order_by("received_at", "pk")


class Parked(models.Model):
    """A registration that arrived and could not be accepted as it was. A person solves it; nothing is thrown away."""

    class Why(models.TextChoices):
        FIELDS = "fields", _("er klopt iets niet in wat is ingevuld")
        OTHER_CONTENT = "other_content", _("dezelfde aanmelding kwam twee keer, met andere gegevens")

    class Outcome(models.TextChoices):
        REGISTERED = "registered", _("verbeterd en aangemeld")
        KEPT = "kept", _("wat er al stond is goed")
        DROPPED = "dropped", _("niet gebruikt")

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="parked")
    tablet = models.ForeignKey(
        Tablet, verbose_name=_("tablet"), null=True, blank=True, on_delete=models.SET_NULL, related_name="parked"
    )
    key = models.UUIDField(_("aanmeldsleutel"), editable=False)
    digest = models.CharField(_("vingerafdruk"), max_length=64, editable=False)
    answers = models.JSONField(_("antwoorden"), default=dict)
    why = models.CharField(_("waarom"), max_length=20, choices=Why)
    faults = models.JSONField(_("wat er niet klopt"), default=dict, blank=True)
    received_at = models.DateTimeField(_("ontvangen op"), default=timezone.now)
    outcome = models.CharField(_("afloop"), max_length=12, choices=Outcome, blank=True)
    reason = models.CharField(_("waarom zo"), max_length=300, blank=True)
    solved_at = models.DateTimeField(_("opgelost op"), null=True, blank=True)
    solved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("opgelost door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("deelnemer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parked",
    )

    objects = ParkedQuerySet.as_manager()
    history = History(excluded_fields=["answers"])

    class Meta:
        verbose_name = _("geparkeerde aanmelding")
        verbose_name_plural = _("geparkeerde aanmeldingen")
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "digest"],
                name="participants_parked_once",
                violation_error_message=_("Deze aanmelding staat er al."),
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(solved_at__isnull=False),
                name="participants_parked_solved_has_time",
                violation_error_message=_("Bij een opgeloste aanmelding hoort een tijd."),
            ),
        ]

    def __str__(self) -> str:
        return (self.answers.get("name") or [str(_("zonder naam"))])[0]
