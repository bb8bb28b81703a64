"""What people answered after the rounds of a mix meeting."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from matching.models.board import Board
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


class Slip(models.Model):
    """A paper choice slip as somebody typed it over. Each slip is typed twice; only what agrees counts."""

    board = models.ForeignKey(Board, verbose_name=_("middag"), on_delete=models.CASCADE, related_name="slips")
    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="slips"
    )
    turn = models.PositiveSmallIntegerField(_("keer"))
    answers = models.JSONField(_("antwoorden"), default=dict)
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("door")
    )

    class Meta:
        verbose_name = _("keuzebriefje")
        verbose_name_plural = _("keuzebriefjes")
        ordering = ["board", "participant", "turn"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "participant", "turn"],
                name="matching_slip_once_a_turn",
                violation_error_message=_("Dit briefje is al ingevoerd."),
            ),
            models.CheckConstraint(
                condition=Q(turn__gte=1, turn__lte=2),
                name="matching_slip_two_turns",
                violation_error_message=_("Een briefje wordt twee keer ingevoerd."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant} {self.turn}"
