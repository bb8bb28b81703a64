"""Visits by appointment: a place that receives couples or small groups."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from excursions.models.booklet import Place
from matching.models import Couple
from mixen.accounts.audit import History
from participants.models import Participant
from projects.models import Project

PATIENCE = timedelta(days=7)
"""A visit that was asked longer ago, and of which nothing is known yet, is overdue."""


class VisitQuerySet(models.QuerySet["Visit"]):
    def open(self) -> "VisitQuerySet":
        """Asked, with no date yet."""
        return self.filter(state=Visit.State.OPEN)

    def not_over(self) -> "VisitQuerySet":
        """Neither done nor off."""
        return self.exclude(state__in=Visit.OVER)

    def going_on(self) -> "VisitQuerySet":
        """With a date, and neither done nor off."""
        return self.filter(state__in=[Visit.State.ARRANGED, Visit.State.TOLD])

    def waiting_on(self, today: date) -> "VisitQuerySet":
        """Asked more than a week ago, with no date yet."""
        return self.open().filter(asked_on__lt=today - PATIENCE)

    def past_on(self, today: date) -> "VisitQuerySet":
        """Of which the date is over, while nobody said whether it was."""
        return self.going_on().filter(starts_at__date__lt=today)

    def late_on(self, today: date) -> "VisitQuerySet":
        """Those that somebody has to do something about."""
        return self.filter(
            Q(pk__in=self.model.objects.waiting_on(today).values("pk"))
            | Q(pk__in=self.model.objects.past_on(today).values("pk"))
        )

    def by_need(self) -> "VisitQuerySet":
        """Those without a date first, the longest waiting on top; then by date; what is over comes last."""
        order = Case(When(state=Visit.State.OPEN, then=0), When(state__in=Visit.OVER, then=2), default=1)
        return self.annotate(_need=order).order_by("_need", "starts_at", "asked_on", "pk")

    def with_people(self) -> "VisitQuerySet":
        """With the place, who receives there, and the couples and their people, in a constant number of queries."""
        rows = self.select_related("project", "place__organisation", "place__contact__organisation")
        return rows.prefetch_related("couples__members__participant__person", "couples__ambassador")


class Visit(models.Model):
    """A couple, or a few together, wants to visit a place that receives by appointment; somebody arranges it."""

    class State(models.TextChoices):
        OPEN = "open", _("gevraagd")
        ARRANGED = "arranged", _("geregeld")
        TOLD = "told", _("iedereen weet het")
        DONE = "done", _("geweest")
        OFF = "off", _("gaat niet door")

    OVER = (State.DONE, State.OFF)

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="visits")
    place = models.ForeignKey(Place, verbose_name=_("plek"), on_delete=models.PROTECT, related_name="visits")
    couples = models.ManyToManyField(Couple, verbose_name=_("koppels"), related_name="visits")
    wished = models.CharField(_("wanneer kunnen ze"), max_length=300, blank=True)
    asked_on = models.DateField(_("gevraagd op"), default=timezone.localdate)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    told_by = models.ForeignKey(
        Participant,
        verbose_name=_("gevraagd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.OPEN)
    starts_at = models.DateTimeField(_("wanneer"), null=True, blank=True)
    meeting_point = models.CharField(_("waar verzamelen"), max_length=200, blank=True)
    arranged_on = models.DateField(_("geregeld op"), null=True, blank=True)
    reason = models.CharField(_("waarom niet"), max_length=300, blank=True)

    objects = VisitQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("bezoek op afspraak")
        verbose_name_plural = _("bezoeken op afspraak")
        ordering = ["starts_at", "asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "off"]) | Q(starts_at__isnull=False, arranged_on__isnull=False),
                name="excursions_visit_arranged_has_date",
                violation_error_message=_("Een geregeld bezoek heeft een dag en een tijd."),
            ),
            models.CheckConstraint(
                condition=~Q(state="off") | ~Q(reason=""),
                name="excursions_visit_off_with_reason",
                violation_error_message=_("Schrijf op waarom het bezoek niet doorgaat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return reverse("excursions:visit", args=[self.project.slug, self.pk])

    @property
    def is_going_on(self) -> bool:
        """Whether it has a date, and is neither done nor off."""
        return self.state in {self.State.ARRANGED, self.State.TOLD}

    @property
    def is_over(self) -> bool:
        """Nothing changes any more."""
        return self.state in self.OVER

    @property
    def people(self) -> list[Participant]:
        """Who goes, couple by couple."""
        return [one for couple in self.couples.all() for one in couple.people]

    def is_late(self, now: datetime | None = None) -> bool:
        """Whether it waits too long for a date, or its date is over and nobody said how it went."""
        today = timezone.localdate(now)
        if self.state == self.State.OPEN:
            return self.asked_on < today - PATIENCE
        return self.is_going_on and self.starts_at is not None and timezone.localdate(self.starts_at) < today
