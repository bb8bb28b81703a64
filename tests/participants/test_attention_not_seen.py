"""Who signed up and was never seen is not forgotten, and not told of twice."""

from datetime import timedelta
from typing import Any

import pytest

from matching.actions import end_couple, form_couple
from participants.actions import note_absence_call, note_attendance, withdraw
from participants.attention import signed_up_but_not_seen
from participants.models import Participant
from projects.models import Meeting
from tests.conftest import NOW, Cast

TODAY = NOW.date()
LATER = TODAY + timedelta(days=1)


def told(cast: Cast, on: Any = LATER) -> list[str]:
    return [item.title.partition(" schreef")[0] for item in signed_up_but_not_seen([cast.project, cast.foreign], on)]


@pytest.fixture
def since(cast: Cast) -> Cast:
    """Lale signed up fifteen days before the day after the mix meeting; everybody else today."""
    Participant.objects.filter(pk=cast.lale.pk).update(signed_up_on=LATER - timedelta(days=15))
    return cast


@pytest.mark.parametrize(("days", "shown"), [(14, []), (15, ["Lale"])])
def test_after_two_weeks(cast: Cast, days: int, shown: list[str]) -> None:
    Participant.objects.filter(pk=cast.lale.pk).update(signed_up_on=LATER - timedelta(days=days))
    assert told(cast) == shown


def test_not_before_there_was_a_meeting_to_be_seen_at(since: Cast) -> None:
    Meeting.objects.filter(project=since.project, kind="mix").delete()
    assert told(since) == []


def test_not_who_was_there(since: Cast) -> None:
    mix = since.project.meetings.get(kind="mix")
    note_attendance(meeting=mix, participant=since.lale, present=True, by=None)
    assert told(since) == []


def test_not_who_is_called_for_staying_away_nor_who_said_to_come_next_time(since: Cast) -> None:
    mix = since.project.meetings.get(kind="mix")
    note_attendance(meeting=mix, participant=since.lale, present=False, by=None)
    assert told(since) == []
    note_absence_call(participant=since.lale, meeting=mix, outcome="comes", by=since.ambassador)
    assert told(since) == []


def test_also_who_was_ticked_as_absent_at_a_meeting_they_need_not_come_to(since: Cast) -> None:
    """Closing the information meeting notes everybody who did not come, also who signed up after it."""
    information = since.project.meetings.get(kind="information")
    note_attendance(meeting=information, participant=since.lale, present=False, by=None)
    Participant.objects.filter(pk=since.lale.pk).update(signed_up_on=information.day)
    Meeting.objects.filter(kind="mix").update(starts_at=NOW - timedelta(days=2))
    assert told(since, TODAY + timedelta(days=3)) == ["Lale"]


def test_not_who_had_a_buddy_before_and_not_who_stopped(since: Cast) -> None:
    couple = form_couple(project=since.project, old=since.corrie, new=[since.lale], by=None)
    assert told(since) == []
    end_couple(couple=couple, reason="no_click", by=None)
    assert told(since) == []
    Participant.objects.filter(pk=since.oksana.pk).update(signed_up_on=LATER - timedelta(days=15))
    assert told(since) == ["Oksana"]
    withdraw(participant=since.oksana, reason="druk", by=None)
    assert told(since) == []


def test_the_line_leads_to_the_person_and_the_list_to_all(since: Cast, as_user: Any) -> None:
    (item,) = signed_up_but_not_seen([since.project], LATER)
    assert item.url == since.lale.get_absolute_url()
    page = as_user(since.coordinator).get(item.all_url)
    assert since.lale in list(page.context["page_obj"])
