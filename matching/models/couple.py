"""Couples and who is in them. An ended couple stays on record with its reason."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import models
from django.db.models import Count, DecimalField, F, Max, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models import Participant, Side
from projects.models import Meeting, Project

MOST_NEW = 3


def named(names: list[str]) -> str:
    """Names as one reads them out: ``Ans, Samira en Lale``."""
    return f"{', '.join(names[:-1])} {_('en')} {names[-1]}" if len(names) > 1 else "".join(names)


class EndReason(models.TextChoices):
    """Why a couple stopped meeting in the programme."""

    COMPLETED = "completed", _("de afgesproken tijd is om")
    NO_CLICK = "no_click", _("het klikte niet")
    NO_TIME = "no_time", _("geen tijd")
    MOVED = "moved", _("verhuisd")
    NO_CONTACT = "no_contact", _("geen contact meer")
    STOPPED = "stopped", _("iemand stopt met het project")
    SEPARATED = "separated", _("gestopt door de begeleiding")
    MISTAKE = "mistake", _("vergissing bij het invoeren")
    OTHER = "other", _("anders")


class CoupleQuerySet(models.QuerySet["Couple"]):
    def active(self) -> "CoupleQuerySet":
        """Couples that still go out."""
        return self.filter(ended_on__isnull=True)

    def paused_on(self, day: date) -> "CoupleQuerySet":
        """Couples that go on and do not meet on ``day``, because they agreed on a pause."""
        pause: Any = self.model.pauses.rel.related_model
        return self.active().filter(pk__in=pause.objects.on(day).values("couple"))

    def going_out(self, day: date) -> "CoupleQuerySet":
        """Couples that may be expected to meet on ``day``: active, and not in a pause."""
        return self.active().exclude(pk__in=self.model.objects.paused_on(day).values("pk"))

    def with_pauses(self) -> "CoupleQuerySet":
        """With their pauses, and with what each member said about going on."""
        return self.prefetch_related("pauses", "members__going_on")

    def that_counted(self) -> "CoupleQuerySet":
        """Active ones and those that served their time: not broken off early."""
        return self.filter(Q(ended_on__isnull=True) | Q(end_reason=EndReason.COMPLETED))

    def with_members(self) -> "CoupleQuerySet":
        """With names and ambassador, in a constant number of queries.

        A member comes in one piece with who it is: asked apart, SQLite would get each of them as a condition of its
        own, and refuses more than a thousand.
        """
        members = Prefetch("members", CoupleMember.objects.select_related("participant__person"))
        return self.select_related("ambassador", "project").prefetch_related(members)

    def with_new_count(self) -> "CoupleQuerySet":
        """Adds ``new_count``: how many newcomers the couple had at its end, or has now."""
        stayed = Q(left_on__isnull=True) | Q(left_on__gte=OuterRef("ended_on"))
        mine = CoupleMember.objects.filter(stayed, couple=OuterRef("pk"), participant__side=Side.NEW)
        counted = mine.order_by().values("couple").annotate(n=Count("pk")).values("n")
        return self.annotate(new_count=Coalesce(Subquery(counted), 0))

    def with_outings(self) -> "CoupleQuerySet":
        """Adds ``meetings``, ``hours`` and ``last_outing`` of each couple, derived from its outings."""
        hours = DecimalField(max_digits=8, decimal_places=2)
        return self.annotate(
            meetings=Count("outings"),
            hours=Coalesce(Sum("outings__hours"), Decimal(0), output_field=hours),
            last_outing=Max("outings__day"),
        ).order_by("formed_on", "pk")


class Couple(models.Model):
    """One old with one, two or three new Amsterdammers who go out together."""

    class Origin(models.TextChoices):
        CHOSEN = "chosen", _("kozen elkaar")
        PROPOSED = "proposed", _("past het best")
        BY_HAND = "by_hand", _("gekoppeld door de begeleiding")

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="couples")
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("gevormd op"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="couples_formed",
    )
    origin = models.CharField(_("hoe gevormd"), max_length=10, choices=Origin, default=Origin.BY_HAND)
    why = models.CharField(_("waarom"), max_length=300, blank=True)
    formed_on = models.DateField(_("sinds"))
    planned_end = models.DateField(_("tot en met"))
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)
    end_reason = models.CharField(_("reden"), max_length=20, choices=EndReason, blank=True)
    end_note = models.CharField(_("uitleg"), max_length=300, blank=True)
    ambassador = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ambassadeur"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="couples",
    )
    first_appointment_at = models.DateTimeField(_("eerste afspraak"), null=True, blank=True)
    first_appointment_place = models.CharField(_("waar"), max_length=200, blank=True)
    first_appointment_confirmed = models.BooleanField(_("voorgelezen en begrepen"), default=False)
    next_appointment_at = models.DateTimeField(_("volgende afspraak"), null=True, blank=True)
    next_appointment_place = models.CharField(_("waar de volgende afspraak is"), max_length=200, blank=True)
    booklet_given = models.BooleanField(_("strippenboekje meegegeven"), default=False)
    told = models.BooleanField(_("uitslag verteld"), default=False)

    new_count: int  # set by with_new_count()
    meetings: int  # these three by with_outings()
    hours: Decimal
    last_outing: date | None

    objects = CoupleQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("koppel")
        verbose_name_plural = _("koppels")
        ordering = ["formed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(ended_on__isnull=True) & Q(end_reason=""))
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="matching_couple_ended_with_reason",
                violation_error_message=_("Bij een gestopt koppel hoort een reden."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("formed_on")),
                name="matching_couple_ends_after_start",
                violation_error_message=_("Een koppel kan niet stoppen voordat het begint."),
            ),
            models.CheckConstraint(
                condition=Q(planned_end__gt=F("formed_on")),
                name="matching_couple_planned_end_after_start",
                violation_error_message=_("De einddatum moet na de begindatum liggen."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("matching:couple", args=[self.project.slug, self.pk])

    @property
    def is_active(self) -> bool:
        return self.ended_on is None

    @property
    def current_members(self) -> list["CoupleMember"]:
        """Who is in it now, or was at its end; the old one first."""
        end = self.ended_on
        members = [m for m in self.members.all() if m.left_on is None or (end is not None and m.left_on >= end)]
        return sorted(members, key=lambda member: member.slot)

    @property
    def people(self) -> list[Participant]:
        return [member.participant for member in self.current_members]

    @property
    def longest_end(self) -> date:
        """The last day once extended: three months after the project's own number of months, and what pauses add."""
        moved = timedelta(days=sum(pause.days_moved for pause in self.pauses.all()))
        return self.formed_on + relativedelta(months=self.project.couple_months + 3) + moved

    @property
    def can_be_extended(self) -> bool:
        return self.is_active and self.planned_end < self.longest_end

    @property
    def pause(self) -> Any:
        """The pause of today, or None."""
        today = timezone.localdate()
        return next((pause for pause in self.pauses.all() if pause.covers(today)), None)

    @property
    def wishes(self) -> dict["CoupleMember", bool | None]:
        """Who wants to go on after the agreed time; None for who has not said so."""
        said = {member: getattr(member, "going_on", None) for member in self.current_members}
        return {member: wish.wants if wish else None for member, wish in said.items()}

    @property
    def has_room(self) -> bool:
        """Whether another newcomer fits: the old one agreed to more than there are."""
        return self.is_active and 0 < len(self.people) <= self.people[0].max_new

    @property
    def title(self) -> str:
        """The first names, the old one first: ``Ans, Samira en Lale``."""
        return named([participant.person.goes_by for participant in self.people])


