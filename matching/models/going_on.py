"""What happens to a couple between its first day and its last: a pause, and the wish to go on."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models.couple import Couple, CoupleMember
from mixen.accounts.audit import History


class PauseQuerySet(models.QuerySet["Pause"]):
    def on(self, day: date) -> "PauseQuerySet":
        """Those that ``day`` falls in."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Pause(models.Model):
    """A time in which a couple does not meet, such as a holiday or an illness in the family; one open a couple.

    ``until`` is the last day; while it is empty nobody knows yet. ``moves_end`` says that the couple's last day moves
    by as many days as the pause takes.
    """

    couple = models.ForeignKey(Couple, verbose_name=_("koppel"), on_delete=models.CASCADE, related_name="pauses")
    since = models.DateField(_("vanaf"))
    until = models.DateField(_("tot en met"), null=True, blank=True)
    reason = models.CharField(
        _("waarom"), max_length=300, help_text=_("Schrijf niets op over gezondheid, geloof of verblijfsstatus.")
    )

    moves_end = models.BooleanField(_("de einddatum schuift mee"), default=True)

    objects = PauseQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("pauze")
        verbose_name_plural = _("pauzes")
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["couple"],
                condition=Q(until__isnull=True),
                name="matching_pause_one_open",
                violation_error_message=_("Dit koppel heeft al pauze."),
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="matching_pause_ends_after_start",
                violation_error_message=_("De laatste dag kan niet voor de eerste dag liggen."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.reason)

    @property
    def days_moved(self) -> int:
        """By how many days the couple's end moved for this pause; 0 while nobody knows its last day."""
        return (self.until - self.since).days + 1 if self.moves_end and self.until else 0

    def covers(self, day: date) -> bool:
        """Whether ``day`` falls in it."""
        return self.since <= day and (self.until is None or self.until >= day)


class GoingOn(models.Model):
    """Whether one member wants to go on after the agreed time. ``noted_by`` is empty when they said so themselves."""

    member = models.OneToOneField(
        CoupleMember, verbose_name=_("lid van een koppel"), on_delete=models.CASCADE, related_name="going_on"
    )
    wants = models.BooleanField(_("wil door"))
    said_at = models.DateTimeField(_("gezegd op"), default=timezone.now)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    history = History()

    class Meta:
        verbose_name = _("wil door of niet")
        verbose_name_plural = _("willen door of niet")
        ordering = ["member"]

    def __str__(self) -> str:
        return str(self.member)
