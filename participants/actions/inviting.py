"""Inviting people to a meeting, and what they answer."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action, insert
from mixen.accounts.models import User
from mixen.celery import enqueue
from mixen.errors import DomainError
from participants.inviting import REMINDED, to_invite, to_remind, way_of
from participants.models import Invitation, Message, Participant, PersonalLink
from participants.models.invitation import MOST_CHILDREN
from participants.reminders import about
from projects.models import Meeting


@action
def invite(*, meeting: Meeting, people: Iterable[Participant], by: User | None) -> list[Invitation]:
    """Invite ``people`` to ``meeting``, each once: who was invited already, or is not meant, is passed over.

    The rows are the work: a worker sends mail and SMS, letters wait until they are printed. Who has no page of their
    own gets one, to answer on. Raises DomainError when the meeting has begun, its place is not known, or nobody is
    left to invite.
    """
    now = _coming(meeting)
    if not now.where:
        raise DomainError(_("Vul eerst de plaats in. Die hoort in de uitnodiging."))
    chosen = list(to_invite(now).filter(pk__in=[one.pk for one in people]))
    if not chosen:
        raise DomainError(_("Er is niemand om uit te nodigen: iedereen van deze lijst heeft al een uitnodiging."))
    rows = [
        Invitation(meeting=now, participant=one, way=way_of(one.person), invited_by=by, invited_at=timezone.now())
        for one in chosen
    ]
    insert(rows)
    with_page = set(PersonalLink.objects.filter(participant__in=chosen).values_list("participant", flat=True))
    insert([PersonalLink(participant=one) for one in chosen if one.pk not in with_page])
    transaction.on_commit(_send)
    return rows


def _coming(meeting: Meeting) -> Meeting:
    """The meeting, locked: two people who invite wait for each other. DomainError when it has begun."""
    now = Meeting.objects.select_for_update(of=("self",), no_key=True).select_related("venue").get(pk=meeting.pk)
    if now.has_begun:
        raise DomainError(_("Deze bijeenkomst is al geweest."))
    return now


def _send() -> None:
    from participants.tasks import send_invitations

    enqueue(send_invitations)


@action
def answer_invitation(*, invitation: Invitation, coming: bool, by: User | None, children: int = 0) -> Invitation:
    """Note whether somebody comes, and with how many ``children``; a later answer takes the place of an earlier one.

    ``by`` is who noted it on the phone; None when they answered on their own page. Raises DomainError when the
    meeting has begun.
    """
    now = Invitation.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=invitation.pk)
    if now.meeting.has_begun:
        raise DomainError(_("Deze bijeenkomst is al geweest."))
    if not 0 <= children <= MOST_CHILDREN:
        raise DomainError(_("Vul een getal in van 0 tot en met 12."), field="children")
    now.answer = Invitation.Answer.COMING if coming else Invitation.Answer.NOT_COMING
    now.children = children if coming else 0
    now.answer_for, now.answered_at, now.answered_by = now.meeting.starts_at, timezone.now(), by
    now.save(update_fields=["answer", "children", "answer_for", "answered_at", "answered_by"])
    return now


@action
def note_posted(*, meeting: Meeting, invitations: Iterable[int], by: User | None) -> int:
    """Letters with these numbers were posted or handed over; how many. What they tell is the meeting as it is now.

    Raises DomainError when none of them is a letter that waits.
    """
    waiting = meeting.invitations.letters(meeting).filter(pk__in=list(invitations))
    number: int = waiting.update(sent_at=timezone.now(), told_of=meeting.starts_at)
    if not number:
        raise DomainError(_("Deze brieven staan al als verstuurd."))
    return number


@action
def remind_invited(*, meeting: Meeting, by: User | None) -> int:
    """Ask who was invited by message and gave no answer once more; how many. Asked again it reminds nobody twice.

    Raises DomainError when the meeting has begun, or nobody is left to remind.
    """
    now = _coming(meeting)
    silent = list(to_remind(now))
    if not silent:
        raise DomainError(_("Er is niemand om te herinneren. Wie nog geen antwoord gaf, kun je bellen."))
    occasion = about(now.pk, now.starts_at)
    Message.objects.bulk_create(
        [
            Message(
                participant_id=row.participant_id,
                kind=REMINDED,
                about=occasion,
                number=now.pk,
                send_at=timezone.now(),
            )
            for row in silent
        ],
        ignore_conflicts=True,
    )
    return len(silent)
