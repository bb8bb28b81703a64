"""The proposal as it stands: what was decided by hand, and what the core made of it. Each change is a new row, so
every change can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matching.models.board import Board


class DraftQuerySet(models.QuerySet["Draft"]):
    def standing(self) -> "DraftQuerySet":
        """Not undone, newest first."""
        return self.filter(undone=False).order_by("-number")


class Draft(models.Model):
    """One version of the proposal of a mix meeting.

    ``locks`` and ``vetoes`` are ``[new, old]`` lists of participants' numbers, ``answer`` is what the core wrote,
    and ``asked`` a short mark of what it was asked, to see later whether anything changed.
    """

    board = models.ForeignKey(Board, verbose_name=_("middag"), on_delete=models.CASCADE, related_name="drafts")
    number = models.PositiveIntegerField(_("versie"))
    what = models.CharField(_("wat er veranderde"), max_length=300)
    locks = models.JSONField(_("vastgezet"), default=list)
    vetoes = models.JSONField(_("niet samen"), default=list)
    answer = models.JSONField(_("voorstel"), default=dict)
    asked = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("door")
    )
    made_at = models.DateTimeField(_("op"), auto_now_add=True)
    undone = models.BooleanField(_("teruggedraaid"), default=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("versie van het voorstel")
        verbose_name_plural = _("versies van het voorstel")
        ordering = ["board", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "number"],
                name="matching_draft_once",
                violation_error_message=_("Deze versie bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return self.what
