"""Photos of a project, with who is on them: only who agreed to photos may be."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.consent import Consent, ConsentText
from participants.models.participant import Participant
from projects.models import Meeting, Project


def who_agreed_to_photos(project: Project) -> "models.QuerySet[Participant]":
    """The participants of ``project`` who may be on a photo."""
    agrees = Consent.objects.standing().filter(participant=OuterRef("pk"), kind=ConsentText.Kind.PHOTOS)
    return Participant.objects.filter(Exists(agrees), project=project)


class PhotoQuerySet(models.QuerySet["Photo"]):
    def with_blocked(self) -> "PhotoQuerySet":
        """Adds ``is_blocked``: somebody on it no longer agrees, so nobody gets to see it."""
        return self.annotate(is_blocked=Exists(self._without_consent()))

    def for_report(self) -> "PhotoQuerySet":
        """Chosen for the report, and nobody on it took their consent back."""
        return self.filter(in_report=True).exclude(Exists(self._without_consent()))

    def blocked(self) -> "PhotoQuerySet":
        """Chosen for the report, but somebody on it no longer agrees."""
        return self.filter(in_report=True).filter(Exists(self._without_consent()))

    @staticmethod
    def _without_consent() -> "models.QuerySet[Participant]":
        agrees = Consent.objects.standing().filter(participant=OuterRef("pk"), kind=ConsentText.Kind.PHOTOS)
        return Participant.objects.filter(photos=OuterRef("pk")).exclude(Exists(agrees))


class Photo(models.Model):
    """One photo, cleaned of all it tells besides the picture. Either people are named, or nobody is recognisable."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="photos")
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("bijeenkomst"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="photos",
    )
    file = models.ImageField(_("foto"), upload_to="photos/", width_field="width", height_field="height")
    width = models.PositiveIntegerField(_("breedte"), default=0)
    height = models.PositiveIntegerField(_("hoogte"), default=0)
    caption = models.CharField(_("bijschrift"), max_length=200, blank=True)
    alt = models.CharField(_("wat is er te zien"), max_length=200)
    people = models.ManyToManyField(Participant, verbose_name=_("wie staan erop"), blank=True, related_name="photos")
    nobody_recognisable = models.BooleanField(_("niemand is te herkennen"), default=False)
    in_report = models.BooleanField(_("in het eindverslag"), default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("toegevoegd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_at = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)

    is_blocked: bool  # set by with_blocked()

    objects = PhotoQuerySet.as_manager()
    history = History(m2m_fields=[people])

    class Meta:
        verbose_name = _("foto")
        verbose_name_plural = _("foto's")
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt=""),
                name="participants_photo_says_what_is_on_it",
                violation_error_message=_("Schrijf op wat er op de foto te zien is."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt
