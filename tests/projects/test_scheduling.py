"""Dates proposed around holidays and Ramadan: in order, within bounds, and never in a bad time without need."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projects.calendar import Kind, periods
from projects.group_size import group_size
from projects.scheduling import (
    Moment,
    better_days,
    bounds_of,
    days_around,
    days_within,
    mix_days,
    propose,
    propose_from,
    remarks,
    suits,
    total_weight,
    warnings_for,
    weight_of,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))
MONTHS = st.integers(1, 12)


@settings(max_examples=80, deadline=None)
@given(DAYS, MONTHS)
def test_the_dates_are_in_order_and_on_days_that_suit(mix, months):
    schedule = propose(mix, months)
    assert list(schedule) == list(Moment)
    assert all(earlier < later for earlier, later in pairwise(schedule.values()))
    assert all(suits(each, day) for each, day in schedule.items() if each not in (Moment.MIX, Moment.END))


@settings(max_examples=80, deadline=None)
@given(DAYS, MONTHS)
def test_no_date_lies_in_a_bad_time_unless_all_its_days_do(mix, months):
    schedule = propose(mix, months)
    for each, bounds in bounds_of(months).items():
        origin = schedule[bounds.of]
        allowed = list(days_within(each, bounds, origin))
        assert schedule[each] in allowed
        assert weight_of(each, schedule[each]) == min(weight_of(each, day) for day in allowed)


@settings(max_examples=40, deadline=None)
@given(DAYS)
def test_a_better_day_is_really_better(mix):
    schedule = propose(mix)
    for each in Moment:
        for day in better_days(each, schedule):
            if each == Moment.MIX:
                assert total_weight(propose(day)) < total_weight(schedule)
            else:
                assert weight_of(each, day) < weight_of(each, schedule[each])
    assert all(weight_of(Moment.MIX, day) < weight_of(Moment.MIX, mix) for day in days_around(mix))


@settings(max_examples=25, deadline=None)
@given(st.dates(date(2021, 1, 1), date(2028, 6, 30)), st.integers(0, 4))
def test_days_to_mix_on_leave_time_to_prepare(begin, weekday):
    days = mix_days(begin, weekday=weekday)
    assert days == sorted(days)
    assert len(days) == 3
    assert all(day.weekday() == weekday and propose(day)[Moment.START] >= begin for day in days)
    assert all(later - earlier >= 21 * DAY for earlier, later in pairwise(days))


@settings(max_examples=25, deadline=None)
@given(st.dates(date(2021, 1, 1), date(2028, 12, 31)))
def test_from_a_given_start_the_rest_follows(start):
    schedule = propose_from(start)
    assert schedule[Moment.START] == start
    assert all(earlier < later for earlier, later in pairwise(schedule.values()))
    bounds = bounds_of()[Moment.START]
    assert bounds.earliest <= (start - schedule[Moment.INFORMATION]).days <= bounds.latest


def test_the_first_proposals_for_2027_keep_clear_of_ramadan_and_summer():
    bad = [one for one in periods(date(2027, 1, 1), date(2028, 3, 1)) if one.kind in (Kind.RAMADAN, Kind.SUMMER)]
    for mix in mix_days(date(2026, 11, 29)):
        schedule = propose(mix)
        for each, day in schedule.items():
            if each != Moment.END:
                assert not any(one.holds(day) for one in bad), (each, day)
        assert total_weight(schedule) == 0
        assert remarks(schedule) == []


def test_a_start_on_21_june_2027_is_warned_against_with_the_reason_and_better_days():
    schedule = propose_from(date(2027, 6, 21))
    said = [warned.text for warned in warnings_for(Moment.START, schedule[Moment.START])]
    assert len(said) == 1
    assert "19 dagen later begint de zomervakantie" in said[0]
    better = better_days(Moment.START, schedule)
    assert better
    assert all(day <= date(2027, 6, 18) for day in better)


def test_the_end_is_never_warned_of_and_an_evaluation_only_within_a_holiday():
    assert warnings_for(Moment.END, date(2027, 7, 20)) == ()
    assert warnings_for(Moment.EVALUATION, date(2027, 6, 29)) == ()
    assert warnings_for(Moment.EVALUATION, date(2027, 7, 20)) != ()


def test_what_couples_lose_between_mix_and_close_is_told():
    said = remarks(propose(date(2027, 6, 1)))
    assert len(said) == 1
    assert "de zomervakantie: 44 dagen" in said[0]
    assert "Kijk de andere data zelf na" in remarks(propose(date(2030, 9, 10)))[-1]


@pytest.mark.parametrize(
    ("ambassadors", "numbers"),
    [(0, (2, 5, 6)), (1, (2, 5, 6)), (3, (6, 15, 18)), (4, (8, 20, 24)), (6, (8, 20, 30)), (20, (8, 20, 30))],
)
def test_the_size_follows_from_the_ambassadors_and_says_how(ambassadors, numbers):
    size = group_size(ambassadors)
    assert (size.minimum, size.target, size.maximum) == numbers
    assert f"ten minste {numbers[0]}, liefst {numbers[1]} en ten hoogste {numbers[2]}" in size.rule
