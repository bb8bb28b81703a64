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
        .order_by("joined_on", "pk")
        .values_list("participant", "left_on", "couple__ended_on", "couple__planned_end")
    )
    return {number: left or ended or planned for number, left, ended, planned in members}
