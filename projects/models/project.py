"""A project, its team, and which projects somebody may see."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, ExtractYear
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.dayparts import validate_dayparts
from projects.models.district import District


class Role(models.TextChoices):
    """What somebody is in one project. The coordinator is coordinator of all; an official belongs to a district."""

    PROJECT_LEADER = "project_leader", _("projectleider")
    AMBASSADOR = "ambassador", _("ambassadeur")


class MeetingKind(models.TextChoices):
    """The meetings of a project, in their order; its phase follows from them. Code says ``Meeting.Kind``."""

    INFORMATION = "information", _("Informatiebijeenkomst")
    MIX = "mix", _("Mixbijeenkomst")
    INTERIM = "interim", _("Tussentijdse bijeenkomst")
    CLOSING = "closing", _("Slotbijeenkomst")


def _year() -> Coalesce:
    """By the calendar of Amsterdam."""
    mixes = apps.get_model("projects", "Meeting")._default_manager.filter(kind=MeetingKind.MIX)
    first = mixes.filter(project=OuterRef("pk")).order_by("starts_at").values("starts_at")[:1]
    return Coalesce(ExtractYear(Subquery(first)), ExtractYear("starts_on"))


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, user: Any) -> "ProjectQuerySet":
        """The projects ``user`` may know of: all for a coordinator, else those of the own team or district."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_coordinator:
            return self
        return self.filter(
            Q(pk__in=Membership.objects.filter(user=user).values("project"))
            | Q(is_practice=False, district__in=District.objects.filter(officials__user=user))
        )

    def real(self) -> "ProjectQuerySet":
        """Without the practice projects, which count in no figure, list or report of real ones."""
        return self.filter(is_practice=False)

    def with_year(self) -> "ProjectQuerySet":
        """Adds ``year``, where it belongs: of its first mix meeting, when couples are made, or else of its start."""
        return self.annotate(year=_year())

    def in_year(self, year: int) -> "ProjectQuerySet":
        return self.annotate(year=_year()).filter(year=year)

    def years(self) -> list[int]:
        """The years that these projects belong to, the newest first."""
        return list(self.annotate(year=_year()).order_by("-year").values_list("year", flat=True).distinct())

    def for_overview(self) -> "ProjectQuerySet":
        """With what a list of projects shows, in a constant number of queries."""
        return self.select_related("district").prefetch_related("meetings")

    def with_publicity(self) -> "ProjectQuerySet":
        """With what the texts about a project are filled from, in a constant number of queries."""
        found = self.select_related("district", "public_contact")
        return found.prefetch_related("meetings__venue", "publicity_texts")


