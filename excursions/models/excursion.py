"""Group excursions and who goes along."""

from datetime import date, datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from excursions.models.booklet import Place
from matching.models import Couple
from mixen.accounts.audit import History
from participants.models import Participant
from projects.models import Project


class ExcursionQuerySet(models.QuerySet["Excursion"]):
    def with_counts(self) -> "ExcursionQuerySet":
        """Adds ``going``, ``waiting`` and ``attended``: how many hold a place, wait for one, and came."""
        state = Signup.State
        return self.annotate(
            going=Count("signups", filter=Q(signups__state=state.GOING)),
            waiting=Count("signups", filter=Q(signups__state=state.WAITING)),
            attended=Count("signups", filter=Q(signups__attended=True)),
        )

    def upcoming(self, now: datetime | None = None) -> "ExcursionQuerySet":
        return self.filter(starts_at__gte=now or timezone.now()).order_by("starts_at")


class Excursion(models.Model):
    """A trip for the whole group; at most six a project by custom."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="excursions"
    )
    name = models.CharField(_("naam"), max_length=200)
    place = models.ForeignKey(
        Place, verbose_name=_("plek"), null=True, blank=True, on_delete=models.SET_NULL, related_name="excursions"
    )
    starts_at = models.DateTimeField(_("vertrek"))
    meeting_point = models.CharField(_("verzamelen bij"), max_length=200)
    capacity = models.PositiveSmallIntegerField(
        _("aantal plaatsen"), validators=[MinValueValidator(2), MaxValueValidator(200)]
    )
    guide = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begeleider"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="excursions_guided",
    )

    going: int  # these three are set by with_counts()
    waiting: int
    attended: int

    objects = ExcursionQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("excursie")
        verbose_name_plural = _("excursies")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name", "starts_at"],
                name="excursions_excursion_once",
                violation_error_message=_("Deze excursie staat er al."),
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=2),
                name="excursions_excursion_has_room",
                violation_error_message=_("Een excursie heeft ten minste twee plaatsen."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("excursions:excursion", args=[self.project.slug, self.pk])

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)


class SignupQuerySet(models.QuerySet["Signup"]):
    def going(self) -> "SignupQuerySet":
        return self.filter(state=Signup.State.GOING)

    def in_line(self) -> "SignupQuerySet":
        """The waiting list in order of arrival."""
        return self.filter(state=Signup.State.WAITING).order_by("pk")


class Signup(models.Model):
    """One participant's place in an excursion or on its waiting list; ``couple`` ties those who go together."""

    class State(models.TextChoices):
        GOING = "going", _("gaat mee")
        WAITING = "waiting", _("wachtlijst")
        CANCELLED = "cancelled", _("afgezegd")

    excursion = models.ForeignKey(
        Excursion, verbose_name=_("excursie"), on_delete=models.CASCADE, related_name="signups"
    )
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="excursion_signups"
    )
    couple = models.ForeignKey(
        Couple,
        verbose_name=_("samen als koppel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="excursion_signups",
    )
    state = models.CharField(_("status"), max_length=10, choices=State)
    attended = models.BooleanField(_("ging mee"), null=True, blank=True)

    objects = SignupQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("inschrijving")
        verbose_name_plural = _("inschrijvingen")
        ordering = ["excursion", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["excursion", "participant"],
                condition=~Q(state="cancelled"),
                name="excursions_signup_once",
                violation_error_message=_("Deze deelnemer staat al op de lijst."),
            ),
            models.CheckConstraint(
                condition=Q(attended__isnull=True) | Q(state="going"),
                name="excursions_signup_only_going_attends",
                violation_error_message=_("Alleen wie een plaats had, kan zijn meegegaan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_state_display()}"
