"""Who took part and would like to help: asked, answered, and what the coordinator did with it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant, Status

MAY_WISH = frozenset({Status.COUPLED, Status.COMPLETED})
"""Who knows the programme well enough to be asked."""


class AmbassadorWishQuerySet(models.QuerySet["AmbassadorWish"]):
    def open(self) -> "AmbassadorWishQuerySet":
        """Asked and not answered, or wanted and not dealt with."""
        return self.filter(handled_at__isnull=True).exclude(answer=AmbassadorWish.Answer.NO)

    def wanted(self) -> "AmbassadorWishQuerySet":
        """Who wants to become an ambassador and still waits for an answer."""
        return self.filter(handled_at__isnull=True, answer=AmbassadorWish.Answer.YES)


class AmbassadorWish(models.Model):
    """One time that becoming an ambassador was spoken of with a participant; one open at a time.

    ``asked_at`` is empty when they said it unasked; ``noted_by`` when they answered on their own page.
    """

    class Answer(models.TextChoices):
        YES = "yes", _("wil graag")
        NO = "no", _("liever niet")

    class Outcome(models.TextChoices):
        INVITED = "invited", _("uitgenodigd")
        NOT_NOW = "not_now", _("nu niet")

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="ambassador_wishes"
    )
    asked_at = models.DateTimeField(_("gevraagd op"), null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gevraagd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("genoteerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    outcome = models.CharField(_("wat is er gedaan"), max_length=10, choices=Outcome, blank=True)
    handled_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)

    objects = AmbassadorWishQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("wil ambassadeur worden")
        verbose_name_plural = _("willen ambassadeur worden")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(handled_at__isnull=True) & ~Q(answer="no"),
                name="participants_ambassadorwish_one_open",
                violation_error_message=_("Dit is al gevraagd."),
            ),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=False) | Q(answered_at__isnull=False),
                name="participants_ambassadorwish_asked_or_said",
                violation_error_message=_("Noteer wanneer het is gevraagd of gezegd."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.participant)
