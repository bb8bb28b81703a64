"""Organisations, the people one speaks to there, and what each does in a project."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models.district import District
from projects.models.project import Project
from projects.models.reach import Reachable


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def within_reach_of(self, project: Project) -> "OrganisationQuerySet":
        """Those of the whole city and of the project's own district; another district's are not shown to it."""
        return self.within_reach_of_any([project])

    def within_reach_of_any(self, projects: Iterable[Project]) -> "OrganisationQuerySet":
        """Those of the whole city, and of the districts of ``projects``."""
        return self.filter(Q(district__isnull=True) | Q(district__in={project.district_id for project in projects}))

    def of_kind(self, kind: str) -> "OrganisationQuerySet":
        """Those that are ``kind``, first of all or besides."""
        also = OtherKind.objects.filter(kind=kind).values("organisation")
        return self.filter(Q(kind=kind) | Q(pk__in=also))

    def to_propose_in(self, project: Project) -> "OrganisationQuerySet":
        """The fixed partners of the whole city that do not take part in ``project`` yet."""
        return self.filter(city_wide=True).exclude(partnerships__project=project)


class Organisation(Reachable):
    """An organisation the programme works with, over all projects."""

    class Kind(models.TextChoices):
        VENUE = "venue", _("buurtcentrum of zaal")
        LANGUAGE_PROVIDER = "language_provider", _("taalaanbieder")
        SELF_ORGANISATION = "self_organisation", _("zelforganisatie")
        CULTURAL = "cultural", _("cultuur")
        WELFARE = "welfare", _("welzijn")
        MEDIA = "media", _("krant of zender")
        SPONSOR = "sponsor", _("sponsor")
        LIBRARY = "library", _("bibliotheek")
        VOLUNTEER_CENTRE = "volunteer_centre", _("vrijwilligerscentrale")
        GOVERNMENT = "government", _("overheid")
        OTHER = "other", _("anders")

    name = models.CharField(_("naam"), max_length=200, unique=True, validators=[refuse_control_characters])
    kind = models.CharField(_("soort"), max_length=30, choices=Kind, default=Kind.OTHER)
    district = models.ForeignKey(
        District,
        verbose_name=_("stadsdeel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organisations",
        help_text=_("Leeg bij een organisatie voor de hele stad."),
    )
    city_wide = models.BooleanField(_("vaste partner in de hele stad"), default=False)
    address = models.CharField(_("adres"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    offers = models.CharField(
        _("wat biedt de organisatie"),
        max_length=300,
        blank=True,
        help_text=_("Bijvoorbeeld: een zaal voor 60 mensen."),
    )

    objects = OrganisationQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(city_wide=False) | Q(district__isnull=True),
                name="projects_organisation_city_or_district",
                violation_error_message=_("Een vaste partner in de hele stad hoort bij geen stadsdeel."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:organisation", args=[self.pk])

    @property
    def kinds(self) -> list[str]:
        """What it is, in words: first of all, and besides."""
        return [str(self.get_kind_display()), *(str(row.get_kind_display()) for row in self.other_kinds.all())]


class OtherKind(models.Model):
    """What an organisation is besides its first kind: a school that also gives a room."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.CASCADE, related_name="other_kinds"
    )
    kind = models.CharField(_("is ook"), max_length=30, choices=Organisation.Kind)

    history = History()

    class Meta:
        verbose_name = _("soort die een organisatie ook is")
        verbose_name_plural = _("soorten die organisaties ook zijn")
        ordering = ["organisation", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                name="projects_otherkind_once",
                violation_error_message=_("Deze soort staat er al."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class ContactPerson(models.Model):
    """The one person to call at an organisation."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.CASCADE, related_name="contact_people"
    )
    name = models.CharField(_("naam"), max_length=200, validators=[refuse_control_characters])
    job = models.CharField(_("functie"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)

    history = History()

    class Meta:
        verbose_name = _("contactpersoon")
        verbose_name_plural = _("contactpersonen")
        ordering = ["organisation", "name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})"


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def settled(self) -> "PartnershipQuerySet":
        """Of which the agreement was signed on paper or confirmed by e-mail."""
        return self.filter(Q(signed_on__isnull=False) | Q(confirmed_on__isnull=False))

    def unsettled(self) -> "PartnershipQuerySet":
        """Of which the agreement was neither signed nor confirmed."""
        return self.filter(signed_on__isnull=True, confirmed_on__isnull=True)


class Partnership(models.Model):
    """An organisation's part in one project: what was agreed, with whom, and whether it is confirmed."""

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="partnerships"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="partnerships"
    )
    contact = models.ForeignKey(
        ContactPerson,
        verbose_name=_("contactpersoon"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="partnerships",
    )
    contribution = models.CharField(_("wat doet de organisatie"), max_length=300, blank=True)
    terms = models.TextField(_("verder afgesproken"), blank=True)
    agreed_on = models.DateField(_("afgesproken op"), null=True, blank=True)
    signed_on = models.DateField(_("op papier getekend op"), null=True, blank=True)
    confirmed_on = models.DateField(_("bevestigd per e-mail op"), null=True, blank=True)

    objects = PartnershipQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"],
                name="projects_partnership_once",
                violation_error_message=_("Deze organisatie doet al mee in dit project."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.project}"

    @property
    def is_settled(self) -> bool:
        """Whether the agreement was signed on paper or confirmed by e-mail."""
        return self.signed_on is not None or self.confirmed_on is not None
