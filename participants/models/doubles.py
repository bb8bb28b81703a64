"""What was decided about two people who look like one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.person import Person


class NotTheSame(models.Model):
    """These are two people, somebody said after looking; they are not asked about again. ``first`` came first."""

    first = models.ForeignKey(Person, verbose_name=_("de een"), on_delete=models.CASCADE, related_name="unlike_first")
    second = models.ForeignKey(
        Person, verbose_name=_("de ander"), on_delete=models.CASCADE, related_name="unlike_second"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("besloten door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("besloten op"), default=timezone.now)

    history = History()

    class Meta:
        verbose_name = _("twee verschillende mensen")
        verbose_name_plural = _("twee verschillende mensen")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="participants_notthesame_once",
                violation_error_message=_("Dit is al vastgelegd."),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="participants_notthesame_in_order",
                violation_error_message=_("Kies twee verschillende mensen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
