"""The team of a project: who is asked to join, who is away, and who followed the training."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from mixen.outbox import Outgoing
from mixen.signed_links import SignedLink
from projects.models.project import Membership, Project, Role

INVITATION_LASTS = timedelta(days=14)


class TeamInvitationQuerySet(models.QuerySet["TeamInvitation"]):
    def standing(self) -> "TeamInvitationQuerySet":
        """Neither accepted nor withdrawn, however old."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def openable(self) -> "TeamInvitationQuerySet":
        """Whose link still opens a page."""
        return self.standing().filter(invited_at__date__gte=timezone.localdate() - INVITATION_LASTS)


class TeamInvitation(SignedLink, Outgoing):
    """A mail with a link that gives somebody a place in the team, once."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="team_invitations"
    )
    name = models.CharField(_("naam"), max_length=200, validators=[refuse_control_characters])
    email = models.EmailField(_("e-mail"))
    role = models.CharField(_("rol"), max_length=20, choices=Role, default=Role.AMBASSADOR)
    invited_at = models.DateTimeField(_("uitgenodigd op"), default=timezone.now)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgenodigd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    accepted_at = models.DateTimeField(_("aangenomen op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = TeamInvitationQuerySet.as_manager()
    history = History(excluded_fields=["nonce", "claimed_at", "failures"])

    waits_since = "invited_at"

    class Meta:
        verbose_name = _("uitnodiging voor het team")
        verbose_name_plural = _("uitnodigingen voor het team")
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "email"],
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="projects_teaminvitation_one_standing",
                violation_error_message=_("Dit e-mailadres is al uitgenodigd voor dit project."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.project}"

    @property
    def lasts_until(self) -> date:
        """The last day on which the link can be used."""
        return timezone.localdate(self.invited_at) + INVITATION_LASTS

    @property
    def is_over(self) -> bool:
        """Whether the link is too old to be used."""
        return self.lasts_until < timezone.localdate()

    @classmethod
    def of_token(cls, token: str) -> "TeamInvitation | None":
        """The invitation that ``token`` opens; None for a guessed, used, withdrawn or too old one."""
        return cls.found(cls.objects.openable().select_related("project__district"), token)


class TimeAwayQuerySet(models.QuerySet["TimeAway"]):
    def touching(self, first: date, last: date) -> "TimeAwayQuerySet":
        """Those that have a day between ``first`` and ``last``, both included."""
        return self.filter(since__lte=last, until__gte=first)


class TimeAway(models.Model):
    """Days on which somebody of the team is not there, and who takes over."""

    membership = models.ForeignKey(
        Membership, verbose_name=_("teamlid"), on_delete=models.CASCADE, related_name="times_away"
    )
    since = models.DateField(_("weg vanaf"))
    until = models.DateField(_("weg tot en met"))
    covered_by = models.ForeignKey(
        Membership,
        verbose_name=_("wie neemt het over"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="covers",
    )

    objects = TimeAwayQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("keer weg")
        verbose_name_plural = _("keren weg")
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="projects_timeaway_ends_after_start",
                violation_error_message=_("De laatste dag kan niet voor de eerste liggen."),
            ),
            models.CheckConstraint(
                condition=Q(covered_by__isnull=True) | ~Q(covered_by=F("membership")),
                name="projects_timeaway_covered_by_another",
                violation_error_message=_("Kies iemand anders dan degene die weg is."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership.user}, {self.since:%d-%m-%Y}"


class Training(models.Model):
    """One half-day of the training of ambassadors: what it was about, and who followed it."""

    class Part(models.IntegerChoices):
        FIRST = 1, _("eerste dagdeel")
        SECOND = 2, _("tweede dagdeel")

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="trainings")
    part = models.PositiveSmallIntegerField(_("dagdeel"), choices=Part)
    on = models.DateField(_("wanneer"))
    place = models.CharField(_("waar"), max_length=200, blank=True)
    topics = models.TextField(_("onderwerpen"), blank=True)
    followed = models.ManyToManyField(
        Membership, verbose_name=_("wie deden mee"), blank=True, related_name="trainings"
    )

    history = History(m2m_fields=[followed])

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainingen")
        ordering = ["on", "part", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "part", "on"],
                name="projects_training_once_a_day",
                violation_error_message=_("Deze training staat er al."),
            ),
            models.CheckConstraint(
                condition=Q(part__in=[1, 2]),
                name="projects_training_one_of_two",
                violation_error_message=_("De training heeft twee dagdelen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}, {self.on:%d-%m-%Y}"
