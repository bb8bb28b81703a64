"""Who is invited to a meeting, by what way, and what they answered."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.outbox import Outgoing
from participants.models.participant import Participant
from projects.models import Meeting

MOST_CHILDREN = 12


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def with_people(self) -> "InvitationQuerySet":
        """With everybody's name, and who wrote down the answer; by name."""
        rows = self.select_related(
            "participant__person", "participant__project", "participant__ambassador", "answered_by"
        )
        return rows.order_by("participant__person__name", "participant")

    def standing(self) -> "InvitationQuerySet":
        """Of who still takes part in the project."""
        return self.exclude(participant__status="stopped")

    def open(self) -> "InvitationQuerySet":
        """Those without an answer about the time the meeting has now."""
        return self.exclude(answer_for=F("meeting__starts_at"))

    def by_message(self) -> "InvitationQuerySet":
        return self.exclude(way=Invitation.Way.PAPER)

    def letters(self, meeting: Meeting) -> "InvitationQuerySet":
        """Letters to be posted for ``meeting``: the invitation, or one that tells that it was moved since."""
        unsent = Q(sent_at__isnull=True) | ~Q(told_of=meeting.starts_at)
        return self.standing().filter(unsent, meeting=meeting, way=Invitation.Way.PAPER)

    def ahead(self, now: datetime | None = None) -> "InvitationQuerySet":
        """To meetings that have not begun."""
        return self.filter(meeting__starts_at__gt=now or timezone.now())


class Invitation(Outgoing):
    """One participant, invited once to one meeting.

    A letter is sent when somebody says that it was posted or handed over. ``told_of`` is the beginning of the meeting
    as the person last heard it from us; None while they heard nothing. ``answer_for`` is the beginning it was an
    answer about: when the meeting moves, the question is open again, and when that is undone, the answer stands.
    """

    class Way(models.TextChoices):
        EMAIL = "email", _("e-mail")
        SMS = "sms", _("sms")
        PAPER = "paper", _("brief")

    class Answer(models.TextChoices):
        COMING = "coming", _("komt")
        NOT_COMING = "not_coming", _("komt niet")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="invitations"
    )
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="invitations"
    )
    way = models.CharField(_("uitgenodigd per"), max_length=5, choices=Way)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgenodigd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    invited_at = models.DateTimeField(_("uitgenodigd op"), default=timezone.now)
    told_of = models.DateTimeField(_("kent als begin"), null=True, blank=True)
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, blank=True)
    children = models.PositiveSmallIntegerField(
        _("kinderen die meekomen"), default=0, validators=[MaxValueValidator(MOST_CHILDREN)]
    )
    answer_for = models.DateTimeField(_("antwoord over begin"), null=True, blank=True)
    answered_at = models.DateTimeField(_("geantwoord op"), null=True, blank=True)
    # Empty when they answered on their own page.
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("antwoord genoteerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = InvitationQuerySet.as_manager()
    history = History(excluded_fields=["claimed_at", "sent_at", "failures", "given_up", "told_of"])

    waits_since = "invited_at"

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "participant"],
                name="participants_invitation_once",
                violation_error_message=_("Deze deelnemer is al uitgenodigd."),
            ),
            models.CheckConstraint(
                condition=Q(children=0) | Q(answer="coming"),
                name="participants_invitation_children_come_along",
                violation_error_message=_("Kinderen komen alleen mee met wie zelf komt."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}, {self.meeting}"

    @classmethod
    def waiting(cls, now: datetime) -> "models.QuerySet[Any]":
        """A letter waits for nobody but who posts it."""
        return super().waiting(now).exclude(way=cls.Way.PAPER)

    @property
    def standing_answer(self) -> str:
        """The answer about the time the meeting has now; empty while there is none."""
        return self.answer if self.answer_for == self.meeting.starts_at else ""

    @property
    def is_coming(self) -> bool:
        return self.standing_answer == self.Answer.COMING

    @property
    def is_not_coming(self) -> bool:
        return self.standing_answer == self.Answer.NOT_COMING

    @property
    def state(self) -> str:
        """How far it is, in words for the team."""
        if self.standing_answer:
            return str(self.get_answer_display())
        if self.given_up:
            return str(_("niet verstuurd"))
        if self.sent_at is None:
            return str(_("moet nog op de post") if self.way == self.Way.PAPER else _("wordt verstuurd"))
        return str(_("nog geen antwoord"))
