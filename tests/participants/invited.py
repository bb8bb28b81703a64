"""What tests of invitations share: a closing meeting to which people are invited by each way."""

from typing import Any

from participants.actions import change_person, invite
from participants.inviting import to_invite
from participants.models import Invitation, Participant
from projects.models import Meeting
from tests.conftest import Cast
from tests.participants.telling import call, mail

ADDRESS = "/projecten/nieuw-west-2027/bijeenkomsten/"


def reachable_by_all_ways(cast: Cast) -> None:
    """Ans and Samira by e-mail, Joop by letter only (a landline), the others by SMS; Samira reads Arabic."""
    for name in ("ans", "samira"):
        mail(cast.people[name], f"{name}@example.org")
    call(cast.joop, "+31205550100")
    reads(cast.samira, "ar")
    reads(cast.joop, "fa")


def reads(participant: Participant, language: str) -> None:
    change_person(participant=participant, person={"language": language}, part={}, by=None)


def invite_all(meeting: Meeting, by: Any) -> dict[str, Invitation]:
    """Everybody who may be invited, is; by first name in small letters."""
    rows = invite(meeting=meeting, people=to_invite(meeting), by=by)
    return {row.participant.person.call_name.lower(): row for row in rows}
