"""The calls early on, halfway, and after a couple was stopped: rows, made before anything is sent."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from matching.models.couple import Couple, CoupleMember
from mixen.accounts.audit import History
from mixen.outbox import Outgoing
from projects.models import Project


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    def open(self) -> "CheckInQuerySet":
        """Still to be called: in a couple that goes on, or because it was stopped by who guides it."""
        goes_on = Q(member__left_on__isnull=True) | Q(kind=CheckIn.Kind.STOPPED)
        return self.filter(goes_on, outcome__in=[CheckIn.Outcome.OPEN, CheckIn.Outcome.NO_ANSWER])

    def due_on(self, day: date) -> "CheckInQuerySet":
        """Open calls whose day has come; those of a couple in a pause wait until it is over."""
        paused = Couple.objects.paused_on(day).values("pk")
        return self.open().filter(due_on__lte=day).exclude(member__couple__in=paused)

    def for_the_coordinator(self) -> "CheckInQuerySet":
        """Help wanted, or no answer three times: the ambassador has done what could be done."""
        return self.filter(handled_on__isnull=True).filter(
            Q(outcome=CheckIn.Outcome.HELP) | Q(outcome=CheckIn.Outcome.NO_ANSWER, attempts__gte=CheckIn.MOST_ATTEMPTS)
        )

    def with_people(self) -> "CheckInQuerySet":
        """With names, in a constant number of queries."""
        return self.select_related("member__participant__person", "member__couple", "ambassador", "project")


class CheckIn(models.Model):
    """One phone call to one participant about how it is going."""

    MOST_ATTEMPTS = 3

    class Kind(models.TextChoices):
        EARLY = "early", _("na twee weken")
        HALFWAY = "halfway", _("halverwege")
        STOPPED = "stopped", _("na het stoppen van het koppel")

    class Outcome(models.TextChoices):
        OPEN = "open", _("nog bellen")
        NO_ANSWER = "no_answer", _("geen gehoor")
        WELL = "well", _("gaat goed")
        HELP = "help", _("vraagt om hulp")
        STOPPED = "stopped", _("is gestopt")

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
