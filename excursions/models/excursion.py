"""Group excursions and who goes along."""

from datetime import date, datetime
from decimal import Decimal

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
from projects.models import Expense, Project

ZERO = Decimal("0.00")


class ExcursionQuerySet(models.QuerySet["Excursion"]):
    def with_counts(self) -> "ExcursionQuerySet":
        """Adds ``going``, ``waiting``, ``attended`` and ``no_show``: how many have a place, wait, came, or did not."""
        state = Signup.State
        return self.annotate(
            going=Count("signups", filter=Q(signups__state=state.GOING)),
            waiting=Count("signups", filter=Q(signups__state=state.WAITING)),
            attended=Count("signups", filter=Q(signups__attended=True)),
            no_show=Count("signups", filter=Q(signups__attended=False)),
        )

    def upcoming(self, now: datetime | None = None) -> "ExcursionQuerySet":
        return self.filter(starts_at__gte=now or timezone.now()).order_by("starts_at")

    def for_page(self) -> "ExcursionQuerySet":
        """With all that a page about one excursion shows."""
        rows = self.with_counts().select_related("place__organisation", "project", "booking__corrected_by")
        return rows.prefetch_related("guides")

    def taking_place(self) -> "ExcursionQuerySet":
        """Without those that were called off."""
        return self.filter(cancelled_at__isnull=True)


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
    guides = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("begeleiders"), blank=True, related_name="excursions_guided"
    )
    price = models.DecimalField(_("prijs per persoon"), max_digits=6, decimal_places=2, default=ZERO)
    stadspas_price = models.DecimalField(_("prijs met Stadspas"), max_digits=6, decimal_places=2, default=ZERO)
    cancelled_at = models.DateTimeField(_("gaat niet door sinds"), null=True, blank=True)
    cancelled_because = models.CharField(_("gaat niet door, omdat"), max_length=300, blank=True)
    booking = models.OneToOneField(
        Expense,
        verbose_name=_("kosten geboekt als"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="excursion",
    )

    going: int  # these four are set by with_counts()
    waiting: int
    attended: int
    no_show: int

    objects = ExcursionQuerySet.as_manager()
    history = History(m2m_fields=[guides])

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
            models.CheckConstraint(
                condition=Q(price__gte=0, stadspas_price__gte=0),
                name="excursions_excursion_price_not_negative",
                violation_error_message=_("Een prijs kan niet minder dan 0 zijn."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_because="")
                | Q(cancelled_at__isnull=False) & ~Q(cancelled_because=""),
                name="excursions_excursion_cancelled_because",
                violation_error_message=_("Schrijf op waarom de excursie niet doorgaat."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("excursions:excursion", args=[self.project.slug, self.pk])

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_booked(self) -> bool:
        """Whether the costs stand in the books; a counter-entry takes them out again."""
        return self.booking is not None and not hasattr(self.booking, "corrected_by")

    @property
    def can_be_ticked(self) -> bool:
        """Whether its day has come, so that who came can be noted."""
        return not self.is_cancelled and self.day <= timezone.localdate()

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def free(self) -> int:
        """Places for who signs up now, after ``with_counts``: who waits comes first, so nobody passes the line."""
        return 0 if self.waiting or self.is_cancelled else max(0, self.capacity - self.going)


class SignupQuerySet(models.QuerySet["Signup"]):
    def going(self) -> "SignupQuerySet":
        return self.filter(state=Signup.State.GOING)

    def listed(self) -> "SignupQuerySet":
        """Who goes or waits."""
        return self.exclude(state=Signup.State.CANCELLED)

    def in_line(self) -> "SignupQuerySet":
        """The waiting list in order of arrival."""
        return self.filter(state=Signup.State.WAITING).order_by("pk")


class Signup(models.Model):
    """One participant's place in an excursion or on its waiting list; ``couple`` ties those who go together.

    ``paid`` is what the project paid for this person, EUR; None while that is still to come.
    """

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
    paid = models.DecimalField(_("betaald"), max_digits=6, decimal_places=2, null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(paid__isnull=True) | Q(paid__gte=0),
                name="excursions_signup_paid_not_negative",
                violation_error_message=_("Een prijs kan niet minder dan 0 zijn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_state_display()}"

    @property
    def price(self) -> Decimal:
        """What this person costs, EUR: less with a Stadspas."""
        return self.excursion.stadspas_price if self.participant.person.has_stadspas else self.excursion.price
