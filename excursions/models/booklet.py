"""Places worth a visit, and the booklet a project makes of them."""

from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models import ContactPerson, District, Organisation, Project

MAP = "https://www.openstreetmap.org/search?"


class Section(models.TextChoices):
    """The three sections of the strippenboekje."""

    HOME = "home", _("Rond eigen huis en haard")
    NEIGHBOURHOOD = "neighbourhood", _("Op stap in eigen buurt")
    CULTURE = "culture", _("Kunst en cultuur")


class PlaceQuerySet(models.QuerySet["Place"]):
    def for_project(self, project: Project) -> "PlaceQuerySet":
        """The places of the whole city and of the project's own district."""
        return self.filter(Q(district__isnull=True) | Q(district=project.district_id))

    def agreed_on(self, day: date) -> "PlaceQuerySet":
        """Fit for a booklet on ``day``: without those whose agreed discount has ended."""
        return self.exclude(discount_until__lt=day)

    def in_order_of_booklet(self) -> "PlaceQuerySet":
        """Section by section as in the booklet, then by name."""
        order = Case(*(When(section=section, then=number) for number, section in enumerate(Section)), default=9)
        return self.annotate(_section_order=order).order_by("_section_order", "name")

    def ended_on(self, day: date) -> "PlaceQuerySet":
        """Of which the agreed discount has ended by ``day``."""
        return self.filter(discount_until__lt=day)


class Place(models.Model):
    """A place in the library for the whole city; without a district it suits every project."""

    name = models.CharField(_("naam"), max_length=200, validators=[refuse_control_characters])
    section = models.CharField(_("deel"), max_length=20, choices=Section)
    what = models.TextField(_("wat doe je daar"), blank=True)
    district = models.ForeignKey(
        District, verbose_name=_("stadsdeel"), null=True, blank=True, on_delete=models.SET_NULL, related_name="places"
    )
    address = models.CharField(_("adres"), max_length=200, blank=True)
    opening = models.CharField(_("wanneer open"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="places",
    )
    price = models.DecimalField(
        _("prijs"), max_digits=6, decimal_places=2, default=Decimal("0.00"), validators=[MinValueValidator(Decimal(0))]
    )
    stadspas_price = models.DecimalField(
        _("prijs met Stadspas"),
        max_digits=6,
        decimal_places=2,
        default=Decimal("0.00"),
        validators=[MinValueValidator(Decimal(0))],
    )
    discount = models.CharField(_("korting voor deelnemers"), max_length=200, blank=True)
    discount_until = models.DateField(_("korting geldt tot en met"), null=True, blank=True)
    contact = models.ForeignKey(
        ContactPerson,
        verbose_name=_("contactpersoon"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="places",
    )
    spoken = models.CharField(_("talen die ze er spreken"), max_length=100, blank=True)
    step_free = models.BooleanField(_("zonder drempels"), default=False)
    for_children = models.BooleanField(_("leuk met kinderen"), default=False)
    by_appointment = models.BooleanField(_("op afspraak"), default=False)
    picture = models.ImageField(_("foto"), upload_to="places/", blank=True)
    picture_alt = models.CharField(_("wat is er te zien"), max_length=200, blank=True)
    picture_rights = models.CharField(_("van wie is de foto"), max_length=200, blank=True)

    used_here: int  # these two by excursions.strips.with_uses()
    used_in_all: int

    objects = PlaceQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("plek")
        verbose_name_plural = _("plekken")
        ordering = ["section", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "section"],
                name="excursions_place_once_per_section",
                violation_error_message=_("Deze plek staat al in dit deel."),
            ),
            models.CheckConstraint(
                condition=Q(price__gte=0, stadspas_price__gte=0),
                name="excursions_place_price_not_negative",
                violation_error_message=_("Een prijs kan niet minder dan 0 zijn."),
            ),
            models.CheckConstraint(
                condition=Q(picture="") | (~Q(picture_alt="") & ~Q(picture_rights="")),
                name="excursions_place_picture_is_told",
                violation_error_message=_("Schrijf bij een foto wat er te zien is, en van wie die is."),
            ),
            models.CheckConstraint(
                condition=Q(discount_until__isnull=True) | ~Q(discount=""),
                name="excursions_place_until_has_discount",
                violation_error_message=_("Bij een einddatum hoort een korting."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def section_order(self) -> int:
        """Which section of the booklet it stands in, from 0."""
        return Section.values.index(self.section)

    @property
    def map_link(self) -> str:
        """Where to look the address up on a map; empty without an address. Nothing is fetched from there."""
        return MAP + urlencode({"query": f"{self.address}, Amsterdam"}) if self.address else ""

    def has_ended(self, day: date | None = None) -> bool:
        """Whether the agreed discount has ended by ``day``, today when not given."""
        return self.discount_until is not None and self.discount_until < (day or timezone.localdate())


class BookletQuerySet(models.QuerySet["Booklet"]):
    def newest(self) -> "Booklet | None":
        """The last edition, printed or not."""
        return self.order_by("-edition").first()

    def in_use(self) -> "Booklet | None":
        """The edition that couples hold in their hands: the last one that was printed, else the first to come."""
        return self.exclude(printed_on=None).newest() or self.newest()


class Booklet(models.Model):
    """One edition of a project's strippenboekje."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="booklets")
    edition = models.PositiveSmallIntegerField(_("druk"), default=1)
    foreword = models.TextField(_("voorwoord"), blank=True)
    printed_on = models.DateField(_("gedrukt op"), null=True, blank=True)
    with_codes = models.BooleanField(
        _("QR-code bij elke strip"), default=False, help_text=_("De code opent het adres op een kaart.")
    )

    objects = BookletQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("strippenboekje")
        verbose_name_plural = _("strippenboekjes")
        ordering = ["project", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "edition"],
                name="excursions_booklet_edition_once",
                violation_error_message=_("Deze druk bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return f"Strippenboekje {self.project}, druk {self.edition}"

    @property
    def is_printed(self) -> bool:
        """A printed edition is never changed; a later change makes the next one."""
        return self.printed_on is not None


class BookletEntry(models.Model):
    """One strip: a place in a booklet, with its number."""

    booklet = models.ForeignKey(
        Booklet, verbose_name=_("strippenboekje"), on_delete=models.CASCADE, related_name="entries"
    )
    place = models.ForeignKey(Place, verbose_name=_("plek"), on_delete=models.PROTECT, related_name="booklet_entries")
    number = models.PositiveSmallIntegerField(_("strip"))

    history = History()

    class Meta:
        verbose_name = _("strip")
        verbose_name_plural = _("strippen")
        ordering = ["booklet", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["booklet", "place"],
                name="excursions_entry_place_once",
                violation_error_message=_("Deze plek staat al in het strippenboekje."),
            ),
            models.UniqueConstraint(
                fields=["booklet", "number"],
                name="excursions_entry_number_once",
                violation_error_message=_("Dit nummer is al gebruikt."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.place}"
