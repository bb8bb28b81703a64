"""What has to be ready for a meeting, one line each."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models.meeting import Meeting


class MeetingTask(models.Model):
    """One line of the checklist of a meeting, ticked by whom and when."""

    meeting = models.ForeignKey(Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="tasks")
    name = models.CharField(_("wat"), max_length=200, validators=[refuse_control_characters])
    place = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    done_at = models.DateTimeField(_("klaar op"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("klaar gemaakt door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    history = History()

    class Meta:
        verbose_name = _("punt van de checklist")
        verbose_name_plural = _("checklist")
        ordering = ["meeting", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "name"],
                name="projects_meetingtask_name_once",
                violation_error_message=_("Dit staat al op de checklist."),
            ),
            models.CheckConstraint(
                condition=Q(done_by__isnull=True) | Q(done_at__isnull=False),
                name="projects_meetingtask_done_when",
                violation_error_message=_("Wie iets afvinkt, doet dat op een moment."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_done(self) -> bool:
        return self.done_at is not None
