"""What people do at a meeting for the others: bring a dish, receive the guests."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from participants.models.participant import Participant
from projects.models import Meeting


class Dish(models.Model):
    """A dish for the buffet, brought by a participant or by somebody named in words."""

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="dishes"
    )
    what = models.CharField(_("gerecht"), max_length=200, validators=[refuse_control_characters])
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("deelnemer"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="dishes",
    )
    brought_by = models.CharField(
        _("of iemand anders"), max_length=200, blank=True, validators=[refuse_control_characters]
    )

    history = History()

    class Meta:
        verbose_name = _("gerecht")
        verbose_name_plural = _("gerechten")
        ordering = ["meeting", "what", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what=""),
                name="participants_dish_says_what",
                violation_error_message=_("Schrijf op wat het is."),
            ),
            models.CheckConstraint(
                condition=Q(participant__isnull=True) ^ Q(brought_by=""),
                name="participants_dish_brought_by_one",
                violation_error_message=_("Kies een deelnemer, of schrijf op wie het meebrengt."),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def who(self) -> str:
        """The name of who brings it."""
        return self.participant.person.name if self.participant else self.brought_by


class Host(models.Model):
    """A participant who receives the others at a meeting."""

    meeting = models.ForeignKey(Meeting, verbose_name=_("bijeenkomst"), on_delete=models.CASCADE, related_name="hosts")
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="hosting"
    )
    task = models.CharField(_("taak"), max_length=200, blank=True, validators=[refuse_control_characters])

    history = History()

    class Meta:
        verbose_name = _("gastheer of gastvrouw")
        verbose_name_plural = _("gastheren en gastvrouwen")
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "participant"],
                name="participants_host_once",
                violation_error_message=_("Deze deelnemer is al gastheer of gastvrouw."),
            )
        ]

    def __str__(self) -> str:
        return str(self.participant)
