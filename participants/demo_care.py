"""The demo's worries: a concern, a face that is not glad, a wish to stop, and reminders that reach nobody."""

from smtplib import SMTPRecipientsRefused
from typing import Any

from django.utils import timezone

from mixen.outbox import why
from participants import actions
from participants.models import Concern, Message, Mood, Participant, Status
from participants.models.message import NO_WAY
from participants.personal import buddies_of
from participants.reminders import about
from projects.demo import Kind, Story, steps

UNKNOWN = SMTPRecipientsRefused({"": (550, b"")})
"""What a mail server says of an address that does not exist."""


@steps.register(96)
def running_worries(story: Story) -> None:
    """Of the couples that go out one member reports a concern, one is not glad and one wants to stop."""
    if story.key != "running":
        return
    coupled = list(
        Participant.objects.filter(project=story.project, status=Status.COUPLED)
        .select_related("person", "ambassador")
        .order_by("pk")
    )
    actions.report_concern(
        project=story.project,
        words="Ik word elke avond gebeld, ook als ik zeg dat het niet uitkomt. Ik durf er zelf niets van te zeggen.",
        where=Concern.Where.PERSONAL,
        about=buddies_of(coupled[-1]),
        reporter=coupled[-1],
        by=None,
    )
    actions.note_mood(participant=coupled[3], face=Mood.Face.BAD, word="We begrijpen elkaar slecht.", by=None)
    actions.note_mood(participant=coupled[4], face=Mood.Face.GOOD, word="Gezellig!", by=None)
    actions.ask_to_stop(participant=coupled[5], word="Ik heb een nieuwe baan.", by=None)
    _reminders_that_failed(story, coupled[6], coupled[7])


def _reminders_that_failed(story: Story, wrong: Participant, nowhere: Participant) -> None:
    """What the task would have left after trying: an address that does not exist, and nobody to send it to."""
    meeting, now = story.meeting(Kind.CLOSING), timezone.now()
    tried: list[tuple[Participant, dict[str, Any]]] = [
        (wrong, {"failures": 1, "given_up": why(UNKNOWN), "channel": Message.Channel.EMAIL}),
        (nowhere, {"given_up": NO_WAY}),
    ]
    for participant, result in tried:
        Message.objects.create(
            participant=participant,
            kind="reminder_meeting",
            about=about(meeting.pk, meeting.starts_at),
            number=meeting.pk,
            send_at=now,
            claimed_at=now,
            **result,
        )


@steps.register(98)
def wishes(story: Story) -> None:
    """One who liked it wants to become an ambassador, another was asked."""
    if story.key != "running":
        return
    coupled = Participant.objects.filter(project=story.project, status=Status.COUPLED).order_by("pk")
    actions.answer_ambassador_wish(participant=coupled[0], wants=True, by=None)
    actions.ask_to_be_ambassador(participant=coupled[1], by=story.coordinator)
