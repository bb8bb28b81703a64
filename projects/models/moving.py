"""That a meeting got another time: from, to, why, by whom, and whether that was undone."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.meeting import Meeting


class MeetingMoveQuerySet(models.QuerySet["MeetingMove"]):
    def standing(self) -> "MeetingMoveQuerySet":
        """Moves that were not undone."""
        return self.filter(undone_at__isnull=True)


class MeetingMove(models.Model):
    """One change of a meeting's time. ``was_announced`` when people knew the old one, and a reason was asked."""

    meeting = models.ForeignKey(Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="moves")
    starts_before = models.DateTimeField(_("begon eerst"))
    ends_before = models.DateTimeField(_("eindigde eerst"))
    starts_after = models.DateTimeField(_("begint nu"))
    ends_after = models.DateTimeField(_("eindigt nu"))
    was_announced = models.BooleanField(_("was bekendgemaakt"), default=False)
    reason = models.CharField(_("reden"), max_length=300, blank=True)
    moved_at = models.DateTimeField(_("verzet op"), default=timezone.now)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("verzet door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("teruggedraaid op"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("teruggedraaid door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = MeetingMoveQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("verzette bijeenkomst")
        verbose_name_plural = _("verzette bijeenkomsten")
        ordering = ["-moved_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(was_announced=False) | ~Q(reason=""),
                name="projects_meetingmove_announced_has_reason",
                violation_error_message=_("Schrijf op waarom de datum verandert: hij was al bekend."),
            ),
            models.CheckConstraint(
                condition=~Q(starts_before=F("starts_after"), ends_before=F("ends_after")),
                name="projects_meetingmove_changes_something",
                violation_error_message=_("De oude en de nieuwe tijd zijn gelijk."),
            ),
        ]

    def __str__(self) -> str:
        before, after = (date_format(day, "j F Y") for day in (self.day_before, self.day_after))
        return f"{self.meeting.get_kind_display()}: {before} → {after}"

    @property
    def day_before(self) -> date:
        """The day in Amsterdam it was on."""
        return timezone.localdate(self.starts_before)

    @property
    def day_after(self) -> date:
        """The day in Amsterdam it came on."""
        return timezone.localdate(self.starts_after)

    @property
    def times_before(self) -> tuple[datetime, datetime]:
        return self.starts_before, self.ends_before

    @property
    def times_after(self) -> tuple[datetime, datetime]:
        return self.starts_after, self.ends_after

    @property
    def is_newest(self) -> bool:
        """Whether the times of the meeting are still as this move left them."""
        newest = self.meeting.moves.standing().first()
        now = (self.meeting.starts_at, self.meeting.ends_at)
        return newest is not None and newest.pk == self.pk and self.times_after == now
