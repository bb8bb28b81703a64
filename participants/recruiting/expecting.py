"""How many people to invite for a number of places, from how many came before. Plain sums: no query is made here."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from participants.models import Status
from participants.models.participant import TAKES_PART
from projects.models import Meeting

RULE_OF_THUMB = Fraction(7, 10)
"""The share that comes, as long as too few people were counted to say it from experience."""
ENOUGH_PEOPLE = 20
"""From how many people on the measured share is believed."""


class Expected(Protocol):
    """What of a participant tells whether they were expected somewhere."""

    @property
    def status(self) -> str: ...
    @property
    def registered_on(self) -> date: ...
    @property
    def signed_up_on(self) -> date | None: ...


@dataclass(frozen=True)
class Turnout:
    """Of how many people who were expected at earlier meetings how many came."""

    expected: int = 0
    came: int = 0

    def __add__(self, other: "Turnout") -> "Turnout":
        return Turnout(self.expected + other.expected, self.came + other.came)

    @property
    def is_measured(self) -> bool:
        """Whether enough people were counted; if not, the rule of thumb holds."""
        return self.expected >= ENOUGH_PEOPLE

    @property
    def share(self) -> Fraction:
        """The part that comes, from 0 to 1: as measured, or the rule of thumb."""
        return Fraction(self.came, self.expected) if self.is_measured else RULE_OF_THUMB

    @property
    def percent(self) -> int:
        return percent(self.share)


def percent(share: Fraction) -> int:
    """``7/10`` as 70, rounded to the nearest; a half goes up."""
    return floor(share * 100 + Fraction(1, 2))


def to_invite(places: int, share: Fraction) -> int | None:
    """How many people to invite so that ``places`` are taken when ``share`` of them comes; None when nobody comes."""
    if places <= 0:
        return 0
    return ceil(places / share) if share > 0 else None


def likely_to_come(people: int, share: Fraction) -> int:
    """How many of ``people`` to count on: rather one too few than one too many."""
    return floor(people * share)


def said_before(kind: str, day: date, participant: Expected) -> bool:
    """Whether somebody had said before ``day`` that they would come.

    For an information meeting showing interest is enough: people sign up at its end. For the others they signed up.
    """
    since = participant.registered_on if kind == Meeting.Kind.INFORMATION else participant.signed_up_on
    return since is not None and since < day


def is_expected(kind: str, day: date, participant: Expected, *, came_before: bool = False) -> bool:
    """Whether somebody of whom nothing was noted was expected at a meeting of ``kind`` on ``day``.

    Not who stopped or waits for a place; not at a mix meeting who has a buddy; and not at an information meeting who
    was at an earlier one (``came_before``).
    """
    if participant.status in {Status.STOPPED, Status.WAITING} or not said_before(kind, day, participant):
        return False
    if kind == Meeting.Kind.INFORMATION:
        return not came_before
    if kind == Meeting.Kind.MIX:
        return participant.status == Status.SIGNED_UP
    return participant.status in TAKES_PART
