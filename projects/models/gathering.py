"""What belongs to one meeting beside its date: guests who are asked, and files with its minutes."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models.meeting import Meeting


class GuestQuerySet(models.QuerySet["Guest"]):
    def expected(self) -> "GuestQuerySet":
        """Who did not say no: there is a chair for them."""
        return self.exclude(answer=Guest.Answer.NO)


class Guest(models.Model):
    """Somebody who comes to a meeting without taking part, such as an alderman who hands out certificates."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("van het stadsdeel")
        CELEBRITY = "celebrity", _("bekende buurtgenoot")
        MEDIA = "media", _("media")
        PARTNER = "partner", _("van een partner")
        OTHER = "other", _("andere gast")

    class Answer(models.TextChoices):
        YES = "yes", _("komt")
        NO = "no", _("komt niet")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="guests"
    )
    kind = models.CharField(_("soort gast"), max_length=10, choices=Kind, default=Kind.OTHER)
    name = models.CharField(_("naam"), max_length=200, validators=[refuse_control_characters])
    organisation = models.CharField(
        _("organisatie"), max_length=200, blank=True, validators=[refuse_control_characters]
    )
    email = models.EmailField(_("e-mail"), blank=True)
    invited_on = models.DateField(_("uitgenodigd op"), null=True, blank=True)
    answer = models.CharField(_("komt"), max_length=3, choices=Answer, blank=True)
    hands_out_certificates = models.BooleanField(_("reikt certificaten uit"), default=False)

    objects = GuestQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("gast")
        verbose_name_plural = _("gasten")
        ordering = ["meeting", "kind", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="projects_guest_has_name",
                violation_error_message=_("Vul een naam in."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


class MeetingFile(models.Model):
    """A file that goes with the minutes of a meeting, cleaned by ``mixen.uploads`` before it is kept."""

    meeting = models.ForeignKey(Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="files")
    title = models.CharField(_("wat is het"), max_length=200, validators=[refuse_control_characters])
    file = models.FileField(_("bestand"), upload_to="meetings/")
    media_type = models.CharField(_("soort bestand"), max_length=40)
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
        verbose_name = _("bijlage bij een verslag")
        verbose_name_plural = _("bijlagen bij verslagen")
        ordering = ["meeting", "added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="projects_meetingfile_says_what_it_is",
                violation_error_message=_("Schrijf op wat voor bestand het is."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ending(self) -> str:
        """What the name of the file ends in when somebody downloads it."""
        return "pdf" if self.media_type == "application/pdf" else "jpg"
