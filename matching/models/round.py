"""The rounds of speed-dating: who sits where, and how far the clock is."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models.board import Board
from mixen.accounts.audit import History
from participants.models import Participant


class RoundQuerySet(models.QuerySet["Round"]):
    def begun(self) -> "RoundQuerySet":
        """Played, or being played."""
        return self.filter(started_at__isnull=False)

    def planned(self) -> "RoundQuerySet":
        return self.filter(started_at__isnull=True)

    def running(self) -> "RoundQuerySet":
        return self.filter(started_at__isnull=False, ended_at__isnull=True)


class Round(models.Model):
    """One round. The clock lives in these moments, so a reload or a restart of the server loses no second."""

    board = models.ForeignKey(Board, verbose_name=_("middag"), on_delete=models.CASCADE, related_name="all_rounds")
    number = models.PositiveSmallIntegerField(_("ronde"))
    started_at = models.DateTimeField(_("begonnen"), null=True, blank=True)
    paused_at = models.DateTimeField(_("stilgezet"), null=True, blank=True)
    paused_seconds = models.PositiveIntegerField(_("seconden stil"), default=0)
    ended_at = models.DateTimeField(_("afgelopen"), null=True, blank=True)

    objects = RoundQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        ordering = ["board", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "number"],
                name="matching_round_once",
                violation_error_message=_("Deze ronde bestaat al."),
            ),
            models.UniqueConstraint(
                fields=["board"],
                condition=Q(started_at__isnull=False, ended_at__isnull=True),
                name="matching_round_one_running",
                violation_error_message=_("Er loopt al een ronde."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(started_at__isnull=False),
                name="matching_round_ends_after_start",
                violation_error_message=_("Een ronde begint eerst en eindigt dan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{_('ronde')} {self.number}"

    @property
    def is_running(self) -> bool:
        return self.started_at is not None and self.ended_at is None

    @property
    def is_paused(self) -> bool:
        return self.is_running and self.paused_at is not None

    def ends_at(self, now: datetime | None = None) -> datetime | None:
        """When the time is up; while paused it moves along with the clock."""
        if self.started_at is None:
            return None
        still = timedelta(seconds=self.paused_seconds)
        if self.paused_at:
            still += (now or timezone.now()) - self.paused_at
        return self.started_at + timedelta(minutes=self.board.minutes) + still

    def seconds_left(self, now: datetime | None = None) -> int:
        """Never less than 0; the whole round before it has begun."""
        now = now or timezone.now()
        end = self.ends_at(now)
        if end is None:
            return self.board.minutes * 60
        return max(0, round((end - now).total_seconds()))


class Seat(models.Model):
    """Where one person sits in one round. Who has no seat sits out, or was not there."""

    round = models.ForeignKey(Round, verbose_name=_("ronde"), on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="seats"
    )
    table = models.PositiveSmallIntegerField(_("tafel"))

    class Meta:
        verbose_name = _("plaats aan tafel")
        verbose_name_plural = _("plaatsen aan tafel")
        ordering = ["round", "table", "participant"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "participant"],
                name="matching_seat_one_per_round",
                violation_error_message=_("Niemand zit aan twee tafels tegelijk."),
            ),
            models.CheckConstraint(
                condition=Q(table__gte=1),
                name="matching_seat_table_from_one",
                violation_error_message=_("Tafels tellen vanaf 1."),
            ),
        ]

    def __str__(self) -> str:
        return f"{_('tafel')} {self.table}"
