"""Who is forgotten leaves the couple first: the others are told and called, as when a couple is stopped for them."""

from django.utils import timezone

from matching.actions.couples import end_couple
from matching.models import CheckIn, Couple, CoupleMember, EndReason
from matching.stopped import tell_couple_stopped
from mixen.accounts.models import User
from participants.leaving import partings
from participants.models import Participant


@partings.register(10)
def end_the_couple(participant: Participant, by: User | None) -> None:
    """End the couple ``participant`` is in; one whose time was over is completed, and nobody needs a call."""
    couple = Couple.objects.active().filter(members__participant=participant, members__left_on__isnull=True).first()
    if couple is None or not Couple.objects.select_for_update().get(pk=couple.pk).is_active:
        return  # somebody else ended it at this moment
    if couple.planned_end < timezone.localdate():
        end_couple(couple=couple, reason=EndReason.COMPLETED, on=couple.planned_end, by=by)
        return
    others = list(
        couple.members.filter(left_on__isnull=True).exclude(participant=participant).select_related("participant")
    )
    end_couple(
        couple=couple,
        reason=EndReason.STOPPED,
        stopping=[participant],
        on=max(timezone.localdate(), couple.formed_on),
        by=by,
    )
    for member in others:
        _to_be_called(member, couple)
    tell_couple_stopped(couple, [member.participant for member in others])


def _to_be_called(member: CoupleMember, couple: Couple) -> None:
    CheckIn.objects.get_or_create(
        member=member,
        kind=CheckIn.Kind.STOPPED,
        defaults={
            "project_id": couple.project_id,
            "due_on": timezone.localdate(),
            "ambassador_id": couple.ambassador_id or member.participant.ambassador_id,
        },
    )
