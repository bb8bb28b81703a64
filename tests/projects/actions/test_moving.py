"""A meeting that moves: why, what moves along, what stays, and back again."""

from datetime import date, timedelta

import pytest

from matching.actions import form_couple, make_due_check_ins
from matching.models import CheckIn
from mixen.errors import DomainError
from projects import actions
from projects.models import Meeting, MeetingMove, PlanStep
from projects.moved import tellers

WEEK = timedelta(days=7)


@pytest.fixture
def closing(cast):
    return cast.project.meetings.get(kind=Meeting.Kind.CLOSING)


def moved(meeting, by, days=7, **more):
    changes = {
        "starts_at": meeting.starts_at + timedelta(days=days),
        "ends_at": meeting.ends_at + timedelta(days=days),
    }
    return actions.change_meeting(meeting=Meeting.objects.get(pk=meeting.pk), by=by, **changes, **more)


@pytest.fixture
def told(monkeypatch):
    """What the registry was told: the move, and whether it was undone."""
    heard = []
    list(tellers)
    monkeypatch.setattr(tellers, "_found", [(1, lambda move, by: heard.append((move.pk, move.undone_at is None)))])
    return heard


def days_of(project, **which):
    return dict(project.plan_steps.filter(**which).values_list("name", "due_on"))


def test_open_steps_move_along_done_ones_stay_and_undoing_brings_them_back(cast, closing, told):
    project = cast.project
    done = project.plan_steps.filter(anchor="closing").first()
    actions.finish_step(step=done, by=cast.leader)
    before, others = days_of(project), days_of(project, anchor__in=["information", "mix"])
    moved(closing, cast.leader)
    after = days_of(project)
    opened = set(project.plan_steps.open().filter(anchor="closing").values_list("name", flat=True))
    assert len(opened) >= 4
    assert all(after[name] == before[name] + WEEK for name in opened)
    assert after[done.name] == before[done.name]
    assert days_of(project, anchor__in=["information", "mix"]) == others
    move = MeetingMove.objects.get()
    actions.undo_move(move=move, by=cast.leader)
    assert days_of(project) == before
    closing.refresh_from_db()
    assert closing.starts_at == move.starts_before
    assert told == [(move.pk, True), (move.pk, False)]


def test_without_an_interim_meeting_its_steps_lie_halfway_and_move_half_as_far(cast, closing):
    step = cast.project.plan_steps.filter(anchor="interim").last()
    before = step.due_on
    moved(closing, None, days=14)
    step.refresh_from_db()
    assert step.due_on == before + WEEK


def test_a_step_taken_up_again_comes_on_the_day_it_has_now(cast, closing):
    step = cast.project.plan_steps.filter(anchor="closing").first()
    due = step.due_on
    actions.finish_step(step=step, by=None)
    moved(closing, None)
    assert PlanStep.objects.get(pk=step.pk).due_on == due
    assert actions.reopen_step(step=step, by=None).due_on == due + WEEK


def test_a_date_that_is_known_wants_a_reason(cast, closing, told):
    actions.announce_meetings(project=cast.project, by=cast.leader)
    closing.refresh_from_db()
    was = closing.starts_at
    with pytest.raises(DomainError, match="al bekendgemaakt") as refusal:
        moved(closing, cast.leader)
    assert refusal.value.field == "reason"
    closing.refresh_from_db()
    assert (closing.starts_at, MeetingMove.objects.count(), told) == (was, 0, [])
    moved(closing, cast.leader, reason="Zaal dubbel verhuurd")
    move = MeetingMove.objects.get()
    assert (move.was_announced, move.reason, move.moved_by) == (True, "Zaal dubbel verhuurd", cast.leader)
    assert (move.starts_before, move.starts_after) == (was, was + WEEK)
    with pytest.raises(DomainError, match="al bekendgemaakt"):
        actions.announce_meetings(project=cast.project, by=None)


def test_what_is_not_a_move_leaves_no_trace_of_one(cast, closing, told):
    actions.announce_meetings(project=cast.project, by=None)
    closing.refresh_from_db()
    actions.change_meeting(meeting=closing, place="Zaal 2", by=None)
    past = cast.project.meetings.get(kind=Meeting.Kind.INFORMATION)
    actions.change_meeting(meeting=past, ends_at=past.ends_at + timedelta(minutes=20), by=None)
    assert (MeetingMove.objects.count(), told) == (0, [])


def test_undoing_is_for_the_newest_move_and_once(cast, closing):
    moved(closing, None)
    moved(Meeting.objects.get(pk=closing.pk), None)
    second, first = MeetingMove.objects.all()
    with pytest.raises(DomainError, match="daarna nog eens verzet"):
        actions.undo_move(move=first, by=None)
    actions.undo_move(move=second, by=None)
    with pytest.raises(DomainError, match="al teruggedraaid"):
        actions.undo_move(move=second, by=None)
    actions.undo_move(move=first, by=None)
    closing.refresh_from_db()
    assert closing.starts_at == first.starts_before


def test_nothing_goes_back_to_a_day_that_is_past(cast, closing, clock):
    moved(closing, None)
    clock.move_to(closing.starts_at + timedelta(hours=1))
    with pytest.raises(DomainError, match="oude datum is voorbij"):
        actions.undo_move(move=MeetingMove.objects.get(), by=None)


def test_calls_move_with_the_dates_of_the_project(cast):
    form_couple(project=cast.project, old=cast.willem, new=[cast.tesfay], by=cast.leader)
    make_due_check_ins(by=None, on=date(2027, 3, 30))
    actions.change_project(project=cast.project, early_call_after=21, by=cast.leader)
    assert set(CheckIn.objects.filter(kind="early").values_list("due_on", flat=True)) == {date(2027, 4, 2)}


def test_another_begin_moves_what_hangs_on_it(cast):
    early = {"name": "Sleutel halen", "phase": "preparation", "due_on": date(2027, 1, 14), "anchor": "start"}
    late = {"name": "Gemeente bellen", "phase": "closing", "due_on": date(2027, 6, 1), "anchor": "fixed"}
    step, fixed = (actions.add_step(project=cast.project, by=None, **facts) for facts in (early, late))
    actions.change_project(project=cast.project, starts_on=date(2027, 1, 11), by=None)
    step.refresh_from_db()
    fixed.refresh_from_db()
    assert (step.due_on, fixed.due_on) == (date(2027, 1, 21), date(2027, 6, 1))
