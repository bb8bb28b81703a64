"""The three or four meetings of a project."""

from datetime import date, datetime
from typing import Any, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models.partner import Organisation
from projects.models.project import MeetingKind, Project
from projects.models.reach import Reachable, StepFree


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def upcoming(self, now: datetime | None = None) -> "MeetingQuerySet":
        """Meetings that have not begun, the nearest first."""
        return self.filter(starts_at__gte=now or timezone.now()).order_by("starts_at")

    def of_kind(self, kind: "Meeting.Kind") -> "MeetingQuerySet":
        return self.filter(kind=kind)

    def with_moves(self) -> "MeetingQuerySet":
        """With the moves of each, newest first, in one query more."""
        return self.prefetch_related("moves__moved_by")

    def with_checklist(self) -> "MeetingQuerySet":
        """Adds ``tasks_all`` and ``tasks_done``: how many lines the checklist has, and how many are ticked."""
        counted = self.annotate(tasks_all=Count("tasks"), tasks_done=Count("tasks__done_at"))
        return counted.order_by("starts_at")

    def closing(self) -> "Meeting | None":
        """The closing meeting, the last one where there are several; None while none is planned."""
        return self.filter(kind=MeetingKind.CLOSING).order_by("starts_at").last()


class Meeting(Reachable):
    """One gathering of the whole group; who came is kept by ``participants``."""

    Kind: TypeAlias = MeetingKind

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="meetings")
    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    venue = models.ForeignKey(
        Organisation,
        verbose_name=_("zaal bij"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="meetings_hosted",
    )
    place = models.CharField(_("plaats"), max_length=200, blank=True, help_text=_("Adres, of de naam van de zaal."))
    programme = models.TextField(_("programma"), blank=True)
    minutes = models.TextField(_("verslag"), blank=True)
    announced_on = models.DateField(_("aangekondigd op"), null=True, blank=True)
    closed_at = models.DateTimeField(_("afgesloten op"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("afgesloten door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    closed_despite = models.CharField(_("toch afgesloten omdat"), max_length=300, blank=True)

    objects = MeetingQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="projects_meeting_ends_after_start",
                violation_error_message=_("De eindtijd moet na de begintijd liggen."),
            ),
            models.UniqueConstraint(
                fields=["project", "kind", "starts_at"],
                name="projects_meeting_once",
                violation_error_message=_("Deze bijeenkomst staat er al."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {date_format(self.day, 'j F Y')}"

    def get_absolute_url(self) -> str:
        return reverse("projects:meeting", args=[self.project.slug, self.pk])

    @property
    def day(self) -> date:
        """The day in Amsterdam on which it begins."""
        return timezone.localdate(self.starts_at)

    @property
    def where(self) -> str:
        """Venue and place in one line; empty when neither is known."""
        return ", ".join(filter(None, [self.venue.name if self.venue else "", self.place]))

    @property
    def step_free_there(self) -> StepFree:
        """Whether one gets in without a step: as noted for this meeting, or else for its venue."""
        if self.step_free == StepFree.UNKNOWN and self.venue:
            return StepFree(self.venue.step_free)
        return StepFree(self.step_free)

    @property
    def transit_there(self) -> str:
        """Which tram or bus goes there: as noted for this meeting, or else for its venue."""
        return self.transit or (self.venue.transit if self.venue else "")

    @property
    def last_move(self) -> Any:
        """The newest move that stands and can still be undone; None otherwise. Asks what ``with_moves`` brought."""
        standing = [move for move in self.moves.all() if move.undone_at is None]
        newest = standing[0] if standing else None
        if newest is None or newest.times_after != (self.starts_at, self.ends_at) or self.has_begun:
            return None
        return newest if newest.starts_before > timezone.now() else None

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()
