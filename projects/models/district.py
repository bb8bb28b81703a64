"""The districts of Amsterdam and who works for them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History


class District(models.Model):
    """A stadsdeel of Amsterdam, or the urban area Weesp. The rows come with a migration."""

    name = models.CharField(_("naam"), max_length=60, unique=True)
    slug = models.SlugField(_("adres op het web"), max_length=60, unique=True)
    is_urban_area = models.BooleanField(_("stadsgebied"), default=False)

    history = History()

    class Meta:
        verbose_name = _("stadsdeel")
        verbose_name_plural = _("stadsdelen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class DistrictOfficial(models.Model):
    """A user who sees the figures and reports of a district, and never a person."""

    district = models.ForeignKey(
        District, verbose_name=_("stadsdeel"), on_delete=models.CASCADE, related_name="officials"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="official_of"
    )

    history = History()

    class Meta:
        verbose_name = _("stadsdeelmedewerker")
        verbose_name_plural = _("stadsdeelmedewerkers")
        ordering = ["district", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "user"],
                name="projects_official_once_per_district",
                violation_error_message=_("Deze medewerker hoort al bij dit stadsdeel."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.district})"

    def save(self, *args: object, **kwargs: object) -> None:
        super().save(*args, **kwargs)  # type: ignore[arg-type]
        if not self.user.needs_second_factor:
            self.user.needs_second_factor = True
            self.user.save(update_fields=["needs_second_factor"])