class Project(models.Model):
    """One run of Mixen in Mokum in a district: about six months, from preparation to evaluation."""

    class Phase(models.TextChoices):
        PREPARATION = "preparation", _("Voorbereiding")
        MIXING = "mixing", _("Mixen")
        TOGETHER = "together", _("Koppels op stap")
        CLOSING = "closing", _("Afronding")
        CLOSED = "closed", _("Afgerond")

    name = models.CharField(_("naam"), max_length=100, unique=True)
    slug = models.SlugField(_("adres op het web"), max_length=100, unique=True)
    district = models.ForeignKey(
        District, verbose_name=_("stadsdeel"), on_delete=models.PROTECT, related_name="projects"
    )
    area = models.CharField(_("wijk of buurt"), max_length=100, blank=True)
    aim = models.TextField(_("doel"), blank=True)
    starts_on = models.DateField(_("begint op"))
    ends_on = models.DateField(_("eindigt op"))
    target_old = models.PositiveSmallIntegerField(_("streefgetal 'oude' Amsterdammers"), default=20)
    target_new = models.PositiveSmallIntegerField(_("streefgetal 'nieuwe' Amsterdammers"), default=20)
    min_old = models.PositiveSmallIntegerField(_("minimum 'oude' Amsterdammers"), default=8)
    min_new = models.PositiveSmallIntegerField(_("minimum 'nieuwe' Amsterdammers"), default=8)
    max_old = models.PositiveSmallIntegerField(_("maximum 'oude' Amsterdammers"), default=25)
    max_new = models.PositiveSmallIntegerField(_("maximum 'nieuwe' Amsterdammers"), default=25)
    couple_months = models.PositiveSmallIntegerField(
        _("maanden samen op stap"), default=3, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    early_call_after = models.PositiveSmallIntegerField(
        _("eerste belronde na hoeveel dagen"),
        default=14,
        validators=[MinValueValidator(3), MaxValueValidator(60)],
    )
    halfway_calls_from = models.DateField(
        _("belronde halverwege vanaf"),
        null=True,
        blank=True,
        help_text=_("Leeg: halverwege de tijd van elk koppel."),
    )
    cap_expenses = models.DecimalField(
        _("onkosten per deelnemer, ten hoogste"), max_digits=7, decimal_places=2, default=Decimal("10.00")
    )
    cap_transport = models.DecimalField(
        _("openbaar vervoer per deelnemer, ten hoogste"), max_digits=7, decimal_places=2, default=Decimal("10.00")
    )
    year: int  # set by with_year()
    agreed_total = models.DecimalField(
        _("afgesproken met het stadsdeel, in totaal"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    books_closed_at = models.DateTimeField(_("boeken gesloten op"), null=True, blank=True)
    books_closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("boeken gesloten door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    books_reopened_because = models.CharField(_("boeken weer geopend omdat"), max_length=300, blank=True)
    district_contact = models.ForeignKey(
        "projects.ContactPerson",
        verbose_name=_("vaste contactpersoon bij het stadsdeel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    previous = models.ForeignKey(
        "self",
        verbose_name=_("vervolg op"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="follow_ups",
    )
    is_practice = models.BooleanField(
        _("oefenproject"), default=False, help_text=_("Telt in geen enkel cijfer, lijst of verslag mee.")
    )
    created_at = models.DateTimeField(_("aangemaakt op"), auto_now_add=True)

    objects = ProjectQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projecten")
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="projects_project_ends_after_start",
                violation_error_message=_("Het project kan niet eindigen voordat het begint."),
            ),
            models.CheckConstraint(
                condition=Q(min_old__lte=F("target_old"), target_old__lte=F("max_old")),
                name="projects_project_old_min_target_max",
                violation_error_message=_("Bij 'oud' hoort: minimum, streefgetal en maximum in oplopende volgorde."),
            ),
            models.CheckConstraint(
                condition=Q(min_new__lte=F("target_new"), target_new__lte=F("max_new")),
                name="projects_project_new_min_target_max",
                violation_error_message=_("Bij 'nieuw' hoort: minimum, streefgetal en maximum in oplopende volgorde."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_total__isnull=True) | Q(agreed_total__gte=0),
                name="projects_project_agreed_not_negative",
                violation_error_message=_("Een afgesproken bedrag kan niet minder dan 0 zijn."),
            ),
            models.CheckConstraint(
                condition=Q(cap_expenses__gte=0, cap_transport__gte=0),
                name="projects_project_caps_not_negative",
                violation_error_message=_("Een vergoeding kan niet minder dan 0 zijn."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:overview", args=[self.slug])

    @property
    def is_public(self) -> bool:
        """Whether everybody may read of it: it is real, and its closing meeting has not been."""
        return not self.is_practice and self.phase() not in {self.Phase.CLOSING, self.Phase.CLOSED}

    def phase(self, today: date | None = None) -> "Project.Phase":
        """Where the project stands on ``today``, from its meetings and its end report."""
        today = today or timezone.localdate()
        days: dict[str, list[date]] = {}
        for meeting in self.meetings.all():
            days.setdefault(meeting.kind, []).append(meeting.day)
        mixes, closings = days.get(MeetingKind.MIX, []), days.get(MeetingKind.CLOSING, [])
        if today > self.ends_on:
            return self.Phase.CLOSED
        if closings and today > max(closings):
            return self.Phase.CLOSING
        if not mixes or today < min(mixes):
            return self.Phase.PREPARATION
        return self.Phase.MIXING if today <= max(mixes) else self.Phase.TOGETHER


class Membership(models.Model):
    """Somebody's place in the team of one project."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("rol"), max_length=20, choices=Role)
    conduct_certificate_seen_on = models.DateField(_("VOG gezien op"), null=True, blank=True)
    trained_on = models.DateField(_("training afgerond op"), null=True, blank=True)
    insured = models.BooleanField(_("vrijwilligersverzekering geregeld"), default=False)
    tasks = models.CharField(_("taken"), max_length=300, blank=True)
    dayparts = models.JSONField(_("kan op"), default=list, blank=True, validators=[validate_dayparts])
    handles_concerns = models.BooleanField(
        _("leest en behandelt zorgen"), default=False, help_text=_("Alleen de coördinator wijst iemand aan.")
    )

    history = History()

    class Meta:
        verbose_name = _("teamlid")
        verbose_name_plural = _("teamleden")
        ordering = ["project", "role", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "user"],
                name="projects_membership_once_per_project",
                violation_error_message=_("Deze persoon zit al in het team."),
            ),
            models.CheckConstraint(
                condition=Q(handles_concerns=False) | Q(role=Role.PROJECT_LEADER),
                name="projects_membership_leader_handles_concerns",
                violation_error_message=_("Alleen een projectleider kan naast de coördinator zorgen behandelen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        if self.role == Role.PROJECT_LEADER and not self.user.leads_projects:
            self.user.leads_projects = True
            self.user.save(update_fields=["leads_projects"])
