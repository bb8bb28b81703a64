"""Places worth a visit, and the booklet a project makes of them."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models import District, Organisation, Project


class Section(models.TextChoices):
    """The three sections of the strippenboekje."""

    HOME = "home", _("Rond eigen huis en haard")
    NEIGHBOURHOOD = "neighbourhood", _("Op stap in eigen buurt")
    CULTURE = "culture", _("Kunst en cultuur")


class Place(models.Model):
    """A place in the library for the whole city; without a district it suits every project."""

    name = models.CharField(_("naam"), max_length=200, validators=[refuse_control_characters])
    section = models.CharField(_("deel"), max_length=20, choices=Section)
    what = models.TextField(_("wat doe je daar"), blank=True)
    district = models.ForeignKey(
        District, verbose_name=_("stadsdeel"), null=True, blank=True, on_delete=models.SET_NULL, related_name="places"
    )
    address = models.CharField(_("adres"), max_length=200, blank=True)
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
    step_free = models.BooleanField(_("zonder drempels"), default=False)
    for_children = models.BooleanField(_("leuk met kinderen"), default=False)

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
        ]

    def __str__(self) -> str:
        return self.name


class Booklet(models.Model):
    """One edition of a project's strippenboekje."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="booklets")
    edition = models.PositiveSmallIntegerField(_("druk"), default=1)
    foreword = models.TextField(_("voorwoord"), blank=True)
    printed_on = models.DateField(_("gedrukt op"), null=True, blank=True)

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
