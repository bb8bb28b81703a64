"""Which strips of the booklet a couple used."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from excursions.models.booklet import BookletEntry
from matching.models import Couple, Outing
from mixen.accounts.audit import History
from participants.models import Participant
from projects.models import Project


class StripUseQuerySet(models.QuerySet["StripUse"]):
    def of_project(self, project: Project) -> "StripUseQuerySet":
        """Strips used out of any edition of ``project``."""
        return self.filter(entry__booklet__project=project)

    def that_count(self) -> "StripUseQuerySet":
        """Without those of practice projects."""
        return self.filter(entry__booklet__project__is_practice=False)

    def with_discount(self) -> "StripUseQuerySet":
        """Strips of a place that gives a discount, used while it was agreed on."""
        agreed = Q(entry__place__discount_until__isnull=True) | Q(
            entry__place__discount_until__gte=models.F("used_on")
        )
        return self.filter(agreed).exclude(entry__place__discount="")


class StripUse(models.Model):
    """A couple was at the place of one strip. Noted with a meeting it goes with that meeting, else it stands alone."""

    entry = models.ForeignKey(BookletEntry, verbose_name=_("strip"), on_delete=models.PROTECT, related_name="uses")
    couple = models.ForeignKey(Couple, verbose_name=_("koppel"), on_delete=models.CASCADE, related_name="strip_uses")
    used_on = models.DateField(_("gebruikt op"))
    outing = models.ForeignKey(
        Outing,
        verbose_name=_("ontmoeting"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="strip_uses",
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    told_by = models.ForeignKey(
        Participant,
        verbose_name=_("verteld door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = StripUseQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("gebruikte strip")
        verbose_name_plural = _("gebruikte strippen")
        ordering = ["used_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "couple"],
                name="excursions_stripuse_once",
                violation_error_message=_("Deze strip is al gebruikt."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry}: {date_format(self.used_on, 'j F Y')}"
