"""A participant who liked it can become an ambassador: asked or unasked, and what the coordinator does with it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import AmbassadorWish, Participant
from participants.models.wish import MAY_WISH
from projects.actions import invite_to_team
from projects.models import Project, TeamInvitation

Answer = AmbassadorWish.Answer


@action
def ask_to_be_ambassador(*, participant: Participant, by: User | None) -> AmbassadorWish:
    """Ask somebody, on their own page. Asked again while it waits, it stays one question.

    Raises DomainError for who is in no couple and completed nothing.
    """
    open_one = _open_of(participant)
    if open_one:
        return open_one
    return AmbassadorWish.objects.create(participant=participant, asked_at=timezone.now(), asked_by=by)


@action
def answer_ambassador_wish(*, participant: Participant, wants: bool, by: User | None) -> AmbassadorWish:
    """They would like to, or rather not, asked or unasked; ``by`` is None when they said it on their own page.

    Raises DomainError for who is in no couple and completed nothing.
    """
    row = _open_of(participant) or AmbassadorWish(participant=participant)
    row.answer, row.answered_at, row.noted_by = (Answer.YES if wants else Answer.NO), timezone.now(), by
    row.save()
    return row


def _open_of(participant: Participant) -> AmbassadorWish | None:
    """What was asked or said and still waits; the participant is locked, so that two taps make one row."""
    row = Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)
    if row.status not in MAY_WISH:
        raise DomainError(_("Dat kan als je een mixmaatje hebt of als je klaar bent."))
    return row.ambassador_wishes.open().first()


@action
def invite_who_wishes(
    *, wish: AmbassadorWish, project: Project, name: str, email: str, by: User | None
) -> TeamInvitation:
    """Mail who wants to become an ambassador an invitation for the team of ``project``."""
    row = _waiting(wish)
    invitation = invite_to_team(project=project, name=name, email=email, by=by)
    _handle(row, AmbassadorWish.Outcome.INVITED)
    return invitation


@action
def not_now(*, wish: AmbassadorWish, by: User | None) -> AmbassadorWish:
    """There is no place now; they may say it again later."""
    return _handle(_waiting(wish), AmbassadorWish.Outcome.NOT_NOW)


def _waiting(wish: AmbassadorWish) -> AmbassadorWish:
    row = AmbassadorWish.objects.select_for_update(of=("self",)).get(pk=wish.pk)
    if row.handled_at or row.answer != Answer.YES:
        raise DomainError(_("Iemand anders heeft dit al opgepakt."))
    return row


def _handle(row: AmbassadorWish, outcome: AmbassadorWish.Outcome) -> AmbassadorWish:
    row.outcome, row.handled_at = outcome, timezone.now()
    row.save(update_fields=["outcome", "handled_at"])
    return row
