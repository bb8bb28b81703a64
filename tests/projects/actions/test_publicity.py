"""Texts keep what was typed, know what of the project stands in them, and take over what moved."""

from datetime import timedelta

import pytest

from mixen.errors import DomainError
from projects import actions
from projects.models import Meeting, Project, PublicityText
from projects.publicity.checking import moved
from projects.publicity.facts import facts_of, key_of, when_and_where
from projects.publicity.proposing import proposed

PRESS = PublicityText.Kind.PRESS


@pytest.fixture
def closing(cast):
    return cast.project.meetings.get(kind=Meeting.Kind.CLOSING)


@pytest.fixture
def kept(cast):
    """The press release as proposed, with a sentence of somebody's own."""
    words = proposed(cast.project, PRESS)
    text = f"{words.text}\n\nEr is soep van Tante Truus."
    return actions.keep_publicity_text(
        project=cast.project, kind=PRESS, title=words.title, text=text, by=cast.coordinator
    )


def move(meeting, days, by):
    return actions.change_meeting(
        meeting=meeting,
        starts_at=meeting.starts_at + timedelta(days=days),
        ends_at=meeting.ends_at + timedelta(days=days),
        by=by,
    )


def now_in(cast):
    return facts_of(Project.objects.get(pk=cast.project.pk))


def test_a_text_knows_which_facts_stand_in_it(cast, kept, closing):
    assert kept.filled[key_of(closing)] == when_and_where(closing)
    assert kept.filled["name"] == cast.project.name
    assert moved(kept, now_in(cast)) == []


def test_a_moved_day_is_found_and_replaced_and_the_rest_stays(cast, kept, closing):
    old = when_and_where(closing)
    new = when_and_where(move(closing, 7, cast.coordinator))
    (change,) = moved(kept, now_in(cast))
    assert (change.old, change.new, change.label) == (old, new, "slotbijeenkomst")
    fresh = actions.refresh_publicity_text(text=kept, by=cast.coordinator)
    assert fresh.text == kept.text.replace(old, new)
    assert "Tante Truus" in fresh.text
    assert moved(fresh, now_in(cast)) == []
    assert fresh.history.first().history_user == cast.coordinator


def test_two_days_that_change_places_are_each_replaced_once(cast, closing):
    mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
    kept = actions.keep_publicity_text(
        project=cast.project,
        kind=PRESS,
        title="Kom",
        text=f"Mix: {when_and_where(mix)}\nSlot: {when_and_where(closing)}",
        by=None,
    )
    was = {meeting.pk: (meeting.starts_at, meeting.ends_at) for meeting in (mix, closing)}
    for meeting, other in ((mix, closing), (closing, mix)):
        Meeting.objects.filter(pk=meeting.pk).update(starts_at=was[other.pk][0], ends_at=was[other.pk][1])
    fresh = actions.refresh_publicity_text(text=kept, by=None)
    now = {meeting.kind: when_and_where(meeting) for meeting in cast.project.meetings.all()}
    assert fresh.text == f"Mix: {now['mix']}\nSlot: {now['closing']}"


def test_a_place_that_was_found_moves_along(cast, kept, closing):
    assert "plaats volgt" in kept.text
    actions.change_meeting(meeting=closing, place="Zaal Zonneschijn", by=cast.coordinator)
    fresh = actions.refresh_publicity_text(text=kept, by=cast.coordinator)
    assert "Zaal Zonneschijn" in fresh.text


def test_a_fact_that_somebody_rewrote_is_left_alone(cast, kept, closing):
    text = kept.text.replace(when_and_where(closing), "ergens in juni")
    kept = actions.keep_publicity_text(project=cast.project, kind=PRESS, title=kept.title, text=text, by=None)
    move(closing, 7, cast.coordinator)
    assert key_of(closing) not in kept.filled
    assert moved(kept, now_in(cast)) == []
    with pytest.raises(DomainError):
        actions.refresh_publicity_text(text=kept, by=None)


def test_saving_an_old_day_keeps_it_marked(cast, kept, closing):
    """Who saves without looking does not make a wrong day right."""
    move(closing, 7, cast.coordinator)
    again = actions.keep_publicity_text(
        project=cast.project, kind=PRESS, title=kept.title, text=f"{kept.text}\n\nNog iets.", by=None
    )
    assert [change.key for change in moved(again, now_in(cast))] == [key_of(closing)]


def test_a_meeting_that_is_no_more_stays_marked_and_is_not_replaced(cast, kept, closing):
    closing.delete()
    (change,) = moved(kept, now_in(cast))
    assert change.new == ""
    with pytest.raises(DomainError):
        actions.refresh_publicity_text(text=kept, by=None)


def test_a_new_contact_moves_along(cast, kept):
    actions.name_public_contact(
        project=cast.project,
        name="Hedy Waterland",
        email="hedy@example.org",
        phone="+31201234567",
        by=cast.coordinator,
    )
    fresh = actions.refresh_publicity_text(text=kept, by=cast.coordinator)
    assert "Hedy Waterland, 020 123 4567, hedy@example.org" in fresh.text
    actions.name_public_contact(project=cast.project, name="Iman Polder", email="i@example.org", phone="", by=None)
    assert cast.project.public_contact.history.count() == 2
    assert "Iman Polder" in actions.refresh_publicity_text(text=fresh, by=None).text


def test_dropping_a_text_brings_the_proposal_back(cast, kept):
    actions.drop_publicity_text(text=kept, by=cast.coordinator)
    assert not PublicityText.objects.exists()
    assert PublicityText.history.filter(history_type="-", history_user=cast.coordinator).count() == 1
