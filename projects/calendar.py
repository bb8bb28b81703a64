"""When people are away or fast: Dutch school holidays (region North), public holidays, Ramadan; and what to warn of.

The days come from two kept libraries: ``holidays`` (school and public holidays) and ``hijridate`` (Umm al-Qura, which
can lie a day beside what is seen in the sky). School holidays are advice: a school may choose otherwise. What lies
outside the years a library knows is said, never guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

import holidays
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from hijridate import Hijri, ummalqura

from mixen.templatetags.display import day as written

DAY = timedelta(days=1)
SHORTLY_BEFORE = timedelta(days=21)
"""How long before the summer holidays or Ramadan a start or a meeting is warned against."""
REGION = "Noord"
FIRST_YEAR, LAST_YEAR = 2010, 2060  # in which the library is asked what it knows
RAMADAN_MONTH = 9


class Kind(StrEnum):
    """What kind of time a period is."""

    SUMMER = "summer"
    SCHOOL = "school"
    RAMADAN = "ramadan"
    PUBLIC = "public"


class Weight(StrEnum):
    """How much a warning weighs: in such a period, shortly before one, or in a school holiday only."""

    INSIDE = "inside"
    BEFORE = "before"
    ADVICE = "advice"


HEAVINESS = {Weight.INSIDE: 4, Weight.BEFORE: 2, Weight.ADVICE: 1}
LONG = (Kind.SUMMER, Kind.RAMADAN)


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of days, both ends included."""

    first: date
    last: date
    kind: Kind
    name: str

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def comes_soon_after(self, day: date) -> bool:
        """Whether it begins after ``day`` and within 21 days."""
        return day < self.first <= day + SHORTLY_BEFORE


@dataclass(frozen=True)
class Warned:
    """Why a day is not a good one."""

    day: date
    period: Period
    weight: Weight

    @property
    def text(self) -> str:
        """The reason in a sentence."""
        days = (self.period.first - self.day).days
        return _SENTENCES[self.weight, self.period.kind] % {
            "name": self.period.name,
            "first": written(self.period.first),
            "last": written(self.period.last),
            "later": ngettext("%(days)s dag later", "%(days)s dagen later", days) % {"days": days},
        }


_BEFORE_SUMMER = gettext_lazy(
    "%(later)s begint de zomervakantie (%(first)s tot en met %(last)s). Dan zijn veel mensen weg."
)
_BEFORE_RAMADAN = gettext_lazy(
    "%(later)s begint de ramadan (%(first)s tot en met %(last)s). Dan hebben veel deelnemers minder tijd."
)
_SENTENCES: dict[tuple[Weight, Kind], Any] = {
    (Weight.INSIDE, Kind.SUMMER): gettext_lazy("Valt in de zomervakantie (%(first)s tot en met %(last)s)."),
    (Weight.INSIDE, Kind.RAMADAN): gettext_lazy(
        "Valt in de ramadan of op het Suikerfeest (%(first)s tot en met %(last)s)."
    ),
    (Weight.INSIDE, Kind.PUBLIC): gettext_lazy("Is een feestdag: %(name)s."),
    (Weight.BEFORE, Kind.SUMMER): _BEFORE_SUMMER,
    (Weight.BEFORE, Kind.RAMADAN): _BEFORE_RAMADAN,
    (Weight.ADVICE, Kind.SCHOOL): gettext_lazy(
        "Valt in een schoolvakantie: %(name)s (%(first)s tot en met %(last)s)."
    ),
}


def periods(first: date, last: date) -> list[Period]:
    """Everything that touches the days from ``first`` to ``last``, in order."""
    years = range(first.year - 1, last.year + 2)
    found = [period for year in years for period in (*_school(year), *_public(year), *_ramadans(year))]
    return sorted({period for period in found if period.first <= last and period.last >= first})


@lru_cache(maxsize=4096)
def warnings_on(day: date) -> tuple[Warned, ...]:
    """What speaks against a start or a meeting on ``day``, the heaviest first."""
    return tuple(sorted(_warned(day), key=lambda warned: (-HEAVINESS[warned.weight], warned.period)))


