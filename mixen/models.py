"""What the house itself keeps: signs of life of its processes."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When something last happened that has to happen again and again. A row each, known by its name."""

    QUEUE = "queue"
    """Beat asked, the queue passed it on and a worker did it."""
    BACKUP = "backup"

    name = models.CharField(_("naam"), max_length=20, unique=True)
    at = models.DateTimeField(_("laatst op"))

    class Meta:
        verbose_name = _("levensteken")
        verbose_name_plural = _("levenstekens")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def note(cls, name: str) -> None:
        """It happened just now."""
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})

    @classmethod
    def age(cls, name: str) -> timedelta | None:
        """How long ago it happened; None when it never did."""
        row = cls.objects.filter(name=name).first()
        return timezone.now() - row.at if row else None
