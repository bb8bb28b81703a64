"""What participants think of it at the end."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from participants.models.participant import Participant


class Evaluation(models.Model):
    """One participant's answers. Every question may be passed over, so each answer may be empty.

    The three statements are those on social connection: with the own group (bonding), with other Amsterdammers
    (bridging), and with institutions (linking).
    """

    ANSWERS = ("again", "go_on", "dutch", "neighbourhood", "own_group", "locals", "institutions", "reach", "words")
    IN_WORDS = frozenset({"again", "go_on", "words"})  # these are empty as "", the others as None

    class Wish(models.TextChoices):
        YES = "yes", _("ja")
        MAYBE = "maybe", _("misschien")
        NO = "no", _("nee")

    class Spoken(models.IntegerChoices):
        LESS = 1, _("minder dan eerst")
        SAME = 2, _("even veel")
        MORE = 3, _("meer dan eerst")
        MUCH_MORE = 4, _("veel meer dan eerst")

    class Agrees(models.IntegerChoices):
        NOT_AT_ALL = 1, _("helemaal niet")
        A_BIT = 2, _("een beetje")
        RATHER = 3, _("best wel")
        VERY = 4, _("heel erg")

    class Via(models.TextChoices):
        LINK = "link", _("eigen bladzijde")
        TABLET = "tablet", _("tablet")
        PAPER = "paper", _("papier")

    participant = models.OneToOneField(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="evaluation"
    )
    again = models.CharField(_("zou het nog eens doen"), max_length=5, choices=Wish, blank=True)
    go_on = models.CharField(_("blijft elkaar zien"), max_length=5, choices=Wish, blank=True)
    dutch = models.PositiveSmallIntegerField(_("Nederlands gesproken"), choices=Spoken, null=True, blank=True)
    neighbourhood = models.PositiveSmallIntegerField(_("kent de buurt"), choices=Agrees, null=True, blank=True)
    own_group = models.PositiveSmallIntegerField(
        _("contact met de eigen groep"), choices=Agrees, null=True, blank=True
    )
    locals = models.PositiveSmallIntegerField(
        _("contact met andere Amsterdammers"), choices=Agrees, null=True, blank=True
    )
    institutions = models.PositiveSmallIntegerField(_("weg naar instanties"), choices=Agrees, null=True, blank=True)
    reach = models.PositiveSmallIntegerField(
        _("kon goed bij de bijeenkomsten komen"), choices=Agrees, null=True, blank=True
    )
    words = models.TextField(_("wat wil je nog zeggen"), max_length=1000, blank=True)
    via = models.CharField(_("ingevuld via"), max_length=6, choices=Via)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ingevoerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("ingevuld op"), default=timezone.now)

    history = History()

    class Meta:
        verbose_name = _("evaluatie")
        verbose_name_plural = _("evaluaties")
        ordering = ["participant"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(dutch__isnull=True) | Q(dutch__gte=1, dutch__lte=4))
                & (Q(neighbourhood__isnull=True) | Q(neighbourhood__gte=1, neighbourhood__lte=4))
                & (Q(own_group__isnull=True) | Q(own_group__gte=1, own_group__lte=4))
                & (Q(locals__isnull=True) | Q(locals__gte=1, locals__lte=4))
                & (Q(institutions__isnull=True) | Q(institutions__gte=1, institutions__lte=4)),
                name="participants_evaluation_one_to_four",
                violation_error_message=_("Kies een van de antwoorden."),
            ),
            models.CheckConstraint(
                condition=Q(reach__isnull=True) | Q(reach__gte=1, reach__lte=4),
                name="participants_evaluation_reach_one_to_four",
                violation_error_message=_("Kies een van de antwoorden."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.participant)
