"""What somebody agreed to, in which words, and how they signed."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.languages import CHOICES, READING_LANGUAGES, SOURCE
from participants.models.participant import Participant
from participants.models.tablet import Tablet

# The drawing field of a signature: strokes are lists of points within it.
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 1000, 300
MOST_POINTS = 5000


def validate_strokes(value: Any) -> None:
    """Strokes of ``[x, y]`` whole numbers within the field; what a finger draws, and nothing else."""
    points = 0
    for stroke in value if isinstance(value, list) else [None]:
        if not isinstance(stroke, list) or not all(_is_point(point) for point in stroke):
            raise ValidationError(_("De handtekening is niet goed aangekomen. Teken hem opnieuw of typ je naam."))
        points += len(stroke)
    if points > MOST_POINTS:
        raise ValidationError(_("De handtekening is te groot. Teken hem opnieuw of typ je naam."))


def _is_point(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) == 2
        and all(type(number) is int for number in point)
        and 0 <= point[0] <= SIGNATURE_WIDTH
        and 0 <= point[1] <= SIGNATURE_HEIGHT
    )


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def in_force(self, language: str = SOURCE) -> "dict[str, ConsentText]":
        """The newest text of each kind, in ``language`` where that version has it and in Dutch where it has not."""
        found: dict[str, ConsentText] = {}
        for text in self.filter(language__in={SOURCE, language}).order_by("version"):
            older = found.get(text.kind)
            if older is None or text.version > older.version or text.language == language:
                found[text.kind] = text
        return {kind: found[kind] for kind in ConsentText.Kind.values if kind in found}


class ConsentText(models.Model):
    """One version of a text people agree to, in one language. A text that was used is never rewritten."""

    class Kind(models.TextChoices):
        TAKING_PART = "taking_part", _("meedoen")
        COUNTRY = "country", _("land van herkomst")
        PHOTOS = "photos", _("foto's")

    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    version = models.PositiveSmallIntegerField(_("versie"))
    language = models.CharField(_("taal"), max_length=8, choices=CHOICES, default=SOURCE)
    body = models.TextField(_("tekst"))
    read_by = models.CharField(
        _("nagelezen door"),
        max_length=200,
        blank=True,
        help_text=_("Iemand met deze moedertaal. Leeg zolang het een machinevertaling is die niemand nalas."),
    )
    read_on = models.DateField(_("nagelezen op"), null=True, blank=True)

    objects = ConsentTextQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("toestemmingstekst")
        verbose_name_plural = _("toestemmingsteksten")
        ordering = ["kind", "-version", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version", "language"],
                name="participants_consenttext_version_once",
                violation_error_message=_("Deze versie bestaat al in deze taal."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, versie {self.version} ({self.language})"

    @property
    def direction(self) -> str:
        """As HTML wants it: a text may stand in another language than its page."""
        return READING_LANGUAGES[self.language].direction

    @property
    def was_read(self) -> bool:
        """The Dutch source, or a translation that a native speaker read through."""
        return self.language == SOURCE or bool(self.read_by and self.read_on)


class LanguageReview(models.Model):
    """Who read the words on screen through in their mother tongue, and which words those were.

    The fingerprint is that of the catalogue at the time: words that change later have not been read.
    """

    language = models.CharField(_("taal"), max_length=8, choices=CHOICES, unique=True)
    fingerprint = models.CharField(_("vingerafdruk"), max_length=64, editable=False)
    read_by = models.CharField(_("nagelezen door"), max_length=200)
    read_on = models.DateField(_("nagelezen op"), default=timezone.localdate)

    history = History()

    class Meta:
        verbose_name = _("nagelezen vertaling")
        verbose_name_plural = _("nagelezen vertalingen")
        ordering = ["language"]

    def __str__(self) -> str:
        return f"{self.get_language_display()}: {self.read_by}"


class Signature(models.Model):
    """How somebody signed: with a finger, or by typing their name; in which language, and who helped."""

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="signatures"
    )
    strokes = models.JSONField(_("getekend"), default=list, blank=True, validators=[validate_strokes])
    typed = models.CharField(_("getypt"), max_length=200, blank=True)
    language = models.CharField(_("taal"), max_length=8, choices=CHOICES, default=SOURCE)
    given_at = models.DateTimeField(_("gegeven op"), default=timezone.now)
    helped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("geholpen door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    tablet = models.ForeignKey(
        Tablet, verbose_name=_("tablet"), null=True, blank=True, on_delete=models.SET_NULL, related_name="signatures"
    )

    history = History(excluded_fields=["strokes"])

    class Meta:
        verbose_name = _("handtekening")
        verbose_name_plural = _("handtekeningen")
        ordering = ["-given_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(strokes=[]) | ~Q(typed=""),
                name="participants_signature_is_one",
                violation_error_message=_("Zet een handtekening of typ je naam."),
            )
        ]

    def __str__(self) -> str:
        return self.typed or str(_("getekend"))

    @property
    def path(self) -> str:
        """The strokes as the path of an SVG drawing; only whole numbers get in."""
        return " ".join(
            "M" + " L".join(f"{int(x)} {int(y)}" for x, y in (stroke if len(stroke) > 1 else stroke * 2))
            for stroke in self.strokes
            if stroke
        )


def fingerprint(text: str) -> str:
    """A mark of ``text`` that changes with every letter of it."""
    return hashlib.sha256(text.encode()).hexdigest()


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self) -> "ConsentQuerySet":
        """Given and not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def in_reading_order(self) -> "list[Consent]":
        """Taking part first, then what may be refused, as on the form."""
        order = ConsentText.Kind.values
        return sorted(self.select_related("text"), key=lambda consent: order.index(consent.kind))


class Consent(models.Model):
    """One agreement of one participant."""

    participant = models.ForeignKey(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="consents"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=ConsentText.Kind)
    text = models.ForeignKey(ConsentText, verbose_name=_("tekst"), on_delete=models.PROTECT, related_name="consents")
    signed_as = models.CharField(_("ondertekend als"), max_length=200)
    signature = models.ForeignKey(
        Signature,
        verbose_name=_("handtekening"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="consents",
    )
    given_at = models.DateTimeField(_("gegeven op"), default=timezone.now)
    helped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("geholpen door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ["participant", "kind", "given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "kind"],
                condition=Q(withdrawn_at__isnull=True),
                name="participants_consent_one_standing",
                violation_error_message=_("Deze toestemming is al gegeven."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.given_at:%d-%m-%Y}"
