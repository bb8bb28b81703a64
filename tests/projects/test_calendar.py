"""What the calendar knows, and which days it warns of."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projects.calendar import (
    SHORTLY_BEFORE,
    Kind,
    Weight,
    not_known,
    periods,
    ramadan_known,
    school_known,
    warnings_on,
)

DAY = timedelta(days=1)


def of_kind(kind, year):
    return [(one.first, one.last) for one in periods(date(year, 1, 1), date(year, 12, 31)) if one.kind == kind]


def test_the_year_2027_is_known():
    assert of_kind(Kind.SUMMER, 2027) == [(date(2027, 7, 10), date(2027, 8, 22))]
    assert of_kind(Kind.RAMADAN, 2027) == [(date(2027, 2, 8), date(2027, 3, 9))]
    schools = of_kind(Kind.SCHOOL, 2027)
    assert (date(2027, 2, 20), date(2027, 2, 28)) in schools
    assert (date(2026, 12, 19), date(2027, 1, 3)) in schools  # around New Year it is one
    assert (date(2027, 4, 27), date(2027, 4, 27)) in of_kind(Kind.PUBLIC, 2027)


def test_two_ramadans_begin_in_2030():
    begun = [first for first, _last in of_kind(Kind.RAMADAN, 2030) if first.year == 2030]
    assert len(begun) == 2


@pytest.mark.parametrize(
    ("day", "weights", "said"),
    [
        (date(2027, 6, 18), [], ""),
        (date(2027, 6, 19), [Weight.BEFORE], "21 dagen later begint de zomervakantie"),
        (date(2027, 6, 21), [Weight.BEFORE], "19 dagen later begint de zomervakantie"),
        (date(2027, 7, 9), [Weight.BEFORE], "1 dag later begint"),
        (date(2027, 7, 10), [Weight.INSIDE], "Valt in de zomervakantie (za 10 juli 2027"),
        (date(2027, 8, 22), [Weight.INSIDE], "Valt in de zomervakantie"),
        (date(2027, 8, 23), [], ""),
        (date(2027, 1, 18), [Weight.BEFORE], "21 dagen later begint de ramadan"),
        (date(2027, 2, 8), [Weight.INSIDE], "Valt in de ramadan"),
        (date(2027, 3, 9), [Weight.INSIDE], "Suikerfeest"),
        (date(2027, 3, 10), [], ""),
        (date(2027, 10, 20), [Weight.ADVICE], "herfstvakantie"),
        (date(2027, 10, 15), [], ""),  # shortly before another holiday is no reason
        (date(2027, 4, 27), [Weight.INSIDE, Weight.ADVICE], "Koningsdag"),
    ],
)
def test_a_day_is_warned_of_with_the_reason(day, weights, said):
    found = warnings_on(day)
    assert [warned.weight for warned in found] == weights
    assert said in " ".join(warned.text for warned in found)


def test_what_lies_beyond_the_libraries_is_said():
    first, last = school_known()
    assert first <= date(2020, 1, 1)
    assert last >= date(2030, 8, 1)
    assert not_known(date(2027, 1, 1), date(2028, 3, 1)) == []
    beyond = not_known(date(2027, 1, 1), last + DAY)
    assert len(beyond) == 1
    assert "schoolvakanties" in beyond[0]
    assert len(not_known(last, ramadan_known()[1] + DAY)) == 2
    assert not_known(first - DAY, first) != []


@settings(max_examples=60)
@given(st.dates(date(2015, 1, 1), date(2029, 12, 31)))
def test_summer_and_ramadan_are_warned_of_from_three_weeks_before_to_their_end(day):
    around = [one for one in periods(day, day + SHORTLY_BEFORE) if one.kind in (Kind.SUMMER, Kind.RAMADAN)]
    warned = {one.period for one in warnings_on(day) if one.period.kind in (Kind.SUMMER, Kind.RAMADAN)}
    assert warned == {one for one in around if one.first - SHORTLY_BEFORE <= day <= one.last}