class CoupleMemberQuerySet(models.QuerySet["CoupleMember"]):
    def current(self) -> "CoupleMemberQuerySet":
        """Who is in a couple now, or was at its end, as ``Couple.current_members``."""
        return self.filter(Q(left_on__isnull=True) | Q(left_on__gte=F("couple__ended_on")))


class CoupleMember(models.Model):
    """One participant's time in one couple. Slot 0 is the old one, 1 to 3 are the new ones."""

    couple = models.ForeignKey(Couple, verbose_name=_("koppel"), on_delete=models.CASCADE, related_name="members")
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.PROTECT, related_name="couple_memberships"
    )
    slot = models.PositiveSmallIntegerField(_("plaats"))
    joined_on = models.DateField(_("sinds"))
    left_on = models.DateField(_("tot"), null=True, blank=True)
    shares_address = models.BooleanField(_("geeft het eigen adres"), default=False)
    pickup = models.CharField(_("hier op te halen"), max_length=200, blank=True)

    objects = CoupleMemberQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("lid van een koppel")
        verbose_name_plural = _("leden van koppels")
        ordering = ["couple", "slot", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(left_on__isnull=True),
                name="matching_member_in_one_active_couple",
                violation_error_message=_("Deze deelnemer zit al in een koppel."),
            ),
            models.UniqueConstraint(
                fields=["couple", "slot"],
                condition=Q(left_on__isnull=True),
                name="matching_member_one_per_slot",
                violation_error_message=_("Deze plaats in het koppel is al bezet."),
            ),
            models.CheckConstraint(
                condition=Q(slot__gte=0, slot__lte=MOST_NEW),
                name="matching_member_at_most_three_new",
                violation_error_message=_("Een koppel heeft ten hoogste drie 'nieuwe' Amsterdammers."),
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="matching_member_leaves_after_joining",
                violation_error_message=_("De laatste dag kan niet voor de eerste dag liggen."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.participant)