def heaviness(warnings: Iterable[Warned]) -> int:
    """How much ``warnings`` weigh together; 0 when there are none."""
    return sum(HEAVINESS[warned.weight] for warned in warnings)


def _warned(day: date) -> Iterator[Warned]:
    for period in periods(day, day + SHORTLY_BEFORE):
        if period.kind == Kind.SCHOOL:
            if period.holds(day):
                yield Warned(day, period, Weight.ADVICE)
        elif period.holds(day):
            yield Warned(day, period, Weight.INSIDE)
        elif period.kind in LONG and period.comes_soon_after(day):
            yield Warned(day, period, Weight.BEFORE)


@cache
def school_known() -> tuple[date, date]:
    """The first and the last day of which the school holidays are known.

    A year of which the library does not know the autumn holidays counts up to the end of its summer holidays.
    """
    known = [year for year in range(FIRST_YEAR, LAST_YEAR) if "Zomervakantie" in _school_days(year).values()]
    whole = [year for year in known if "Herfstvakantie" in _school_days(year).values()]
    last = date(whole[-1], 12, 31)
    summers = [period.last for period in _school(known[-1]) if period.kind == Kind.SUMMER]
    return date(whole[0], 1, 1), max([last, *summers])


def ramadan_known() -> tuple[date, date]:
    """The first and the last day of which is known whether they are in Ramadan."""
    first, last = ummalqura.GREGORIAN_RANGE
    return date(*first), date(*last)


def not_known(first: date, last: date) -> list[str]:
    """A sentence for each calendar that does not reach over all days from ``first`` to ``last``."""
    calendars = {
        _("De schoolvakanties ken ik van %(begin)s tot en met %(end)s. Kijk de andere data zelf na."): school_known(),
        _("De ramadan ken ik van %(begin)s tot en met %(end)s. Kijk de andere data zelf na."): ramadan_known(),
    }
    return [
        sentence % {"begin": written(begin), "end": written(end)}
        for sentence, (begin, end) in calendars.items()
        if first < begin or last > end
    ]


@cache
def _school_days(year: int) -> dict[date, str]:
    return dict(
        holidays.country_holidays("NL", subdiv=REGION, years=year, categories=("school",), language="nl").items()
    )


@cache
def _school(year: int) -> list[Period]:
    """The school holidays that begin in ``year``; one around New Year is one period."""
    days = {**_school_days(year - 1), **_school_days(year), **_school_days(year + 1)}
    firsts = [day for day in days if day.year == year and days.get(day - DAY) != days[day]]
    return [_stretch(first, days) for first in sorted(firsts)]


def _stretch(first: date, days: dict[date, str]) -> Period:
    last, name = first, days[first]
    while days.get(last + DAY) == name:
        last += DAY
    kind = Kind.SUMMER if name == "Zomervakantie" else Kind.SCHOOL
    return Period(first, last, kind, name.lower())


@cache
def _public(year: int) -> list[Period]:
    found = holidays.country_holidays("NL", years=year, categories=("public",), language="nl")
    return [Period(day, day, Kind.PUBLIC, name) for day, name in sorted(found.items())]


@cache
def _ramadans(year: int) -> list[Period]:
    """Ramadans that begin in ``year``, up to and including the feast at the end: mostly one, now and then two."""
    first, last = (bound[0] for bound in ummalqura.HIJRI_RANGE)
    about = int((year - 622) * 33 / 32)
    found = []
    for hijri in range(max(first, about - 1), min(last - 1, about + 2) + 1):
        begin = _gregorian(hijri, RAMADAN_MONTH)
        if begin.year == year:
            found.append(Period(begin, _gregorian(hijri, RAMADAN_MONTH + 1), Kind.RAMADAN, "ramadan"))
    return found


def _gregorian(year: int, month: int) -> date:
    day = Hijri(year, month, 1).to_gregorian()
    return date(day.year, day.month, day.day)
