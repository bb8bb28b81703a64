"""Who was not invited to a meeting that comes near, and letters on the pile."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from participants import actions
from participants.attention_meetings import letters_to_post, people_not_invited
from projects.actions import plan_meeting
from projects.models import Meeting
from tests.conftest import Cast
from tests.participants.invited import invite_all, reachable_by_all_ways


def told(watch: Any, *projects: Any) -> list[tuple[str, int]]:
    return [(item.key, item.count) for item in watch(list(projects), timezone.localdate())]


def test_from_three_weeks_before_until_everybody_was_invited(cast: Cast, closing: Meeting, clock: Any) -> None:
    clock.move_to(closing.starts_at - timedelta(days=22))
    assert told(people_not_invited, cast.project) == []
    clock.move_to(closing.starts_at - timedelta(days=21))
    assert told(people_not_invited, cast.project) == [(f"people_not_invited:{closing.pk}", 8)]
    actions.invite(meeting=closing, people=[cast.ans, cast.joop], by=None)
    assert told(people_not_invited, cast.project) == [(f"people_not_invited:{closing.pk}", 6)]
    invite_all(closing, None)
    assert told(people_not_invited, cast.project) == []


def test_letters_until_they_are_posted(cast: Cast, closing: Meeting) -> None:
    reachable_by_all_ways(cast)
    rows = invite_all(closing, None)
    letters = [row.pk for row in rows.values() if row.way == "paper"]
    assert told(letters_to_post, cast.project, cast.foreign) == [(f"letters_to_post:{closing.pk}", len(letters))]
    actions.note_posted(meeting=closing, invitations=letters, by=None)
    assert told(letters_to_post, cast.project, cast.foreign) == []


def test_as_many_questions_for_many_meetings(cast: Cast, closing: Meeting) -> None:
    counts = []
    for number in (1, 6):
        for one in range(number):
            begin = timezone.now() + timedelta(days=5 + one, hours=number)
            for project in (cast.project, cast.foreign):
                plan_meeting(
                    project=project, kind="closing", starts_at=begin, ends_at=begin + timedelta(hours=2), by=None
                )
        with CaptureQueriesContext(connection) as asked:
            told(people_not_invited, cast.project, cast.foreign)
            told(letters_to_post, cast.project, cast.foreign)
        counts.append(len(asked))
    assert counts[0] == counts[1] < 8
