"""Where a project stands, and how that is drawn."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from projects.models import Meeting, Project
from projects.timeline import timeline_of

Phase = Project.Phase
BEGIN, INFORMATION, MIX, CLOSING, END = (
    date(2027, 1, 4),
    date(2027, 2, 26),
    date(2027, 3, 12),
    date(2027, 6, 12),
    date(2027, 7, 30),
)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "phase"),
    [
        (BEGIN - DAY, Phase.PREPARATION),
        (BEGIN, Phase.PREPARATION),
        (INFORMATION, Phase.PREPARATION),
        (MIX - DAY, Phase.PREPARATION),
        (MIX, Phase.MIXING),
        (MIX + DAY, Phase.TOGETHER),
        (CLOSING, Phase.TOGETHER),
        (CLOSING + DAY, Phase.CLOSING),
        (END, Phase.CLOSING),
        (END + DAY, Phase.CLOSED),
    ],
)
def test_a_project_is_in_one_phase_each_day(cast, today, phase):
    assert cast.project.phase(today) == phase


def test_between_two_mix_meetings_a_project_is_still_mixing(cast):
    mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
    later = mix.starts_at + timedelta(days=30)
    Meeting.objects.create(project=cast.project, kind="mix", starts_at=later, ends_at=later + timedelta(hours=2))
    assert cast.project.phase(MIX + 15 * DAY) == Phase.MIXING
    assert cast.project.phase(MIX + 31 * DAY) == Phase.TOGETHER


def test_without_meetings_a_project_is_prepared_until_it_ends(cast):
    cast.project.meetings.all().delete()
    assert cast.project.phase(CLOSING) == Phase.PREPARATION
    assert cast.project.phase(END + DAY) == Phase.CLOSED


def percent(text):
    return float(text.removesuffix("%"))


@pytest.mark.parametrize("today", [BEGIN - 99 * DAY, BEGIN, MIX, END, END + 99 * DAY])
def test_nothing_is_drawn_outside_the_picture(cast, today):
    line = timeline_of(cast.project, today)
    places = [percent(mark.x) for mark in line.marks]
    assert places == sorted(places)
    assert all(percent(line.first) <= place <= percent(line.last) for place in [*places, percent(line.done)])
    assert (line.today is not None) is (BEGIN <= today <= END)
    assert [mark.past for mark in line.marks] == [day < today for day in (INFORMATION, MIX, CLOSING)]


def test_labels_that_would_touch_stand_apart_and_every_meeting_has_its_name(cast):
    mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
    for days in (1, 2, 3):
        moment = mix.starts_at + timedelta(days=days)
        Meeting.objects.create(project=cast.project, kind="mix", starts_at=moment, ends_at=moment + timedelta(hours=1))
    line = timeline_of(cast.project, MIX)
    assert all(mark.name for mark in line.marks)
    for row in (0, 1):
        places = [percent(mark.x) for mark in line.marks if mark.label and mark.row == row]
        assert all(right - left >= 11 for left, right in pairwise(places))


def test_a_project_of_one_day_is_drawn_too(cast):
    cast.project.ends_on = cast.project.starts_on + DAY
    assert len(timeline_of(cast.project, BEGIN).marks) == 3
