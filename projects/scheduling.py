"""The dates of a project, proposed backwards and forwards from the mix meeting, around holidays and Ramadan.

Each date has a day it would best be on and bounds it must keep to. Within the bounds the day is taken that least
speaks against, then the one nearest to the best.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from projects.calendar import LONG, Kind, Period, Warned, Weight, heaviness, not_known, periods, warnings_on

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SUNDAY, SATURDAY = 6, 5
MANY_BETTER = 3
HORIZON = 56  # weeks that are searched for days to mix on
REACH = 6  # weeks on both sides in which a better mix day is looked for
WINDOW = 28  # days on both sides in which a mix meeting is looked for when the start is given
WEEKS_A_MONTH = 13 / 3


class Moment(StrEnum):
    """The dates of a project, in their order."""

    START = "start"
    INFORMATION = "information"
    MIX = "mix"
    INTERIM = "interim"
    CLOSING = "closing"
    EVALUATION = "evaluation"
    END = "end"


LABELS: dict[Moment, Any] = {
    Moment.START: _("Voorbereiding begint"),
    Moment.INFORMATION: _("Informatiebijeenkomst"),
    Moment.MIX: _("Mixbijeenkomst"),
    Moment.INTERIM: _("Halverwege"),
    Moment.CLOSING: _("Slotbijeenkomst"),
    Moment.EVALUATION: _("Evaluatie met ambassadeurs"),
    Moment.END: _("Project eindigt"),
}
Schedule = dict[Moment, date]


@dataclass(frozen=True)
class Bounds:
    """Where a date belongs, in days from ``of``: at best, at the earliest, at the latest."""

    of: Moment
    best: int
    earliest: int
    latest: int


def bounds_of(months: int = 3) -> dict[Moment, Bounds]:
    """The rules, in the order in which dates follow from each other; couples go out for ``months``.

    About two months of preparation before the information meeting, two weeks to the mix meeting, a closing meeting
    when the couples' time is over, an evaluation two weeks and an end six weeks after that.
    """
    together = round(months * WEEKS_A_MONTH) * 7
    return {
        Moment.INFORMATION: Bounds(Moment.MIX, -14, -28, -7),
        Moment.START: Bounds(Moment.INFORMATION, -63, -91, -56),
        Moment.CLOSING: Bounds(Moment.MIX, together, together - 14, together + 28),
        Moment.INTERIM: Bounds(Moment.MIX, together // 2, together // 2 - 7, together - 16),
        Moment.EVALUATION: Bounds(Moment.CLOSING, 14, 7, 35),
        Moment.END: Bounds(Moment.CLOSING, 42, 42, 42),
    }


def propose(mix: date, months: int = 3) -> Schedule:
    """All dates of a project that mixes on ``mix``, in their order."""
    found: Schedule = {Moment.MIX: mix}
    for moment, bounds in bounds_of(months).items():
        found[moment] = _choose(moment, bounds, found[bounds.of], mix.weekday())
    return {moment: found[moment] for moment in Moment}


def propose_from(start: date, months: int = 3) -> Schedule:
    """All dates of a project of which the preparation begins on ``start``, whatever speaks against that day."""
    bounds = bounds_of(months)
    best = start - (bounds[Moment.START].best + bounds[Moment.INFORMATION].best) * DAY
    around = [best + number * DAY for number in range(-WINDOW, WINDOW + 1)]
    around = [day for day in around if suits(Moment.MIX, day)]
    schedules = [{**propose(day, months), Moment.START: start} for day in around]
    fitting = [each for each in schedules if _prepares_long_enough(each, bounds[Moment.START])]
    return min(fitting or schedules, key=lambda each: (total_weight(each), abs(each[Moment.MIX] - best)))


def _prepares_long_enough(schedule: Schedule, bounds: Bounds) -> bool:
    days = (schedule[Moment.START] - schedule[bounds.of]).days
    return bounds.earliest <= days <= bounds.latest


def _choose(moment: Moment, bounds: Bounds, origin: date, weekday: int) -> date:
    best = origin + bounds.best * DAY

    def cost(day: date) -> tuple[int, int, date]:
        return weight_of(moment, day), abs((day - best).days) + (0 if day.weekday() == weekday else 3), day

    return min(days_within(moment, bounds, origin), key=cost)


def days_within(moment: Moment, bounds: Bounds, origin: date) -> Iterator[date]:
    """The days ``moment`` may fall on: no Sunday, and no Saturday for what is office work."""
    for number in range(bounds.earliest, bounds.latest + 1):
        day = origin + number * DAY
        if moment == Moment.END or suits(moment, day):
            yield day


def suits(moment: Moment, day: date) -> bool:
    """Whether ``day`` is a day of the week for it."""
    office = moment in {Moment.START, Moment.EVALUATION}
    return day.weekday() < (SATURDAY if office else SUNDAY)


def warnings_for(moment: Moment, day: date) -> tuple[Warned, ...]:
    """What speaks against ``day``. The books can be closed on any day; to evaluate just before a holiday is fine."""
    if moment == Moment.END:
        return ()
    found = warnings_on(day)
    if moment == Moment.EVALUATION:
        return tuple(warned for warned in found if warned.weight != Weight.BEFORE)
    return found


def weight_of(moment: Moment, day: date) -> int:
    """How much speaks against ``day``; 0 when nothing does."""
    return heaviness(warnings_for(moment, day))


def total_weight(schedule: Schedule) -> int:
    """How much speaks against all dates together, and a little for each week that couples have less time."""
    lost = sum(days for _period, days in slow_periods(schedule))
    return sum(weight_of(moment, day) for moment, day in schedule.items()) + round(lost / 7)


def slow_periods(schedule: Schedule) -> list[tuple[Period, int]]:
    """Summer holidays and Ramadan in the time couples go out, with how many days of it they take."""
    mix, closing = schedule[Moment.MIX], schedule[Moment.CLOSING]
    return [
        (period, (min(period.last, closing) - max(period.first, mix)).days + 1)
        for period in periods(mix, closing)
        if period.kind in LONG
    ]


def remarks(schedule: Schedule) -> list[str]:
    """What is to be known of the schedule as a whole: slow periods, and days no calendar knows."""
    names = {Kind.SUMMER: _("de zomervakantie"), Kind.RAMADAN: _("de ramadan")}
    told = [
        gettext("Tussen mix en slot valt %(name)s: %(days)s dagen waarin koppels elkaar minder zien.")
        % {"name": names[period.kind], "days": days}
        for period, days in slow_periods(schedule)
    ]
    return told + not_known(min(schedule.values()), max(schedule.values()))


def mix_days(earliest_start: date, months: int = 3, weekday: int = 1, count: int = MANY_BETTER) -> list[date]:
    """The first good days to mix on for who can begin on ``earliest_start``, at least three weeks apart.

    Those whose whole schedule is least spoken against, in order; ``weekday`` is 0 for Monday.
    """
    best_start = earliest_start + (63 + 14) * DAY
    first = best_start + (weekday - best_start.weekday()) % 7 * DAY
    days = [first + number * WEEK for number in range(HORIZON)]
    schedules = {day: propose(day, months) for day in days}
    weighed = sorted(
        (total_weight(schedule), day)
        for day, schedule in schedules.items()
        if schedule[Moment.START] >= earliest_start
    )
    found: list[date] = []
    for _weight, day in weighed:
        if all(abs(day - other) >= 3 * WEEK for other in found):
            found.append(day)
        if len(found) == count:
            break
    return sorted(found)


def better_days(moment: Moment, schedule: Schedule, months: int = 3) -> list[date]:
    """Up to three days near the one chosen that less speaks against, in order; none where the day is good.

    For the mix meeting the whole schedule that would follow is weighed.
    """
    chosen = schedule[moment]
    if moment == Moment.MIX:
        around = [chosen + number * WEEK for number in range(-REACH, REACH + 1)]
        weights = {day: total_weight(propose(day, months)) for day in around}
        around = [day for day in around if weight_of(moment, day) <= weight_of(moment, chosen)]
    else:
        bounds = bounds_of(months)[moment]
        around = list(days_within(moment, bounds, schedule[bounds.of]))
        weights = {day: weight_of(moment, day) for day in around}
        weights.setdefault(chosen, weight_of(moment, chosen))
    lighter = [day for day in around if weights[day] < weights[chosen]]
    if moment != Moment.MIX:
        lighter = _on_its_weekday(lighter, schedule[Moment.MIX].weekday())
    return sorted(sorted(lighter, key=lambda day: (weights[day], abs(day - chosen)))[:MANY_BETTER])


def _on_its_weekday(days: list[date], weekday: int) -> list[date]:
    """Those on the weekday people are used to; all, where none is."""
    return [day for day in days if day.weekday() == weekday] or days


def days_around(day: date, weeks: int = REACH) -> list[date]:
    """Better days on the same day of the week for one meeting that is moved alone; none where ``day`` is good."""
    weight = weight_of(Moment.MIX, day)
    around = [day + number * WEEK for number in range(-weeks, weeks + 1)]
    lighter = [other for other in around if weight_of(Moment.MIX, other) < weight]
    return sorted(sorted(lighter, key=lambda other: (weight_of(Moment.MIX, other), abs(other - day)))[:MANY_BETTER])
