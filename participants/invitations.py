"""Sends invitations: by e-mail with a calendar file, or by SMS. Letters are printed (``papers/letters.py``)."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from mixen import mail, sms
from mixen.calendar_file import FILE_NAME, TYPE, calendar_file
from mixen.outbox import NotNeeded, Refused, deliver_all
from participants.inviting import Way, right_people
from participants.messages import PATIENCE, personal_link, short_text
from participants.models import Invitation
from participants.reminders import is_quiet, meeting_event


def send_invitations(now: datetime | None = None) -> int:
    """Send every invitation that waits; the number that went out. Nothing in the quiet hours.

    What no address takes becomes a letter, so that nobody is forgotten.
    """
    now = now or timezone.now()
    if is_quiet(now):
        return 0
    rows = Invitation.objects.by_message().select_related(
        "meeting__venue", "meeting__project", "participant__person", "participant__project"
    )
    return deliver_all(rows, _send, most_failures=PATIENCE, on_giving_up=_by_letter)


def _by_letter(row: Invitation) -> None:
    Invitation.objects.filter(pk=row.pk).update(way=Way.PAPER, given_up="", failures=0, claimed_at=None)


def _send(row: Invitation) -> bool:
    """Send one, in the reader's own language. NotNeeded when it makes no sense any more."""
    meeting, person = row.meeting, row.participant.person
    if meeting.project.is_practice:
        raise NotNeeded(_("oefenproject: er gaat niets echt de deur uit"))
    if meeting.starts_at <= timezone.now():
        raise NotNeeded(_("de bijeenkomst was al begonnen"))
    if row.answer == "" and not right_people(meeting).filter(pk=row.participant_id).exists():
        raise NotNeeded(_("deze deelnemer hoort er niet meer bij"))
    with override(person.language):
        _post(row, invitation_words(row))
    Invitation.objects.filter(pk=row.pk).update(told_of=meeting.starts_at)
    return True


def _post(row: Invitation, context: dict[str, Any]) -> None:
    person = row.participant.person
    if row.way == Way.EMAIL and person.email:
        calendar = [(FILE_NAME, calendar_file(context["event"]), TYPE)]
        mail.send("participant_invitation", [person.email], context, attachments=calendar)
    elif (number := sms.mobile(person.phone)) and sms.is_on():
        Invitation.objects.filter(pk=row.pk).update(way=Way.SMS)
        sms.send(number, short_text("sms/participant_invitation.txt", context))
    else:
        raise Refused(_("er is geen e-mailadres en geen mobiel nummer meer"))


def invitation_words(row: Invitation) -> dict[str, Any]:
    """What an invitation or a letter says, in the language that is on."""
    return {
        "participant": row.participant,
        "meeting": row.meeting,
        "kind": row.meeting.kind,
        "what": row.meeting.get_kind_display(),
        "event": meeting_event(row.meeting),
        "link": personal_link(row.participant),
    }
