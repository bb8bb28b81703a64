"""What couples do together, besides the group excursions."""

from datetime import date
from decimal import Decimal
from statistics import median

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from matching.models.couple import Couple
from mixen.accounts.audit import History
from participants.models import Participant


class OutingQuerySet(models.QuerySet["Outing"]):
    def between(self, first: date, last: date) -> "OutingQuerySet":
        """Outings from ``first`` up to and including ``last``."""
        return self.filter(day__gte=first, day__lte=last)

    def usual_hours(self) -> Decimal:
        """How long these mostly take: the median, to a quarter of an hour; two hours while there is none."""
        hours = list(self.values_list("hours", flat=True))
        return max((median(hours) * 4).quantize(Decimal(1)), Decimal(1)) / 4 if hours else Decimal(2)


class Outing(models.Model):
    """One meeting of a couple. Totals are always derived from these rows."""

    couple = models.ForeignKey(Couple, verbose_name=_("koppel"), on_delete=models.CASCADE, related_name="outings")
    day = models.DateField(_("datum"))
    hours = models.DecimalField(_("uren"), max_digits=4, decimal_places=2)
    what = models.CharField(_("wat"), max_length=200, blank=True)
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
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

    objects = OutingQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("ontmoeting")
        verbose_name_plural = _("ontmoetingen")
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=24),
                name="matching_outing_hours_of_a_day",
                violation_error_message=_("Vul een aantal uren in tussen 0,25 en 24."),
            )
        ]

    def __str__(self) -> str:
        return f"{date_format(self.day, 'j F Y')}: {self.what}"
