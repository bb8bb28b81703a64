"""Makes the rows of messages and sends them: by e-mail where there is an address, else by SMS."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

import participants.reminders_evaluation
import participants.reminders_meetings
import participants.reminders_staying
from mixen import mail, sms
from mixen.calendar_file import FILE_NAME, TYPE, calendar_file
from mixen.outbox import NotNeeded, deliver_all
from participants.models import Message, Participant, PersonalLink
from participants.models.message import NO_WAY
from participants.reminders import Letter, Source, is_quiet, sources

PATIENCE = 48
"""How often a message is tried, about once an hour; what has a time is dropped earlier, when it begins."""
LOOK_BACK = timedelta(days=3)
"""How long after it was to be sent a message that failed may still be about something ahead."""


def make_messages(now: datetime | None = None) -> int:
    """Make every message that is due and not there yet; the number of new ones. Run twice it makes nothing twice."""
    now = now or timezone.now()
    made = sum(_make(source, now) for source in sources)
    _try_mended_addresses(now)
    return made


def _make(source: Source, now: datetime) -> int:
    due = list(source.due(now))
    people = {one.participant for one in due}
    known = set(Message.objects.filter(kind=source.kind, participant__in=people).values_list("participant", "about"))
    rows = [
        Message(
            participant_id=one.participant,
            kind=source.kind,
            about=one.about,
            number=one.number,
            send_at=one.send_at,
            given_up=one.given_up,
        )
        for one in due
        if (one.participant, one.about) not in known
    ]
    Message.objects.bulk_create(rows, ignore_conflicts=True)  # another worker may be making the same ones
    return len(rows)


def failed_and_ahead(now: datetime) -> list[Message]:
    """Messages that reached nobody, about what is still to come, while the address is as it was."""
    rows = Message.objects.that_failed().filter(send_at__gt=now - LOOK_BACK).with_the_same_address(True)
    rows = rows.exclude(kind=participants.reminders_staying.KIND)  # of whom there is a line of their own
    found = rows.select_related("participant__person", "participant__project").order_by("pk")
    return [message for message in found if message.begins_at is None or message.begins_at > now]


def not_to_be_reached(now: datetime) -> set[int]:
    """The participants who miss a message about what is still to come, as there is nothing to send it to."""
    return {message.participant_id for message in failed_and_ahead(now) if message.given_up == NO_WAY}


def _try_mended_addresses(now: datetime) -> None:
    """Who has another address since the last try gets the message after all."""
    rows = Message.objects.that_failed().filter(send_at__gt=now - LOOK_BACK).with_the_same_address(False)
    ahead = [row.pk for row in rows if row.begins_at is None or row.begins_at > now]
    Message.objects.filter(pk__in=ahead).update(given_up="", failures=0, claimed_at=None)


def send_messages(now: datetime | None = None) -> int:
    """Send every message whose time has come; the number that went out. Nothing in the quiet hours."""
    now = now or timezone.now()
    if is_quiet(now):
        return 0
    rows = Message.objects.filter(send_at__lte=now).select_related("participant__person", "participant__project")
    return deliver_all(rows, _send, most_failures=PATIENCE)


def _send(message: Message) -> bool:
    """Send one, in the reader's own language; False or NotNeeded when there is nothing to tell any more."""
    source = next((one for one in sources if one.kind == message.kind), None)
    participant = message.participant
    if source is None or not Participant.objects.to_be_told().filter(pk=participant.pk).exists():
        raise NotNeeded(_("deze deelnemer krijgt geen berichten meer"))
    with override(participant.person.language):
        letter = source.letter(message)
        return letter is not None and _post(message, letter)


def _post(message: Message, letter: Letter) -> bool:
    person = message.participant.person
    context = {
        "participant": message.participant,
        "event": letter.event,
        "link": personal_link(message.participant),
        **letter.context,
    }
    if person.email:
        _note(message, Message.Channel.EMAIL)
        mail.send(f"participant_{message.kind}", [person.email], context, attachments=_calendar(letter))
    elif (number := sms.mobile(person.phone)) and sms.is_on():
        _note(message, Message.Channel.SMS)
        sms.send(number, short_text(f"sms/participant_{message.kind}.txt", context))
    else:
        raise NotNeeded(NO_WAY)
    return True


def _note(message: Message, channel: Message.Channel) -> None:
    Message.objects.filter(pk=message.pk).update(channel=channel)


def _calendar(letter: Letter) -> list[tuple[str, bytes, str]]:
    return [(FILE_NAME, calendar_file(letter.event), TYPE)] if letter.event else []


def short_text(template: str, context: Mapping[str, Any]) -> str:
    """The text as an SMS: as full as two pieces allow. The place is the first to go, then names: the link has both."""
    text = ""
    for left_out in ({}, {"no_place": True}, {"no_place": True, "no_names": True}):
        text = " ".join(render_to_string(template, {**context, **left_out}).split())
        if sms.fits(text):
            break
    return text


def personal_link(participant: Participant) -> str:
    """The address of somebody's own page; empty for who has none, or whose link was taken back."""
    link = PersonalLink.objects.filter(participant=participant, revoked_at__isnull=True).first()
    return settings.SITE_URL + reverse("participants:personal", args=[link.token]) if link else ""
