"""A project from match to closing meeting with a clock that is turned by hand, once over each change of 2027.

Every reminder comes once, at the right time on the clock in Amsterdam; every task runs twice each time.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from excursions.actions import plan_excursion
from excursions.actions import sign_up as go_along
from matching.actions import end_couple, form_couple, note_first_appointment
from matching.models import Couple
from participants import actions, tasks
from participants.models import Message
from projects.actions import plan_meeting
from projects.models import Meeting
from tests.conftest import Cast

SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
LAST_DAY = 76
USUAL_HOURS = ("08:30", "10:00", "22:00")
Told = tuple[str, str, str]


class Season:
    """Days are counted from the Sunday on which the clock changes; the match was sixteen days before it."""

    def __init__(self, sunday: date, cast: Cast) -> None:
        self.sunday, self.cast = sunday, cast
        self.deeds: dict[datetime, list[Callable[[], object]]] = {}

    def moment(self, day: int, clock: str) -> datetime:
        return timezone.make_aware(datetime.combine(self.sunday + timedelta(days=day), time.fromisoformat(clock)))

    def on(self, day: int, clock: str, deed: Callable[[], object]) -> None:
        self.deeds.setdefault(self.moment(day, clock), []).append(deed)

    def moments(self) -> Iterator[datetime]:
        """When the tasks run: some times a day, every hour around the change, and whenever somebody does something."""
        usual = [self.moment(day, clock) for day in range(-16, LAST_DAY + 1) for clock in USUAL_HOURS]
        start = self.moment(-1, "20:00")
        hourly = [start + timedelta(hours=hour) for hour in range(30)]
        yield from sorted({*usual, *hourly, *self.deeds})

    def next_appointment(self, couple: Couple, day: int | None, clock: str = "") -> Callable[[], object]:
        at = None if day is None else self.moment(day, clock)
        return lambda: _set_next(couple, at)

    def written(self, day: int, clock: str) -> str:
        return f"{self.sunday + timedelta(days=day)} {clock}"


def _set_next(couple: Couple, at: datetime | None) -> None:
    row = Couple.objects.get(pk=couple.pk)
    row.next_appointment_at, row.next_appointment_place = at, "Oosterpark"
    row.save()


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_every_reminder_once_and_at_the_right_time(cast: Cast, clock: Any, sunday: date) -> None:
    season = Season(sunday, cast)
    clock.move_to(season.moment(-16, "14:00"))
    expected = the_story(season)
    heard: list[Told] = []
    for moment in season.moments():
        clock.move_to(moment)
        for deed in season.deeds.get(moment, []):
            deed()
        for task in (tasks.make_messages, tasks.make_messages, tasks.send_messages, tasks.send_messages):
            task()
        heard += just_told(moment)
    assert sorted(heard) == sorted(expected)
    assert not Message.objects.filter(sent_at__isnull=True, given_up="").exists()


def just_told(moment: datetime) -> list[Told]:
    """Who heard what at ``moment``, with the time on the clock; not whether they want to stay on the list."""
    rows = Message.objects.filter(sent_at=moment).exclude(kind="stay").select_related("participant__person")
    now = f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
    return [(row.participant.person.call_name, row.kind.removeprefix("reminder_"), now) for row in rows]


def the_story(season: Season) -> list[Told]:
    """What happens in three months, and who is to hear what when."""
    cast, expected = season.cast, []

    def told(kind: str, day: int, clock: str, *names: str) -> None:
        expected.extend((name, kind, season.written(day, clock)) for name in names)

    def agree(couple: Couple, day: int, clock: str) -> None:
        at = season.moment(day, clock)
        note_first_appointment(couple=couple, at=at, place="Artis", confirmed=True, by=cast.leader)

    pair = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    trio = form_couple(project=cast.project, old=cast.corrie, new=[cast.lale, cast.oksana], by=cast.leader)
    two, three = ("Ans", "Samira"), ("Corrie", "Lale", "Oksana")
    agree(pair, -8, "11:00")
    told("first_appointment", -9, "10:00", *two)
    agree(trio, 0, "11:00")  # the Sunday itself; the reminder comes 24 hours before on the clock, not on a stopwatch
    told("first_appointment", -1, "10:00", *three)

    trip = plan_excursion(
        project=cast.project, name="Molen", starts_at=season.moment(0, "13:30"), meeting_point="Halte", capacity=9,
        by=cast.leader,
    )  # fmt: skip
    go_along(excursion=trip, people=[cast.ans, cast.samira, cast.willem], by=cast.leader)
    told("excursion", -1, "10:00", "Ans", "Samira", "Willem")

    halfway, closing = season.moment(1, "14:00"), season.moment(LAST_DAY, "13:30")
    plan_meeting(
        project=cast.project, kind=Meeting.Kind.INTERIM, starts_at=halfway, ends_at=halfway + timedelta(hours=2),
        by=cast.leader,
    )  # fmt: skip
    everybody = (*two, *three, "Joop", "Tesfay", "Willem")
    told("meeting", 0, "10:00", *everybody)
    cast.project.meetings.filter(kind="closing").delete()  # that of the cast is on a day of its own
    plan_meeting(
        project=cast.project, kind=Meeting.Kind.CLOSING, starts_at=closing, ends_at=closing + timedelta(hours=2),
        by=cast.leader,
    )  # fmt: skip

    # Agreed on in the night before the clock changes, for the next morning: told when the quiet hours end.
    season.on(-1, "22:00", season.next_appointment(trio, 0, "10:30"))
    told("next_appointment", 0, "08:30", *three)
    season.on(-3, "15:00", season.next_appointment(pair, 1, "09:00"))
    told("next_appointment", 0, "10:00", *two)

    for week in range(10):  # as always, on Saturday
        season.on(2 + 7 * week, "15:00", season.next_appointment(pair, 6 + 7 * week, "11:00"))
        told("next_appointment", 5 + 7 * week, "10:00", *two)

    # Called off; moved after it was told; and a couple that ends on the morning of its reminder.
    season.on(9, "15:00", season.next_appointment(trio, 13, "14:00"))
    season.on(11, "15:00", season.next_appointment(trio, None))
    season.on(15, "15:00", season.next_appointment(trio, 20, "14:00"))
    told("next_appointment", 19, "10:00", *three)
    season.on(19, "15:00", season.next_appointment(trio, 20, "17:00"))
    told("next_appointment", 19, "15:00", *three)
    season.on(28, "15:00", season.next_appointment(trio, 31, "14:00"))
    season.on(
        30, "09:00", lambda: end_couple(couple=Couple.objects.get(pk=trio.pk), reason="no_click", by=cast.leader)
    )

    willem = cast.project.participants.get(person__call_name="Willem")
    season.on(40, "15:00", lambda: actions.withdraw(participant=willem, reason="verhuisd", by=cast.leader))
    told("meeting", LAST_DAY - 1, "10:00", *(name for name in everybody if name != "Willem"))
    return expected
