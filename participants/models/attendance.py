"""Who came to which meeting. Signing up is not yet coming."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant
from projects.models import Meeting


class Attendance(models.Model):
    """Whether one participant was at one meeting; no row means it was not noted."""

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="attendances"
    )
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="attendances"
    )
    present = models.BooleanField(_("was er"), default=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    history = History()

    class Meta:
        verbose_name = _("aanwezigheid")
        verbose_name_plural = _("aanwezigheid")
        ordering = ["meeting", "participant"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "participant"],
                name="participants_attendance_once",
                violation_error_message=_("Deze aanwezigheid is al genoteerd."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {_('was er') if self.present else _('was er niet')}"
