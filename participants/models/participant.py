"""One person's part in one project: which side, how far along, and what matters for a good match."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.dayparts import validate_dayparts
from mixen.fields import refuse_control_characters
from participants.models.person import Interest, Person
from projects.models import Organisation, Project


class Side(models.TextChoices):
    """The two sides of every couple."""

    OLD = "old", _("oud")
    NEW = "new", _("nieuw")


class Status(models.TextChoices):
    """How far somebody is. Which status may follow which is told by ``MAY_BECOME``."""

    INTERESTED = "interested", _("aangemeld")
    WAITING = "waiting", _("wachtlijst")
    SIGNED_UP = "signed_up", _("ingeschreven")
    COUPLED = "coupled", _("gekoppeld")
    COMPLETED = "completed", _("afgerond")
    STOPPED = "stopped", _("gestopt")


# Signed up or stopped to completed is the coordinator's decision; from coupled back to signed up when a couple ends
# early; from stopped back when somebody changes their mind.
MAY_BECOME: dict[Status, frozenset[Status]] = {
    Status.INTERESTED: frozenset({Status.WAITING, Status.SIGNED_UP, Status.STOPPED}),
    Status.WAITING: frozenset({Status.SIGNED_UP, Status.STOPPED}),
    Status.SIGNED_UP: frozenset({Status.COUPLED, Status.COMPLETED, Status.STOPPED}),
    Status.COUPLED: frozenset({Status.SIGNED_UP, Status.COMPLETED, Status.STOPPED}),
    Status.COMPLETED: frozenset(),
    Status.STOPPED: frozenset({Status.INTERESTED, Status.WAITING, Status.SIGNED_UP, Status.COMPLETED}),
}


# Signed up and not stopped: may claim and go along.
TAKES_PART = (Status.SIGNED_UP, Status.COUPLED, Status.COMPLETED)


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def with_person(self) -> "ParticipantQuerySet":
        """With what a list shows, in a constant number of queries."""
        return self.select_related("person", "ambassador", "heard_from").prefetch_related("person__languages")

    def on_side(self, side: str) -> "ParticipantQuerySet":
        return self.filter(side=side)

    def unmatched(self) -> "ParticipantQuerySet":
        """Signed up for good, without a couple, and to be matched."""
        return self.filter(status=Status.SIGNED_UP, not_matched_since__isnull=True)

    def waiting(self) -> "ParticipantQuerySet":
        """On the waiting list, who came first first."""
        return self.filter(status=Status.WAITING).order_by("waiting_since", "pk")

    def not_well(self) -> "ParticipantQuerySet":
        """Who said that it is not going well, which nobody took up yet; with their names."""
        said = Q(moods__face=1, moods__handled_at__isnull=True)
        return self.filter(said).select_related("person", "project").order_by("person__name", "pk").distinct()

    def remembered(self) -> "ParticipantQuerySet":
        """Whose row still says who it is."""
        return self.filter(forgotten_on__isnull=True)

    def active(self) -> "ParticipantQuerySet":
        """Everybody who did not stop."""
        return self.exclude(status=Status.STOPPED)

    def took_consent_back(self) -> "ParticipantQuerySet":
        """Who agreed to take part, and does so no more."""
        everybody = Participant.objects.order_by()
        once = everybody.filter(consents__kind="taking_part", consents__withdrawn_at__isnull=False)
        still = everybody.filter(consents__kind="taking_part", consents__withdrawn_at__isnull=True)
        return self.filter(pk__in=once.values("pk")).exclude(pk__in=still.values("pk"))

    def to_be_told(self) -> "ParticipantQuerySet":
        """Who may get a message: in a real project, not stopped or forgotten, nor who took back the consent to take
        part."""
        people = self.active().filter(project__is_practice=False, forgotten_on__isnull=True)
        return people.exclude(pk__in=Participant.objects.order_by().took_consent_back().values("pk"))

    def with_attendance(self) -> "ParticipantQuerySet":
        """Adds ``times_present``: the number of meetings somebody came to."""
        return self.annotate(times_present=Count("attendances", filter=Q(attendances__present=True), distinct=True))

    def entitled_to_certificate(self) -> "ParticipantQuerySet":
        """In a couple that was not broken off, or by the coordinator's decision; not who was decided against."""
        return self.filter(status__in=[Status.COUPLED, Status.COMPLETED], no_certificate_reason="")

    def without_certificate(self) -> "ParticipantQuerySet":
        """Signed up once, and not entitled to a certificate."""
        entitled = Q(status__in=[Status.COUPLED, Status.COMPLETED], no_certificate_reason="")
        return self.filter(signed_up_on__isnull=False).exclude(entitled)

    def with_reason_why_not(self) -> "ParticipantQuerySet":
        """With what ``why_no_certificate`` looks at; in order of name."""
        past = self.model.history.model.objects
        coupled = past.filter(id=OuterRef("pk"), status=Status.COUPLED)
        return self.select_related("person").annotate(was_coupled=Exists(coupled)).in_order_of_name()

    def in_order_of_programme(self) -> "ParticipantQuerySet":
        """As certificates are handed out; who has none yet comes last, by name."""
        place = F("certificate__position").asc(nulls_last=True)
        return self.select_related("person", "certificate").order_by(place, "person__name", "pk")

    def in_order_of_name(self) -> "ParticipantQuerySet":
        return self.order_by("person__name", "pk")


