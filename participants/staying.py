"""How long people are kept: terms in calendar months, read from dates and never stored.

Who never had a buddy is asked whether to stay on the list, and goes some months later; who had one goes after the end
of the project, or of the last couple when that is later. How many months stands in `terms.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from participants import terms
from participants.evaluating import last_days
from participants.models import ErasedRegistration, Participant, Status
from participants.models.participant import ParticipantQuerySet

ASKED_AFTER = relativedelta(months=terms.ASKED_AFTER_MONTHS)
UNMATCHED_GO_AFTER = relativedelta(months=terms.REMOVED_AFTER_MONTHS)
MATCHED_GO_AFTER = relativedelta(months=terms.ANONYMISED_AFTER_MONTHS)
NOTES_GO_AFTER = relativedelta(months=terms.NOTES_AFTER_MONTHS)
TRACES_GO_AFTER = relativedelta(months=terms.AUDIT_AFTER_MONTHS)
WAITS = (Status.INTERESTED, Status.WAITING, Status.SIGNED_UP)
"""Who may still get a buddy, and so may be asked to stay."""
Why = ErasedRegistration.Why


@dataclass(frozen=True)
class Stay:
    """How long one part of somebody in one project is kept; ``since`` is the day it is counted from."""

    participant: int
    person: int
    project: int
    status: str
    is_matched: bool
    since: date

    @property
    def goes_on(self) -> date:
        """The first day on which it is no longer kept."""
        return self.since + (MATCHED_GO_AFTER if self.is_matched else UNMATCHED_GO_AFTER)

    @property
    def asked_on(self) -> date:
        """The day on which somebody without a buddy is asked whether to stay."""
        return self.since + ASKED_AFTER

    @property
    def why(self) -> str:
        return Why.ENDED if self.is_matched else Why.UNMATCHED

    def is_over(self, today: date) -> bool:
        return today >= self.goes_on

    def is_asked(self, today: date) -> bool:
        """Whether the question stands open on ``today``."""
        return not self.is_matched and self.status in WAITS and self.asked_on <= today < self.goes_on


def stays_of(people: ParticipantQuerySet) -> list[Stay]:
    """How long each of ``people`` is kept, in order of number; a few queries, however many they are."""
    rows = list(
        people.order_by("pk").values_list(
            "pk", "person", "project", "status", "project__ends_on", "registered_on", "signed_up_on", "stays_since"
        )
    )
    numbers = [row[0] for row in rows]
    ends = {pk: day for contributed in last_days for pk, day in contributed(numbers).items()}
    return [_stay(row, ends.get(row[0])) for row in rows]


def _stay(row: tuple, last_day: date | None) -> Stay:  # type: ignore[type-arg]
    number, person, project, status, project_ends, *signs = row
    is_matched = last_day is not None or status in {Status.COUPLED, Status.COMPLETED}
    days = [project_ends, last_day] if is_matched else signs
    since: date = max(day for day in days if day)
    return Stay(number, person, project, status, is_matched, since)


def stay_of(participant: Participant) -> Stay:
    """How long this one is kept."""
    (stay,) = stays_of(Participant.objects.filter(pk=participant.pk))
    return stay


def by_person(stays: Iterable[Stay]) -> dict[int, list[Stay]]:
    """Of each person their parts, the one that is kept longest last."""
    found: dict[int, list[Stay]] = {}
    for stay in sorted(stays, key=lambda one: (one.goes_on, one.participant)):
        found.setdefault(stay.person, []).append(stay)
    return found


def to_be_asked(today: date | None = None) -> list[Stay]:
    """Who is to say whether they stay, each person once: of the part that is kept longest, where that is unmatched."""
    today = today or timezone.localdate()
    # Who signed a day later is kept a day longer, so a part that is not half a year old decides for its person too.
    old = Participant.objects.remembered().filter(status__in=WAITS, registered_on__lte=today - ASKED_AFTER)
    people = Participant.objects.remembered().filter(person__in=old.order_by().values("person"))
    longest = (parts[-1] for parts in by_person(stays_of(people)).values())
    return [stay for stay in longest if stay.is_asked(today)]


def is_asked(participant: Participant, today: date | None = None) -> bool:
    """Whether ``participant`` is to say now whether they stay on the list."""
    today = today or timezone.localdate()
    people = Participant.objects.remembered().filter(person=participant.person_id)
    parts = by_person(stays_of(people)).get(participant.person_id, [])
    # Any of their own pages will do to answer.
    return bool(parts) and parts[-1].is_asked(today)


def asked_until(participant: Participant) -> date | None:
    """Until when somebody may say that they stay, while they are asked; None for who is not."""
    return stay_of(participant).goes_on if is_asked(participant) else None


def kept_until(participant: Participant) -> date | None:
    """The day on which somebody without a buddy goes from the list; None for others."""
    if participant.status not in WAITS or participant.forgotten_on:
        return None
    stay = stay_of(participant)
    return None if stay.is_matched else stay.goes_on
