"""What tests of messages to participants share: a meeting that is to be told of, and how people are reached."""

from datetime import datetime

from participants import actions
from participants.models import Participant

CLOSING = datetime.fromisoformat("2027-06-12T13:30:00+02:00")
TEN = datetime.fromisoformat("2027-06-11T10:00:00+02:00")


def mail(participant: Participant, address: str) -> None:
    """Give somebody an e-mail address, or take it away."""
    actions.change_person(participant=participant, person={"email": address}, part={}, by=None)


def call(participant: Participant, number: str) -> None:
    """Give somebody a phone number, or take it away."""
    actions.change_person(participant=participant, person={"phone": number}, part={}, by=None)
