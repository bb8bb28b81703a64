"""How well a place can be reached."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.fields import refuse_control_characters


class StepFree(models.TextChoices):
    """Whether somebody gets in without climbing a step."""

    YES = "yes", _("zonder drempel of trap")
    NO = "no", _("met een drempel of trap")
    UNKNOWN = "unknown", _("nog niet bekend")


class Reachable(models.Model):
    """A place with how one gets there and in."""

    step_free = models.CharField(_("ingang"), max_length=10, choices=StepFree, default=StepFree.UNKNOWN)
    transit = models.CharField(
        _("tram of bus"),
        max_length=200,
        blank=True,
        validators=[refuse_control_characters],
        help_text=_("Welke lijn en halte. Bijvoorbeeld: tram 17, halte Osdorpplein."),
    )

    class Meta:
        abstract = True
