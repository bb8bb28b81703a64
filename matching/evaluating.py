"""The last day of a couple says from when its people are asked what they thought of it."""

from collections.abc import Iterable
from datetime import date

from matching.models import CoupleMember, EndReason
from participants.evaluating import last_days


@last_days.register(10)
def ends_of_couples(participants: Iterable[int]) -> dict[int, date]:
    """The last day of everybody's newest couple, which may still have to come; a couple made by mistake is none."""
    members = (
        CoupleMember.objects.filter(participant__in=list(participants))
        .exclude(couple__end_reason=EndReason.MISTAKE)
        .select_related("couple")
        .order_by("joined_on", "pk")
    )
    return {one.participant_id: one.left_on or one.couple.ended_on or one.couple.planned_end for one in members}
