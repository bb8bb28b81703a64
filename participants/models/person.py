"""Who somebody is, over all projects."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Trim
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters, refuse_names_without_letters
from mixen.languages import CHOICES, SOURCE
from participants.class_list.columns import folded
from projects.postcodes import districts_of


class Language(models.Model):
    """A language people may share, besides Dutch. ``code`` is ISO 639."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    name = models.CharField(_("naam"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("taal")
        verbose_name_plural = _("talen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Interest(models.Model):
    """Something people like to do; two who share one have something to start with."""

    key = models.SlugField(_("sleutel"), unique=True)
    name = models.CharField(_("naam"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("interesse")
        verbose_name_plural = _("interesses")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FoldedName(models.CharField):  # type: ignore[type-arg]
    """The name without accents, capitals, spaces and signs, so that the database finds who is called the same.

    Filled in whenever a row is written, also with many at once. Empty in a row that a release wrote that did not know
    this column: who compares names takes those along.
    """

    def deconstruct(self) -> Any:
        """Migrations know it as plain text."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = folded(str(model_instance.name))[: self.max_length]  # type: ignore[attr-defined]
        setattr(model_instance, self.attname, value)
        return value


class Person(models.Model):
    """Somebody, in whatever project. Only the birth year is kept, never nationality, status, belief or health."""

    class Gender(models.TextChoices):
        WOMAN = "woman", _("vrouw")
        MAN = "man", _("man")
        OTHER = "other", _("anders")
        UNSAID = "unsaid", _("zeg ik liever niet")

    name = models.CharField(
        _("naam"), max_length=200, validators=[refuse_control_characters, refuse_names_without_letters]
    )
    name_folded = FoldedName(_("naam om te vergelijken"), max_length=200, blank=True, editable=False, db_default="")
    call_name = models.CharField(
        _("roepnaam"),
        max_length=100,
        blank=True,
        validators=[refuse_control_characters],
        help_text=_("Zo word je genoemd."),
    )
    own_script_name = models.CharField(
        _("naam in eigen schrift"), max_length=200, blank=True, validators=[refuse_control_characters]
    )
    pronunciation = models.CharField(
        _("zo spreek je de naam uit"), max_length=100, blank=True, validators=[refuse_control_characters]
    )
    # Empty as long as it was not asked: with interest alone, it is not.
    gender = models.CharField(_("geslacht"), max_length=10, choices=Gender, blank=True)
    women_only = models.BooleanField(_("gaat alleen met vrouwen op stap"), default=False)
    birth_year = models.PositiveSmallIntegerField(
        _("geboortejaar"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    reach = models.CharField(
        _("zo te bereiken"),
        max_length=200,
        blank=True,
        validators=[refuse_control_characters],
        help_text=_("Voor wie geen telefoon en geen e-mail heeft."),
    )
    language = models.CharField(_("leest het liefst"), max_length=8, choices=CHOICES, default=SOURCE)
    street = models.CharField(_("straat en huisnummer"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    languages = models.ManyToManyField(
        Language, verbose_name=_("talen naast Nederlands"), blank=True, related_name="people"
    )
    country = CountryField(_("land van herkomst"), blank=True)
    has_stadspas = models.BooleanField(_("heeft een Stadspas"), default=False)
    has_children = models.BooleanField(_("heeft kinderen"), null=True, blank=True)
    created_at = models.DateTimeField(_("aangemaakt op"), auto_now_add=True)
    # The row says nothing any more of who it was.
    forgotten_on = models.DateField(_("gewist op"), null=True, blank=True, editable=False)

    history = History(m2m_fields=[languages], excluded_fields=["name_folded"])

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(women_only=False) | Q(gender="woman"),
                name="participants_person_women_only_is_woman",
                violation_error_message=_("'Alleen met vrouwen op stap' kan alleen bij een vrouw."),
            ),
            models.CheckConstraint(
                condition=Q(birth_year__isnull=True) | Q(birth_year__gte=1900, birth_year__lte=2100),
                name="participants_person_birth_year_plausible",
                violation_error_message=_("Vul een geboortejaar in van vier cijfers, bijvoorbeeld 1958."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="participants_person_has_name",
                violation_error_message=_("Vul een naam in."),
            ),
        ]
        indexes = [
            models.Index(fields=["name"], name="participants_person_name"),
            # What possible doubles are found by.
            models.Index(fields=["name_folded"], name="participants_person_folded"),
            models.Index(fields=["phone"], name="participants_person_phone"),
            models.Index(Lower(Trim("email")), name="participants_person_email"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **more: Any) -> None:
        """As always; who writes the name alone writes what it is compared by too."""
        if (only := more.get("update_fields")) and "name" in only:
            more["update_fields"] = {*only, "name_folded"}
        super().save(**more)

    @property
    def goes_by(self) -> str:
        """How somebody wants to be addressed."""
        return self.call_name or self.name

    @property
    def district_names(self) -> list[str]:
        """The districts the postcode lies in, the likeliest first; empty outside Amsterdam or without a postcode."""
        return [slug.title() for slug in districts_of(self.postcode)]  # a district's slug is its name in small letters

    @property
    def postcode_area(self) -> str:
        """The four digits, which say the neighbourhood and not the house."""
        return self.postcode[:4]
