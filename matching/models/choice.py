"""What people answered after the rounds of a mix meeting."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models import Participant
from projects.models import Meeting


class Choice(models.Model):
    """One person's answer about one other; seen by nobody else while the meeting runs."""

    class Answer(models.TextChoices):
        YES = "yes", _("ja")
        MAYBE = "maybe", _("misschien")
        NO = "no", _("nee")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("mixbijeenkomst"), on_delete=models.CASCADE, related_name="choices"
    )
    chooser = models.ForeignKey(
        Participant, verbose_name=_("wie kiest"), on_delete=models.CASCADE, related_name="choices_made"
    )
    chosen = models.ForeignKey(
        Participant, verbose_name=_("over wie"), on_delete=models.CASCADE, related_name="choices_received"
    )
    answer = models.CharField(_("antwoord"), max_length=5, choices=Answer)

    history = History()

    class Meta:
        verbose_name = _("keuze")
        verbose_name_plural = _("keuzes")
        ordering = ["meeting", "chooser", "chosen"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "chooser", "chosen"],
                name="matching_choice_once",
                violation_error_message=_("Deze keuze is al gemaakt."),
            ),
            models.CheckConstraint(
                condition=~Q(chooser=F("chosen")),
                name="matching_choice_not_oneself",
                violation_error_message=_("Niemand kiest zichzelf."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()
