"""The calls early on, halfway, and after a couple was stopped: rows, made before anything is sent."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, When
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from matching.models.couple import Couple, CoupleMember
from mixen.accounts.audit import History
from mixen.outbox import Outgoing
from projects.models import Project

OVERDUE_AFTER = timedelta(days=7)
TRY_AGAIN_AFTER = timedelta(days=2)
"""How long after a call without answer it makes sense to try again."""


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    def open(self) -> "CheckInQuerySet":
        """Still to be called: in a couple that goes on, or because it was stopped by who guides it.

        Who did not answer three times is the coordinator's.
        """
        again = Q(outcome=CheckIn.Outcome.NO_ANSWER, attempts__lt=CheckIn.MOST_ATTEMPTS)
        goes_on = Q(member__left_on__isnull=True) | Q(kind=CheckIn.Kind.STOPPED)
        return self.filter(goes_on).filter(Q(outcome=CheckIn.Outcome.OPEN) | again)

    def untouched(self) -> "CheckInQuerySet":
        """Open ones that nobody tried yet."""
        return self.open().filter(outcome=CheckIn.Outcome.OPEN, attempts=0)

    def spoken(self) -> "CheckInQuerySet":
        """Those in which somebody was spoken to."""
        return self.filter(outcome__in=CheckIn.SPOKEN)

    def in_the_round(self) -> "CheckInQuerySet":
        """The calls that everybody gets, early on and halfway."""
        return self.filter(kind__in=[CheckIn.Kind.EARLY, CheckIn.Kind.HALFWAY])

    def due_on(self, day: date) -> "CheckInQuerySet":
        """Open calls whose day has come; those of a couple in a pause wait until it is over."""
        paused = Couple.objects.paused_on(day).values("pk")
        return self.open().filter(due_on__lte=day).exclude(member__couple__in=paused)

    def overdue_on(self, day: date) -> "CheckInQuerySet":
        """Open calls that should have been made more than a week ago, but for those of a couple in a pause."""
        return self.due_on(day).filter(due_on__lt=day - OVERDUE_AFTER)

    def for_the_coordinator(self) -> "CheckInQuerySet":
        """Help wanted, no answer three times, or wants to stop: the ambassador has done what could be done.

        Somebody who stopped, or did not answer, is a task until the couple has ended; who is called because it was
        stopped is one all the same.
        """
        goes_on, after = Q(member__left_on__isnull=True), Q(kind=CheckIn.Kind.STOPPED)
        unanswered = Q(outcome=CheckIn.Outcome.NO_ANSWER, attempts__gte=CheckIn.MOST_ATTEMPTS) & (goes_on | after)
        stopped = Q(outcome=CheckIn.Outcome.STOPPED) & goes_on
        return self.filter(handled_on__isnull=True).filter(Q(outcome=CheckIn.Outcome.HELP) | unanswered | stopped)

    def by_need(self, today: date) -> "CheckInQuerySet":
        """Whose couple was stopped first, then who waits longest; who was tried a moment ago last. Adds ``rests``."""
        tried = Q(outcome=CheckIn.Outcome.NO_ANSWER, called_on__gt=today - TRY_AGAIN_AFTER)
        stopped = Case(When(kind=CheckIn.Kind.STOPPED, then=0), default=1)
        return self.annotate(rests=Case(When(tried, then=1), default=0)).order_by("rests", stopped, "due_on", "pk")

    def with_people(self) -> "CheckInQuerySet":
        """With names, in a constant number of queries."""
        return self.select_related("member__participant__person", "member__couple", "ambassador", "project")


class CheckIn(models.Model):
    """One phone call to one participant about how it is going."""

    MOST_ATTEMPTS = 3

    class Kind(models.TextChoices):
        EARLY = "early", _("in het begin")
        HALFWAY = "halfway", _("halverwege")
        STOPPED = "stopped", _("na het stoppen van het koppel")

    class Outcome(models.TextChoices):
        OPEN = "open", _("nog bellen")
        NO_ANSWER = "no_answer", _("geen gehoor")
        ANSWERED = "answered", _("gesproken")
        WELL = "well", _("gaat goed")
        HELP = "help", _("vraagt om hulp")
        STOPPED = "stopped", _("stopt")

    SPOKEN = (Outcome.ANSWERED, Outcome.WELL, Outcome.HELP, Outcome.STOPPED)

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="check_ins")
    member = models.ForeignKey(
        CoupleMember, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="check_ins"
    )
    kind = models.CharField(_("wanneer"), max_length=10, choices=Kind)
    due_on = models.DateField(_("bellen vanaf"))
    ambassador = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ambassadeur"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="check_ins",
    )
    outcome = models.CharField(_("uitkomst"), max_length=10, choices=Outcome, default=Outcome.OPEN)
    attempts = models.PositiveSmallIntegerField(_("keer gebeld"), default=0)
    note = models.TextField(
        _("notitie"), blank=True, help_text=_("Schrijf niets op over gezondheid, geloof of verblijfsstatus.")
    )
    called_on = models.DateField(_("laatst gebeld op"), null=True, blank=True)
    handled_on = models.DateField(_("opgepakt op"), null=True, blank=True)
    handled_note = models.CharField(_("wat is er gedaan"), max_length=300, blank=True)

    objects = CheckInQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("telefoontje")
        verbose_name_plural = _("telefoontjes")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind"],
                name="matching_checkin_once_per_kind",
                violation_error_message=_("Dit telefoontje bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.get_kind_display()}"

    @property
    def is_open(self) -> bool:
        """Still to be called by whoever has it on the list."""
        tried = self.outcome == self.Outcome.NO_ANSWER and self.attempts < self.MOST_ATTEMPTS
        return tried or self.outcome == self.Outcome.OPEN

    @property
    def try_again_on(self) -> date | None:
        """From when it makes sense to call again; None for who was not called or did answer."""
        if not self.called_on or not self.is_open:
            return None
        return self.called_on + TRY_AGAIN_AFTER


class CallList(Outgoing):
    """The mail that tells one ambassador whom to call. The row comes first; ``sent_at`` says that it went out."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="call_lists"
    )
    ambassador = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("ambassadeur"), on_delete=models.CASCADE, related_name="call_lists"
    )
    day = models.DateField(_("dag"))

    history = History()

    waits_since = "day"

    class Meta:
        verbose_name = _("bellijst")
        verbose_name_plural = _("bellijsten")
        ordering = ["-day", "ambassador"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "ambassador", "day"],
                name="matching_calllist_once_a_day",
                violation_error_message=_("Deze bellijst bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.ambassador}, {date_format(self.day, 'j F Y')}"
