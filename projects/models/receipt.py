"""What proves an expense: a photo or a PDF, cleaned by ``mixen.uploads`` before it is kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.project import Project


class Receipt(models.Model):
    """One receipt; the expenses of a purchase that is split over lines all point at it."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="receipts")
    file = models.FileField(_("bestand"), upload_to="receipts/")
    media_type = models.CharField(_("soort bestand"), max_length=40)
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("toegevoegd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_at = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)

    history = History()

    class Meta:
        verbose_name = _("bon")
        verbose_name_plural = _("bonnen")
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.project}, {self.added_at:%d-%m-%Y}"
