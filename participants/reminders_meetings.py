"""What follows an invitation: a reminder to who gave no answer, and that the meeting was moved."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from mixen.outbox import NotNeeded
from participants.inviting import MOVED, REMINDED, last_heard
from participants.models import Invitation, Message
from participants.reminders import Due, Letter, about, meeting_event, sources


class AboutAMeeting:
    """A message to who was invited to a meeting; the deed makes the rows."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def due(self, now: datetime) -> Iterable[Due]:
        return []

    def letter(self, message: Message) -> Letter | None:
        """None when the invitation is gone; NotNeeded when it is not true any more, is known, or has begun."""
        invitations = Invitation.objects.select_related("meeting__venue", "meeting__project")
        row = invitations.filter(participant=message.participant, meeting=message.number or 0).first()
        if row is None:
            return None
        meeting = row.meeting
        if meeting.starts_at <= timezone.now():
            raise NotNeeded("het was al begonnen")
        if not message.about.endswith(about(meeting.pk, meeting.starts_at)):
            raise NotNeeded("verplaatst")
        self.hold(row)
        what: dict[str, Any] = {"what": meeting.get_kind_display(), "before": last_heard([row])[row.pk]}
        return Letter(what, meeting_event(meeting))

    def hold(self, row: Invitation) -> None:
        """NotNeeded when there is nothing to tell to who got this invitation."""


class NoAnswerYet(AboutAMeeting):
    """Asks once more whether somebody comes."""

    def hold(self, row: Invitation) -> None:
        if row.standing_answer:
            raise NotNeeded("gaf al antwoord")


class Moved(AboutAMeeting):
    """Tells who knew the old time of the new one."""

    def hold(self, row: Invitation) -> None:
        if last_heard([row])[row.pk] == row.meeting.starts_at:
            raise NotNeeded("weet het al")


sources.add(40, NoAnswerYet(REMINDED))
sources.add(41, Moved(MOVED))
