"""Who is to be invited to a meeting, by which way, and how many to count on. Questions only; ``actions`` does it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from mixen import sms
from mixen.languages import READING_LANGUAGES
from participants.models import Attendance, Invitation, Message, Participant, Person, Status
from participants.models.invitation import InvitationQuerySet
from participants.models.participant import TAKES_PART, ParticipantQuerySet
from participants.reminders import about
from projects.models import Meeting

Way = Invitation.Way
MOVED, REMINDED, DAY_BEFORE = "meeting_moved", "invitation_reminder", "reminder_meeting"
"""The kinds of messages that tell when a meeting is."""
WANTED: dict[str, tuple[str, ...]] = {
    Meeting.Kind.INFORMATION: (Status.INTERESTED,),
    Meeting.Kind.MIX: (Status.SIGNED_UP, Status.WAITING),
    Meeting.Kind.INTERIM: TAKES_PART,
    Meeting.Kind.CLOSING: TAKES_PART,
}


def _meant(kind: str, project: Any) -> ParticipantQuerySet:
    """Whom a meeting of ``kind`` is for; ``project`` is its number, or where a query around this one has it."""
    people = Participant.objects.filter(project=project, status__in=WANTED[kind])
    people = people.exclude(pk__in=Participant.objects.order_by().took_consent_back().values("pk"))
    if kind in {Meeting.Kind.INFORMATION, Meeting.Kind.MIX}:
        people = people.filter(not_matched_since__isnull=True)
    if kind == Meeting.Kind.INFORMATION:
        been = Attendance.objects.filter(participant=OuterRef("pk"), present=True, meeting__kind=kind)
        people = people.exclude(Exists(been))
    return people


def right_people(meeting: Meeting) -> ParticipantQuerySet:
    """The participants a meeting of this kind is for, by name.

    For an information meeting who showed interest and was at none yet; for a mix meeting who signed up or waits for a
    place and has no buddy, whether they were expected before or not; for the others all who take part. Not who took
    the consent back, and for the first two not who is kept from being matched.
    """
    return _meant(meeting.kind, meeting.project_id).select_related("person").in_order_of_name()


def to_invite(meeting: Meeting) -> ParticipantQuerySet:
    """Those of the right people who were not invited yet."""
    return right_people(meeting).exclude(pk__in=meeting.invitations.values("participant"))


def left_to_invite(meetings: QuerySet[Meeting]) -> list[tuple[Meeting, int]]:
    """Those of ``meetings`` for which people are left to invite, with their number; a query for each kind."""
    found = []
    for kind in Meeting.Kind.values:
        invited = Invitation.objects.filter(participant=OuterRef("pk"), meeting=OuterRef(OuterRef("pk")))
        people = _meant(kind, OuterRef("project")).exclude(Exists(invited))
        number = people.order_by().values("project").annotate(number=Count("pk")).values("number")
        rows = meetings.filter(kind=kind).annotate(left=Subquery(number)).filter(left__gt=0)
        found += [(row, int(row.left)) for row in rows]  # type: ignore[attr-defined]
    return sorted(found, key=lambda pair: pair[0].starts_at)


def to_remind(meeting: Meeting) -> InvitationQuerySet:
    """Invitations by message that went out, have no answer, and were not followed by a reminder."""
    reminded = Message.objects.filter(kind=REMINDED, about=about(meeting.pk, meeting.starts_at))
    rows = meeting.invitations.standing().open().by_message().filter(sent_at__isnull=False)
    return rows.exclude(participant__in=reminded.values("participant"))


def way_of(person: Person) -> Way:
    """How somebody is invited: by e-mail, else by SMS, else by letter."""
    if person.email:
        return Way.EMAIL
    return Way.SMS if sms.is_on() and sms.mobile(person.phone) else Way.PAPER


@dataclass(frozen=True)
class Ways:
    """How many are invited by each way."""

    email: int = 0
    sms: int = 0
    paper: int = 0

    @classmethod
    def of(cls, ways: Iterable[str]) -> "Ways":
        counted = Counter(str(way) for way in ways)
        return cls(counted["email"], counted["sms"], counted["paper"])

    @property
    def total(self) -> int:
        return self.email + self.sms + self.paper


def last_heard(invitations: Iterable[Invitation]) -> dict[int, datetime | None]:
    """By number of the invitation, when the meeting begins as that person last heard from us; one query.

    None for who heard nothing yet: the invitation itself will tell.
    """
    rows = list(invitations)
    heard: dict[tuple[int, int | None], datetime] = {}
    sent = Message.objects.filter(
        participant__in={row.participant_id for row in rows},
        number__in={row.meeting_id for row in rows},
        kind__in=[MOVED, REMINDED, DAY_BEFORE],
        sent_at__isnull=False,
    )
    for message in sent.order_by("sent_at", "pk"):
        if message.begins_at:
            heard[message.participant_id, message.number] = message.begins_at
    return {
        row.pk: heard.get((row.participant_id, row.meeting_id), row.told_of) if row.told_of else None for row in rows
    }


@dataclass(frozen=True)
class Expected:
    """What is known of who comes to a meeting; children come on top of the people."""

    invited: int
    coming: int
    not_coming: int
    children: int
    languages: list[tuple[str, int]]
    """The languages those who come read best, other than Dutch, the most frequent first."""

    @property
    def silent(self) -> int:
        return self.invited - self.coming - self.not_coming

    @property
    def persons(self) -> int:
        """Who said they come, and the children they bring."""
        return self.coming + self.children


def expected(invitations: Iterable[Invitation]) -> Expected:
    """The sums over ``invitations``, which come ``with_people()``."""
    rows = list(invitations)
    coming = [row for row in rows if row.is_coming]
    read = Counter(row.participant.person.language for row in coming)
    languages = [(READING_LANGUAGES[code].dutch_name, number) for code, number in read.most_common() if code != "nl"]
    return Expected(
        invited=len(rows),
        coming=len(coming),
        not_coming=sum(row.is_not_coming for row in rows),
        children=sum(row.children for row in coming),
        languages=languages,
    )
