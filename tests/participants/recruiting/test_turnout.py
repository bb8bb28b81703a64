"""How many come, as earlier meetings show it: who was expected, who counts, and what the page makes of it."""

from datetime import timedelta

import pytest

from participants import actions
from participants.models import Attendance, Participant
from participants.recruiting.attending import earlier_turnout, forecasts
from participants.recruiting.expecting import Turnout
from projects.models import Meeting, Project
from tests.conftest import NOW, registered, signed_up

ADDRESS = "/projecten/nieuw-west-2027/werving/"
TODAY = NOW.date()
WOMAN = {"gender": "woman"}


def page(client):
    return " ".join(client.get(ADDRESS).content.decode().split())


def earlier_mix(project, days_ago, kind="mix"):
    begin = NOW - timedelta(days=days_ago)
    return Meeting.objects.create(project=project, kind=kind, starts_at=begin, ends_at=begin + timedelta(hours=2))


def came(meeting, *people, present=True):
    Attendance.objects.bulk_create(Attendance(meeting=meeting, participant=one, present=present) for one in people)


def measured(kind="mix", side="old"):
    return earlier_turnout(TODAY)[kind, side]


@pytest.fixture
def long_ago(cast):
    """Everybody had said so two months before."""
    before = TODAY - timedelta(days=60)
    Participant.objects.update(registered_on=before, signed_up_on=before)
    return cast


def test_without_experience_there_is_only_the_rule_of_thumb(cast, as_user):
    assert measured() == Turnout()
    text = page(as_user(cast.ambassador))
    assert "70 %, als vuistregel" in text
    assert "nodig 15 mensen uit" in text
    assert "29 voor 20 plekken" in text


def test_who_was_expected_and_came_is_counted_per_kind_and_side(long_ago):
    mix = earlier_mix(long_ago.project, 5)
    came(mix, long_ago.ans, long_ago.willem, long_ago.lale)
    came(mix, long_ago.corrie, present=False)
    assert measured() == Turnout(4, 2)  # nothing was noted of Joop, who was expected
    assert measured(side="new") == Turnout(4, 1)
    assert measured("information") == Turnout()


def test_a_meeting_at_which_nobody_was_ticked_says_nothing(long_ago):
    earlier_mix(long_ago.project, 5)
    assert measured() == Turnout()


def test_the_meeting_of_today_counts_once_it_is_closed(long_ago):
    mix = long_ago.project.meetings.get(kind="mix")
    came(mix, long_ago.ans)
    assert measured() == Turnout()
    actions.close_meeting(meeting=mix, by=None)
    assert measured() == Turnout(4, 1)


def test_who_signed_up_at_the_door_was_not_expected(long_ago):
    mix = earlier_mix(long_ago.project, 5)
    Participant.objects.filter(pk=long_ago.ans.pk).update(signed_up_on=mix.day)
    came(mix, long_ago.ans, long_ago.willem)
    assert measured() == Turnout(3, 1)


def test_who_stopped_afterwards_still_stayed_away(long_ago):
    mix = earlier_mix(long_ago.project, 5)
    came(mix, long_ago.ans)
    came(mix, long_ago.willem, present=False)
    for somebody in (long_ago.willem, long_ago.joop):
        actions.withdraw(participant=somebody, reason="Ziek", by=None)
    assert measured() == Turnout(3, 1)  # of Joop nothing was noted: may have stopped before


def test_who_has_a_buddy_is_not_expected_at_the_next_mix_meeting(long_ago):
    first, second = earlier_mix(long_ago.project, 9), earlier_mix(long_ago.project, 5)
    came(first, long_ago.ans, long_ago.willem, long_ago.corrie)
    came(first, long_ago.joop, present=False)
    for somebody in (long_ago.ans, long_ago.willem):
        actions.become_coupled(participant=somebody, by=None)
    came(second, long_ago.corrie, long_ago.joop)
    assert measured() == Turnout(6, 5)


def test_one_information_meeting_is_enough(long_ago):
    first, second = (earlier_mix(long_ago.project, days, kind="information") for days in (9, 5))
    came(first, long_ago.ans, long_ago.willem, long_ago.corrie)
    came(second, long_ago.joop)
    assert measured("information") == Turnout(5, 4)


def test_practice_counts_nowhere_and_other_real_projects_do(long_ago):
    came(earlier_mix(long_ago.project, 5), long_ago.ans)
    stranger = signed_up(long_ago.foreign, "Vreemd", "old", long_ago.foreign_ambassador, WOMAN, {})
    Participant.objects.filter(pk=stranger.pk).update(signed_up_on=TODAY - timedelta(days=30))
    came(earlier_mix(long_ago.foreign, 5), stranger)
    assert measured() == Turnout(5, 2)
    Project.objects.filter(pk=long_ago.foreign.pk).update(is_practice=True)
    assert measured() == Turnout(4, 1)


def test_experience_takes_three_queries(long_ago, django_assert_num_queries):
    for days in (3, 5, 9):
        came(earlier_mix(long_ago.project, days), long_ago.ans)
    with django_assert_num_queries(3):
        earlier_turnout(TODAY)


@pytest.mark.parametrize(("shows", "text"), [(20, "nodig 10 mensen uit"), (14, "nodig 15 mensen uit"), (0, "niet te")])
def test_from_twenty_people_on_the_page_says_what_was_measured(long_ago, as_user, shows, text):
    people = [*long_ago.people.values()][:4]
    people += [signed_up(long_ago.project, f"P{n}", "old", long_ago.ambassador, WOMAN, {}) for n in range(16)]
    Participant.objects.update(signed_up_on=TODAY - timedelta(days=60))
    mix = earlier_mix(long_ago.project, 5)
    came(mix, *people[:shows])
    came(mix, *people[shows:], present=False)
    Meeting.objects.filter(pk=mix.pk).update(closed_at=NOW)
    shown = page(as_user(long_ago.ambassador))
    assert f"eerder kwamen {shows} van de 20" in shown
    assert text in shown


def test_of_who_is_to_come_next_as_many_are_counted_on_as_earlier_came(long_ago, as_user):
    assert forecasts(long_ago.project, earlier_turnout(TODAY)) == []  # the mix meeting of today has begun
    soon = earlier_mix(long_ago.project, -7)
    earlier_mix(long_ago.project, -14)
    actions.become_coupled(participant=long_ago.ans, by=None)
    registered(long_ago.project, "Noor", "new", long_ago.ambassador, WOMAN, {})
    rows = forecasts(long_ago.project, earlier_turnout(TODAY))
    assert [(row.meeting, row.side, row.people, row.come) for row in rows] == [
        (soon, "old", 3, 2),
        (soon, "new", 4, 2),
    ]
    shown = page(as_user(long_ago.ambassador))
    assert "Voor de mixbijeenkomst van vr 19 maart 2027 zijn er 3 mensen. Reken op 2." in shown
    invited = earlier_mix(long_ago.project, -3, kind="information")
    first = forecasts(long_ago.project, earlier_turnout(TODAY))[0]
    assert (first.meeting, first.side, first.people, first.come) == (invited, "new", 1, 0)
