"""What was spoken of with an organisation, and which organisations look alike and are not."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.partner import ContactPerson, Organisation
from projects.models.project import Project


class ContactNoteQuerySet(models.QuerySet["ContactNote"]):
    def open(self) -> "ContactNoteQuerySet":
        """Whose next step still has to be taken."""
        return self.filter(next_on__isnull=False, done_on__isnull=True)

    def due_on(self, day: date) -> "ContactNoteQuerySet":
        """Whose next step has to be taken on ``day`` or had to be before."""
        return self.open().filter(next_on__lte=day)


class ContactNote(models.Model):
    """One contact with an organisation: when, with whom, about what, and what comes next.

    One that belongs to a project is read by who leads that project; one without by who has the organisation in reach.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.CASCADE, related_name="contact_notes"
    )
    project = models.ForeignKey(
        Project,
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="contact_notes",
    )
    contact = models.ForeignKey(
        ContactPerson,
        verbose_name=_("met wie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contact_notes",
    )
    on = models.DateField(_("wanneer"), default=timezone.localdate)
    what = models.TextField(_("waarover"))
    next_step = models.CharField(_("volgende stap"), max_length=200, blank=True)
    next_on = models.DateField(_("wanneer is de volgende stap"), null=True, blank=True)
    done_on = models.DateField(_("stap gedaan op"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ContactNoteQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("contact met een organisatie")
        verbose_name_plural = _("contacten met organisaties")
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_step="", next_on__isnull=True) | (~Q(next_step="") & Q(next_on__isnull=False)),
                name="projects_contactnote_step_has_a_day",
                violation_error_message=_("Bij een volgende stap hoort een dag, en bij een dag een stap."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.on:%d-%m-%Y}"


class DifferentOrganisations(models.Model):
    """These are two organisations, somebody said after looking; they are not asked about again."""

    first = models.ForeignKey(
        Organisation, verbose_name=_("de een"), on_delete=models.CASCADE, related_name="unlike_first"
    )
    second = models.ForeignKey(
        Organisation, verbose_name=_("de ander"), on_delete=models.CASCADE, related_name="unlike_second"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("besloten door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("besloten op"), default=timezone.now)

    history = History()

    class Meta:
        verbose_name = _("twee verschillende organisaties")
        verbose_name_plural = _("twee verschillende organisaties")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="projects_differentorganisations_once",
                violation_error_message=_("Dit is al vastgelegd."),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="projects_differentorganisations_in_order",
                violation_error_message=_("Kies twee verschillende organisaties."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
