"""What goes with signing up on one's own phone: the half-filled form, and the personal link afterwards."""

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.languages import CHOICES, SOURCE
from mixen.outbox import Outgoing
from mixen.signed_links import is_one_of, tokens
from participants.models.participant import Participant
from projects.models import Project

DRAFT_WAITS = timedelta(days=1)
LINK_LENGTH = 24


def new_draft_token() -> str:
    return secrets.token_urlsafe(24)


def new_nonce() -> str:
    return secrets.token_hex(8)


class RegistrationDraft(models.Model):
    """A form somebody began on their own phone. It waits a day and is then removed."""

    token = models.CharField(_("kenmerk"), max_length=40, unique=True, default=new_draft_token, editable=False)
    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="drafts")
    language = models.CharField(_("taal"), max_length=8, choices=CHOICES, default=SOURCE)
    answers = models.JSONField(_("antwoorden"), default=dict)
    touched_at = models.DateTimeField(_("laatst bewaard op"), auto_now=True)

    class Meta:
        verbose_name = _("begonnen aanmelding")
        verbose_name_plural = _("begonnen aanmeldingen")
        ordering = ["-touched_at"]

    def __str__(self) -> str:
        return f"{self.project}, {self.touched_at:%d-%m-%Y}"

    @staticmethod
    def waits_until(now: datetime | None = None) -> datetime:
        """Drafts last touched before this moment are gone."""
        return (now or timezone.now()) - DRAFT_WAITS


class PersonalLink(models.Model):
    """The link with which somebody sees and withdraws what they agreed to, without an account.

    The address holds a signature over the row and its nonce, so what the database keeps is no key to anybody's page.
    """

    participant = models.OneToOneField(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="personal_link"
    )
    nonce = models.CharField(_("kenmerk"), max_length=16, default=new_nonce, editable=False)
    revoked_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    history = History(excluded_fields=["nonce"])

    class Meta:
        verbose_name = _("persoonlijke link")
        verbose_name_plural = _("persoonlijke links")
        ordering = ["participant"]

    def __str__(self) -> str:
        return str(self.participant)

    @property
    def token(self) -> str:
        """What stands in the address: the number of the row and its signature."""
        return self._tokens()[0]

    def _tokens(self) -> list[str]:
        return tokens("participants.PersonalLink", self.pk, self.nonce, LINK_LENGTH)

    @classmethod
    def of_token(cls, token: str) -> "PersonalLink | None":
        """The link that ``token`` was given out for; None for a guessed, changed or revoked one."""
        number, _separator, _signature = token.partition("-")
        if not number.isascii() or not number.isdigit() or len(number) > 12:
            return None
        rows = cls.objects.filter(pk=int(number), revoked_at__isnull=True)
        link = rows.select_related("participant__person", "participant__project").first()
        return link if link and is_one_of(token, link._tokens()) else None


class CopyMail(Outgoing):
    """The copy of somebody's own form that is to be mailed; a lost queue loses none, as the row is the job."""

    participant = models.OneToOneField(
        Participant, verbose_name=_("deelnemer"), on_delete=models.CASCADE, related_name="copy_mail"
    )

    waits_since = "participant__signed_up_on"

    class Meta:
        verbose_name = _("kopie per mail")
        verbose_name_plural = _("kopieën per mail")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.participant)
