"""Certificates, and the batch that prints all of a project."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from participants.models.participant import Participant
from projects.models import Project

# Without letters and digits that look alike on paper.
NUMBER_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
MOST_SIGNATORIES = 3


def new_number() -> str:
    """A certificate number that cannot be guessed: ``MIM-`` and ten characters."""
    return "MIM-" + "".join(secrets.choice(NUMBER_ALPHABET) for _position in range(10))


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def of_project(self, project: Project) -> "CertificateQuerySet":
        return self.filter(participant__project=project)

    def valid(self) -> "CertificateQuerySet":
        """Those that count; not of who was decided against after theirs was made."""
        return self.filter(participant__no_certificate_reason="")

    def handed_out(self) -> "CertificateQuerySet":
        return self.filter(handed_out_at__isnull=False)


class Certificate(models.Model):
    """The certificate of somebody who completed the programme; it can be checked by its number."""

    participant = models.OneToOneField(
        Participant, verbose_name=_("deelnemer"), on_delete=models.PROTECT, related_name="certificate"
    )
    number = models.CharField(_("nummer"), max_length=20, unique=True, default=new_number, editable=False)
    issued_on = models.DateField(_("uitgereikt op"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgereikt door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(_("volgorde bij het uitdelen"), default=0)
    handed_out_at = models.DateTimeField(_("opgehaald op"), null=True, blank=True)
    handed_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgedeeld door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CertificateQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("certificaat")
        verbose_name_plural = _("certificaten")
        ordering = ["position", "participant__person__name", "pk"]

    def __str__(self) -> str:
        return self.number


class Signatory(models.Model):
    """Who signs the certificates of a project, in the order in which they stand on the page."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="signatories"
    )
    position = models.PositiveSmallIntegerField(_("plaats"))
    name = models.CharField(_("naam"), max_length=100, validators=[refuse_control_characters])
    role = models.CharField(_("functie"), max_length=100, blank=True, validators=[refuse_control_characters])

    history = History()

    class Meta:
        verbose_name = _("ondertekenaar")
        verbose_name_plural = _("ondertekenaars")
        ordering = ["project", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "position"],
                name="participants_signatory_one_a_place",
                violation_error_message=_("Op deze plaats staat al iemand."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CertificateBatch(models.Model):
    """One run that renders all certificates of a project to one PDF; the page follows ``done``."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wacht")
        RUNNING = "running", _("bezig")
        READY = "ready", _("klaar")
        FAILED = "failed", _("mislukt")

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="certificate_batches"
    )
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.WAITING)
    total = models.PositiveIntegerField(_("aantal"))
    done = models.PositiveIntegerField(_("klaar"), default=0)
    pdf = models.FileField(_("PDF"), upload_to="certificates/", blank=True)
    error = models.CharField(_("fout"), max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gevraagd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)
    touched_at = models.DateTimeField(_("laatst gewerkt op"), auto_now=True)

    history = History(excluded_fields=["touched_at", "done"])

    class Meta:
        verbose_name = _("certificatenafdruk")
        verbose_name_plural = _("certificatenafdrukken")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="participants_batch_done_within_total"),
            models.CheckConstraint(condition=~Q(state="ready") | ~Q(pdf=""), name="participants_batch_ready_has_pdf"),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state__in=["waiting", "running"]),
                name="participants_batch_one_at_a_time",
                violation_error_message=_("Er wordt al een afdruk gemaakt."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.done}/{self.total}"

    @property
    def is_open(self) -> bool:
        """Still to be worked on."""
        return self.state in {self.State.WAITING, self.State.RUNNING}
