"""Who of the team and of the guests is to hear by e-mail that a meeting was moved, or moved back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.outbox import Outgoing
from projects.models.gathering import Guest
from projects.models.moving import MeetingMove


class MoveNotice(Outgoing):
    """One mail to one member of the team or one guest; ``starts_at`` is the new beginning it tells of."""

    move = models.ForeignKey(MeetingMove, verbose_name=_("verzet"), on_delete=models.CASCADE, related_name="notices")
    starts_at = models.DateTimeField(_("begint nu"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("teamlid"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    guest = models.ForeignKey(
        Guest, verbose_name=_("gast"), null=True, blank=True, on_delete=models.CASCADE, related_name="notices"
    )

    waits_since = "move__moved_at"

    class Meta:
        verbose_name = _("bericht over een verzette bijeenkomst")
        verbose_name_plural = _("berichten over verzette bijeenkomsten")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["move", "starts_at", "user"],
                name="projects_movenotice_once_a_member",
                violation_error_message=_("Dit teamlid krijgt dit bericht al."),
            ),
            models.UniqueConstraint(
                fields=["move", "starts_at", "guest"],
                name="projects_movenotice_once_a_guest",
                violation_error_message=_("Deze gast krijgt dit bericht al."),
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(guest__isnull=True),
                name="projects_movenotice_to_one",
                violation_error_message=_("Een bericht gaat naar een teamlid of naar een gast."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.move)
