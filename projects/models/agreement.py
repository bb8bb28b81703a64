"""The mail in which a partner is asked to confirm what was agreed, and the answer."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.outbox import Outgoing
from mixen.signed_links import SignedLink
from projects.models.partner import Partnership
from projects.models.project import Project

LASTS = timedelta(days=30)
ANSWER_WITHIN = timedelta(days=7)
"""After how long without an answer somebody is asked to call."""


class AgreementRequestQuerySet(models.QuerySet["AgreementRequest"]):
    def standing(self) -> "AgreementRequestQuerySet":
        """Not answered and not withdrawn, however old."""
        return self.filter(answer="", withdrawn_at__isnull=True)

    def openable(self) -> "AgreementRequestQuerySet":
        """Whose link still opens a page: to answer, or to read back what one answered."""
        return self.filter(withdrawn_at__isnull=True, asked_at__date__gte=timezone.localdate() - LASTS)

    def not_right(self) -> "AgreementRequestQuerySet":
        """In which the partner says that something is not right, and nobody did anything about it yet."""
        return self.filter(answer=AgreementRequest.Answer.NOT_RIGHT, handled_at__isnull=True)

    def unanswered_on(self, day: date) -> "AgreementRequestQuerySet":
        """Asked a week or more before ``day``, or never arrived, and not answered."""
        late = Q(asked_at__date__lt=day - ANSWER_WITHIN)
        return self.standing().filter(late | ~Q(given_up=""))


class AgreementRequest(SignedLink, Outgoing):
    """One mail with a link. It holds the text that was asked about, so that it is known what was confirmed."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", _("klopt")
        NOT_RIGHT = "not_right", _("klopt niet")

    partnership = models.ForeignKey(
        Partnership, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="requests"
    )
    email = models.EmailField(_("gestuurd aan"))
    addressee = models.CharField(_("aan wie"), max_length=200)
    contribution = models.CharField(_("wat doet de organisatie"), max_length=300)
    terms = models.TextField(_("verder afgesproken"), blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gevraagd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, blank=True)
    remark = models.TextField(_("wat klopt er niet"), blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    handled_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)

    objects = AgreementRequestQuerySet.as_manager()
    history = History(excluded_fields=["nonce", "claimed_at", "failures"])

    waits_since = "asked_at"

    class Meta:
        verbose_name = _("vraag om bevestiging")
        verbose_name_plural = _("vragen om bevestiging")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership"],
                condition=Q(answer="", withdrawn_at__isnull=True),
                name="projects_agreementrequest_one_standing",
                violation_error_message=_("Er staat al een vraag om bevestiging open."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="projects_agreementrequest_answer_has_a_day",
                violation_error_message=_("Bij een antwoord hoort een dag."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership}, {self.asked_at:%d-%m-%Y}"

    @property
    def lasts_until(self) -> date:
        """The last day on which the link can be used."""
        return timezone.localdate(self.asked_at) + LASTS

    @property
    def is_over(self) -> bool:
        """Whether the time to answer is over."""
        return self.lasts_until < timezone.localdate()

    @property
    def project(self) -> Project:
        return self.partnership.project

    @classmethod
    def of_token(cls, token: str) -> "AgreementRequest | None":
        """The request that ``token`` opens; None for a guessed, changed, withdrawn or too old one."""
        rows = cls.objects.openable().select_related("partnership__project__district", "partnership__organisation")
        return cls.found(rows, token)