class Participant(models.Model):
    """Somebody's part in one project."""

    class Channel(models.TextChoices):
        SCHOOL = "school", _("taalles of docent")
        FOLDER = "folder", _("folder")
        PRESS = "press", _("krant")
        CENTRE = "centre", _("buurtcentrum")
        FRIEND = "friend", _("iemand die ik ken")
        WEBSITE = "website", _("website")
        AMBASSADOR = "ambassador", _("ambassadeur")
        OTHER = "other", _("anders")

    class CopyBy(models.TextChoices):
        EMAIL = "email", _("per e-mail")
        PAPER = "paper", _("op papier")

    class DutchLevel(models.TextChoices):
        A1 = "A1", _("A1: losse woorden")
        A2 = "A2", _("A2: korte zinnen")
        B1 = "B1", _("B1: een gesprek")
        B2 = "B2", _("B2 of hoger: vlot")

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="participants"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("persoon"), on_delete=models.PROTECT, related_name="participations"
    )
    side = models.CharField(_("kant"), max_length=3, choices=Side)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.INTERESTED)
    registration_key = models.UUIDField(_("aanmeldsleutel"), unique=True, default=uuid.uuid4, editable=False)
    registration_digest = models.CharField(_("vingerafdruk"), max_length=64, blank=True, editable=False)
    is_adult = models.BooleanField(_("18 jaar of ouder"), default=True)
    dutch_level = models.CharField(_("Nederlands"), max_length=2, choices=DutchLevel, blank=True)
    max_new = models.PositiveSmallIntegerField(_("hoeveel 'nieuwe' Amsterdammers wil je ontmoeten"), default=1)
    dayparts = models.JSONField(_("dagdelen"), default=list, blank=True, validators=[validate_dayparts])
    interests = models.ManyToManyField(Interest, verbose_name=_("interesses"), blank=True, related_name="participants")
    brings = models.CharField(_("dit breng ik mee"), max_length=500, blank=True)
    hopes = models.CharField(_("hier hoop ik op"), max_length=500, blank=True)
    whatsapp_ok = models.BooleanField(_("mag via WhatsApp"), default=False)
    channel = models.CharField(_("gehoord via"), max_length=20, choices=Channel, blank=True)
    heard_from = models.ForeignKey(
        Organisation,
        verbose_name=_("gehoord van organisatie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="brought_participants",
    )
    teacher = models.CharField(
        _("docent die de eerste keer meekomt"), max_length=200, blank=True, validators=[refuse_control_characters]
    )
    copy_by = models.CharField(_("kopie van het formulier"), max_length=5, choices=CopyBy, default=CopyBy.PAPER)
    not_matched_since = models.DateField(_("wordt niet meer gekoppeld sinds"), null=True, blank=True)
    copy_given_at = models.DateTimeField(_("kopie gegeven op"), null=True, blank=True)
    ambassador = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ambassadeur"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_participants",
    )
    notes = models.TextField(
        _("notities"), blank=True, help_text=_("Schrijf niets op over gezondheid, geloof of verblijfsstatus.")
    )
    stop_reason = models.CharField(_("reden van stoppen"), max_length=300, blank=True)
    completion_reason = models.CharField(_("reden van het besluit"), max_length=300, blank=True)
    no_certificate_reason = models.CharField(_("geen certificaat, omdat"), max_length=300, blank=True)
    registered_on = models.DateField(_("aangemeld op"), default=timezone.localdate)
    signed_up_on = models.DateField(_("ingeschreven op"), null=True, blank=True)
    waiting_since = models.DateTimeField(_("op de wachtlijst sinds"), null=True, blank=True)
    stays_since = models.DateField(_("wil op de lijst blijven, gezegd op"), null=True, blank=True)
    forgotten_on = models.DateField(_("gewist op"), null=True, blank=True, editable=False)

    times_present: int  # set by with_attendance()
    was_coupled: bool  # set by with_reason_why_not()

    objects = ParticipantQuerySet.as_manager()
    history = History(m2m_fields=[interests])

    class Meta:
        verbose_name = _("deelnemer")
        verbose_name_plural = _("deelnemers")
        ordering = ["project", "side", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person"],
                name="participants_participant_once_per_project",
                violation_error_message=_("Deze persoon doet al mee in dit project."),
            ),
            models.CheckConstraint(
                condition=Q(max_new__gte=1, max_new__lte=3),
                name="participants_participant_takes_one_to_three",
                violation_error_message=_("Kies 1, 2 of 3 'nieuwe' Amsterdammers."),
            ),
            models.CheckConstraint(
                condition=Q(side="old") | Q(max_new=1),
                name="participants_participant_only_old_takes_more",
                violation_error_message=_("Alleen een 'oude' Amsterdammer kan er meer dan één ontmoeten."),
            ),
            models.CheckConstraint(
                condition=Q(is_adult=True),
                name="participants_participant_is_adult",
                violation_error_message=_("Meedoen kan vanaf 18 jaar."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["signed_up", "coupled", "completed"]) | Q(signed_up_on__isnull=False),
                name="participants_participant_signed_up_has_date",
                violation_error_message=_("Bij wie is ingeschreven hoort een datum."),
            ),
            models.CheckConstraint(
                condition=~Q(status="waiting") | Q(waiting_since__isnull=False),
                name="participants_participant_waits_since",
                violation_error_message=_("Bij wie wacht hoort een tijd."),
            ),
        ]
        indexes = [models.Index(fields=["project", "side", "status"], name="participants_by_status")]

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return reverse("participants:detail", args=[self.project.slug, self.pk])

    @property
    def is_old(self) -> bool:
        return self.side == Side.OLD

    @property
    def may_be_matched(self) -> bool:
        """Whether somebody waits for a buddy: signed up, and not kept from being matched."""
        return self.status == Status.SIGNED_UP and self.not_matched_since is None

    @property
    def why_no_certificate(self) -> str:
        """Why somebody of ``without_certificate().with_reason_why_not()`` gets none, for who issues them."""
        if self.no_certificate_reason:
            return _("Besluit van de coördinator: %(reason)s") % {"reason": self.no_certificate_reason}
        if self.status == Status.STOPPED:
            return _("Gestopt: %(reason)s") % {"reason": self.stop_reason or _("zonder reden")}
        if self.was_coupled:
            return str(_("Het koppel stopte vóór de slotbijeenkomst"))
        return str(_("Nooit gekoppeld"))

    def may_become(self, status: Status) -> bool:
        """Whether ``status`` may follow the present one."""
        return status in MAY_BECOME[Status(self.status)]
