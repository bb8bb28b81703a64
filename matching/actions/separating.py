"""Separating a couple because of a concern: one deed, and each side is told only what it must know."""

from collections.abc import Collection
from itertools import combinations

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.actions.couples import _active, _ended
from matching.models import Board, CheckIn, Couple, EndReason, NotTogether
from matching.stopped import tell_couple_stopped
from mixen.accounts.audit import action, one_row_each
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions import keep_from_matching, note_step
from participants.models import Concern, Participant, Side


@action
def separate_couple(
    *,
    couple: Couple,
    concern: Concern,
    by: User | None,
    keep_from_matching: Collection[Participant] = (),
    caller: User | None = None,
) -> Couple:
    """End a couple at once. Its people can be coupled again, never with each other; who is kept from it cannot.

    Everybody gets the same message, which says nothing of the concern, and is called by ``caller`` (else the couple's
    ambassador). What was done is noted with the concern. Raises DomainError for a concern of another project, when the
    couple has ended, and for people who are not in it.
    """
    if concern.project_id != couple.project_id:
        raise DomainError(_("Deze zorg hoort bij een ander project."))
    couple = _active(couple)
    title, today = couple.title, timezone.localdate()
    # Boards before people, as in every deed of an afternoon.
    Board.objects.filter(meeting__project=couple.project_id).tell(by, _("Een koppel is gestopt."))
    members = list(couple.members.filter(left_on__isnull=True).select_related("participant__person"))
    people = [member.participant for member in members]
    if not {one.pk for one in keep_from_matching} <= {one.pk for one in people}:
        raise DomainError(_("Kies alleen mensen uit dit koppel."), field="kept")
    with one_row_each():
        ended = _ended(couple, EndReason.SEPARATED, max(today, couple.formed_on), by)
        _note(concern, title, [one for one in people if one in keep_from_matching], by)
    _keep_apart(people)
    for member in members:
        CheckIn.objects.get_or_create(
            member=member,
            kind=CheckIn.Kind.STOPPED,
            defaults={
                "project_id": couple.project_id,
                "due_on": today,
                "ambassador_id": caller.pk if caller else couple.ambassador_id or member.participant.ambassador_id,
            },
        )
    tell_couple_stopped(ended, people)
    return ended


def _note(concern: Concern, title: str, kept: Collection[Participant], by: User | None) -> None:
    note_step(concern=concern, what=_("Koppel %(couple)s uit elkaar gehaald.") % {"couple": title}, by=by)
    for participant in kept:
        if participant.not_matched_since is None:
            keep_from_matching(concern=concern, participant=participant, by=by)


def _keep_apart(people: Collection[Participant]) -> None:
    """Nobody of them is put with another again; two old ones never are anyway."""
    for one, other in combinations(sorted(people, key=lambda participant: participant.pk), 2):
        if not one.side == other.side == Side.OLD:
            NotTogether.objects.get_or_create(first=one, second=other)
