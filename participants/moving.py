"""Who was invited to a meeting hears that it was moved, or moved back."""

from django.utils import timezone

from mixen.accounts.models import User
from participants.inviting import MOVED, last_heard
from participants.models import Message
from participants.reminders import about
from projects.models import Meeting, MeetingMove
from projects.moved import tellers


@tellers.register(20)
def tell_the_invited(move: MeetingMove, by: User | None) -> None:
    """Make a message for everybody who was invited by message and knows another time than the meeting has now.

    Who was not told of the move yet needs not hear that it was undone. Letters are found by ``letters``.
    """
    meeting, now = Meeting.objects.get(pk=move.meeting_id), timezone.now()
    if meeting.starts_at <= now:
        return
    rows = list(meeting.invitations.standing().by_message())
    heard = last_heard(rows)
    change = f"{move.pk}-{'terug-' if move.undone_at else ''}"
    Message.objects.bulk_create(
        [
            Message(
                participant_id=row.participant_id,
                kind=MOVED,
                about=change + about(meeting.pk, meeting.starts_at),
                number=meeting.pk,
                send_at=now,
            )
            for row in rows
            if heard[row.pk] not in (None, meeting.starts_at)
        ],
        ignore_conflicts=True,
    )
