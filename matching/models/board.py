"""The afternoon of one mix meeting: how it is set up, who is there, and who helps."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from participants.models import Attendance, Participant, Status
from participants.models.participant import ParticipantQuerySet
from projects.models import Meeting, Organisation


class BoardQuerySet(models.QuerySet["Board"]):
    def with_meeting(self) -> "BoardQuerySet":
        return self.select_related("meeting__project", "meeting__venue", "changed_by")

    def as_it_is_now(self, board: "Board") -> "Board":
        """The board, locked: whoever else wants to change it waits."""
        return self.select_for_update(of=("self",)).select_related("meeting__project").get(pk=board.pk)

    def tell(self, by: Any, what: str) -> None:
        """Tell everybody who looks at these boards that something changed, and what.

        Say it before people are locked: a deed on the board locks the board first, and then the people.
        """
        self.update(changes=F("changes") + 1, changed_by=by, changed_at=timezone.now(), change=what[:200])


class Board(models.Model):
    """What several ambassadors see of one mix meeting at once.

    ``changes`` counts everything that happened on it, so that a tablet can ask cheaply whether it is up to date.
    """

    meeting = models.OneToOneField(
        Meeting, verbose_name=_("mixbijeenkomst"), on_delete=models.CASCADE, related_name="board"
    )
    tables = models.PositiveSmallIntegerField(_("tafels"), default=20)
    rounds = models.PositiveSmallIntegerField(_("rondes"), default=8)
    minutes = models.PositiveSmallIntegerField(_("minuten per ronde"), default=5)
    plan = models.JSONField(_("hoe goed de rondes zijn"), default=dict, blank=True, editable=False)
    changes = models.PositiveIntegerField(default=0, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(null=True, editable=False)
    change = models.CharField(max_length=200, blank=True, editable=False)

    objects = BoardQuerySet.as_manager()
    history = History(excluded_fields=["plan", "changes", "changed_by", "changed_at", "change"])

    class Meta:
        verbose_name = _("middag")
        verbose_name_plural = _("middagen")
        ordering = ["meeting"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tables__gte=1, tables__lte=60),
                name="matching_board_tables",
                violation_error_message=_("Vul het aantal tafels in: 1 tot en met 60."),
            ),
            models.CheckConstraint(
                condition=Q(rounds__gte=1, rounds__lte=20),
                name="matching_board_rounds",
                violation_error_message=_("Vul het aantal rondes in: 1 tot en met 20."),
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=60),
                name="matching_board_minutes",
                violation_error_message=_("Vul het aantal minuten in: 1 tot en met 60."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.meeting)

    def tell(self, by: Any, what: str) -> None:
        """Tell everybody who looks at the board that something changed, and what."""
        Board.objects.filter(pk=self.pk).tell(by, what)

    @property
    def rounds_begun(self) -> int:
        """The number of the last round that was begun; 0 before the first."""
        begun = self.all_rounds.filter(started_at__isnull=False)
        return begun.aggregate(last=models.Max("number"))["last"] or 0

    def expected(self) -> ParticipantQuerySet:
        """Who may come: everybody without a couple who is to be matched, and who came already."""
        people = self.meeting.project.participants
        came = Attendance.objects.filter(meeting=self.meeting, present=True).values("participant")
        waiting = Q(status__in=[Status.INTERESTED, Status.SIGNED_UP], not_matched_since__isnull=True)
        return people.filter(waiting | Q(pk__in=came))


class PresenceQuerySet(models.QuerySet["Presence"]):
    def with_person(self) -> "PresenceQuerySet":
        return self.select_related("participant__person").order_by("number")

    def came(self) -> "PresenceQuerySet":
        """Who was ticked as being there, gone home since or not."""
        return self.filter(
            participant__attendances__meeting=F("board__meeting"), participant__attendances__present=True
        )

    def here(self) -> "PresenceQuerySet":
        """Who came and has not gone home."""
        return self.came().filter(until_round__isnull=True)

    def to_be_matched(self) -> "PresenceQuerySet":
        """Who is here, signed up for good, has no couple, and is to be matched."""
        return self.here().filter(participant__status=Status.SIGNED_UP, participant__not_matched_since__isnull=True)


class Presence(models.Model):
    """One person's place in the afternoon: their number, and in which rounds they are there.

    Whether somebody came is the attendance of the meeting; this tells what an afternoon needs besides.
    """

    board = models.ForeignKey(Board, verbose_name=_("middag"), on_delete=models.CASCADE, related_name="presences")
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="presences"
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    late = models.BooleanField(_("komt later"), default=False)
    from_round = models.PositiveSmallIntegerField(_("vanaf ronde"), default=1)
    until_round = models.PositiveSmallIntegerField(_("tot en met ronde"), null=True, blank=True)
    chose_at = models.DateTimeField(_("klaar met kiezen"), null=True, blank=True)
    chose_with = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ingevuld door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PresenceQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("plaats in de middag")
        verbose_name_plural = _("plaatsen in de middag")
        ordering = ["board", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "participant"],
                name="matching_presence_once",
                violation_error_message=_("Deze deelnemer heeft al een nummer."),
            ),
            models.UniqueConstraint(
                fields=["board", "number"],
                name="matching_presence_number_once",
                violation_error_message=_("Dit nummer is al van iemand anders."),
            ),
            models.CheckConstraint(
                condition=Q(from_round__gte=1),
                name="matching_presence_from_first_round",
                violation_error_message=_("De eerste ronde is ronde 1."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def name(self) -> str:
        return self.participant.person.goes_by


class Helper(models.Model):
    """Who helped at a mix meeting without taking part: a host or hostess, or a teacher who came along."""

    class Kind(models.TextChoices):
        HOST = "host", _("gastheer of gastvrouw")
        TEACHER = "teacher", _("docent")

    board = models.ForeignKey(Board, verbose_name=_("middag"), on_delete=models.CASCADE, related_name="helpers")
    kind = models.CharField(_("rol"), max_length=10, choices=Kind)
    name = models.CharField(_("naam"), max_length=200, validators=[refuse_control_characters])
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mix_helpers",
    )

    history = History()

    class Meta:
        verbose_name = _("helper")
        verbose_name_plural = _("helpers")
        ordering = ["board", "kind", "name"]

    def __str__(self) -> str:
        return self.name


class NotTogether(models.Model):
    """Two people of one project who are not to be in one couple, nor at one table."""

    first = models.ForeignKey(
        Participant, verbose_name=_("de een"), on_delete=models.CASCADE, related_name="kept_apart_first"
    )
    second = models.ForeignKey(
        Participant, verbose_name=_("de ander"), on_delete=models.CASCADE, related_name="kept_apart_second"
    )

    history = History()

    class Meta:
        verbose_name = _("niet samen")
        verbose_name_plural = _("niet samen")
        ordering = ["first", "second"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="matching_nottogether_once",
                violation_error_message=_("Dit is al afgesproken."),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="matching_nottogether_in_order",
                violation_error_message=_("Kies twee verschillende mensen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Kept in order of number, so that one pair is one row."""
        if self.first_id > self.second_id:
            self.first, self.second = self.second, self.first
        super().save(*args, **kwargs)
