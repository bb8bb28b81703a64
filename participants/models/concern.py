"""Concerns about people, and what was done: for the coordinator alone, apart from ordinary notes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.outbox import Outgoing
from participants.models.participant import Participant
from projects.models import Project


class ConcernQuerySet(models.QuerySet["Concern"]):
    def open(self) -> "ConcernQuerySet":
        """Not closed yet."""
        return self.filter(closed_at__isnull=True)

    def open_first(self) -> "ConcernQuerySet":
        """The open ones, the newest first; then the closed ones, the last closed first."""
        return self.order_by(F("closed_at").desc(nulls_first=True), "-reported_at", "-pk")

    def with_people(self) -> "ConcernQuerySet":
        """With whom it is about and who reported it, in a constant number of queries."""
        return self.select_related("project", "reported_by", "reporter__person").prefetch_related("about__person")


class Concern(models.Model):
    """Something is not right with somebody, as somebody saw it.

    Reported by one of the team (``reported_by``) or by a participant (``reporter``). ``about`` may be empty: who
    reports need not name anybody.
    """

    class Where(models.TextChoices):
        MEETING = "meeting", _("bij een bijeenkomst")
        COUPLE = "couple", _("in een koppel")
        EXCURSION = "excursion", _("bij een excursie")
        CALL = "call", _("aan de telefoon")
        PERSONAL = "personal", _("via de eigen bladzijde")
        OTHER = "other", _("ergens anders")

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="concerns")
    about = models.ManyToManyField(Participant, verbose_name=_("over wie"), blank=True, related_name="concerns_about")
    where = models.CharField(_("waar"), max_length=10, choices=Where, default=Where.OTHER)
    words = models.TextField(_("wat is er aan de hand"), max_length=4000)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gemeld door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reporter = models.ForeignKey(
        Participant,
        verbose_name=_("gemeld door deelnemer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="concerns_reported",
    )
    reported_at = models.DateTimeField(_("gemeld op"), default=timezone.now)
    closed_at = models.DateTimeField(_("afgehandeld op"), null=True, blank=True)

    objects = ConcernQuerySet.as_manager()
    history = History(m2m_fields=[about])

    class Meta:
        verbose_name = _("zorg")
        verbose_name_plural = _("zorgen")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reported_by__isnull=True) | Q(reporter__isnull=True),
                name="participants_concern_one_reporter",
                violation_error_message=_("Een zorg wordt door één persoon gemeld."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_where_display()}, {timezone.localdate(self.reported_at):%d-%m-%Y}"


class ConcernStep(models.Model):
    """One thing that was done about a concern. Steps are added, never changed."""

    concern = models.ForeignKey(Concern, verbose_name=_("zorg"), on_delete=models.CASCADE, related_name="steps")
    what = models.TextField(_("wat is er gedaan"), max_length=2000)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gedaan door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    done_at = models.DateTimeField(_("gedaan op"), default=timezone.now)

    history = History()

    class Meta:
        verbose_name = _("stap bij een zorg")
        verbose_name_plural = _("stappen bij zorgen")
        ordering = ["done_at", "pk"]

    def __str__(self) -> str:
        return self.what[:60]


class ConcernMail(Outgoing):
    """The mail that tells one coordinator that a concern was reported; it names nobody. The row comes first."""

    concern = models.ForeignKey(Concern, verbose_name=_("zorg"), on_delete=models.CASCADE, related_name="mails")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("coördinator"), on_delete=models.CASCADE, related_name="+"
    )

    waits_since = "concern__reported_at"

    class Meta:
        verbose_name = _("mail over een zorg")
        verbose_name_plural = _("mails over zorgen")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["concern", "user"],
                name="participants_concernmail_once",
                violation_error_message=_("Deze mail bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return str(self.user)
