"""The end report: texts while it is written, everything frozen once it is final."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.project import Project


class EndReportQuerySet(models.QuerySet["EndReport"]):
    def final(self) -> "EndReportQuerySet":
        """What an official may see, the newest version first."""
        return self.filter(status=EndReport.Status.FINAL).order_by("-version")


class EndReport(models.Model):
    """One version of a project's end report.

    ``texts`` maps a section's key to its text. Once final, ``figures`` holds every figure with its label and
    definition as they were, and ``sha256`` the hash of the PDF.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("concept")
        FINAL = "final", _("vastgesteld")

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="end_reports"
    )
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    texts = models.JSONField(_("teksten"), default=dict, blank=True)
    name_countries = models.BooleanField(
        _("noem de landen van herkomst, zonder aantallen"),
        default=False,
        help_text=_("Anders staan alleen landen van 5 of meer deelnemers in het verslag."),
    )
    figures = models.JSONField(_("cijfers"), null=True, blank=True)
    pdf = models.FileField(_("PDF"), upload_to="reports/", blank=True)
    xlsx = models.FileField(_("XLSX"), upload_to="reports/", blank=True)
    sha256 = models.CharField(_("controlegetal van de PDF"), max_length=64, blank=True)
    finalised_at = models.DateTimeField(_("vastgesteld op"), null=True, blank=True)
    finalised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("vastgesteld door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = EndReportQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("eindverslag")
        verbose_name_plural = _("eindverslagen")
        ordering = ["project", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "version"],
                name="projects_endreport_version_once",
                violation_error_message=_("Deze versie bestaat al."),
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(status="draft"),
                name="projects_endreport_one_draft",
                violation_error_message=_("Er is al een concept."),
            ),
            models.CheckConstraint(
                condition=Q(status="draft")
                | (Q(finalised_at__isnull=False) & Q(figures__isnull=False) & ~Q(pdf="") & ~Q(sha256="")),
                name="projects_endreport_final_is_whole",
                violation_error_message=_("Een vastgesteld verslag heeft cijfers, een PDF en een controlegetal."),
            ),
        ]

    def __str__(self) -> str:
        return f"Eindverslag {self.project}, versie {self.version}"

    @property
    def is_final(self) -> bool:
        return self.status == self.Status.FINAL
