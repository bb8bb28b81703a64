"""The steps of a plan, the checklists, and a plan that becomes a template."""

from datetime import date, timedelta

import pytest

from mixen.errors import DomainError
from projects import actions
from projects.models import Meeting, MeetingTask, PlanStep, PlanTemplate

DUE = date(2027, 6, 2)  # ten days before the closing meeting
STEP = {"name": "Taart bestellen", "phase": "closing", "due_on": DUE, "anchor": "closing"}


def added(project, **changes):
    return actions.add_step(project=project, by=None, **{**STEP, **changes})


def test_a_step_keeps_its_distance_to_what_it_hangs_on(cast):
    step = added(cast.project, owner=cast.ambassador, note="Bij bakker Oost")
    assert (step.offset_days, step.who) == (-10, cast.ambassador.name)
    changed = actions.change_step(step=step, due_on=DUE + timedelta(days=3), owner=None, by=None)
    assert (changed.offset_days, changed.who) == (-7, "coördinator")
    assert actions.change_step(step=step, anchor="fixed", by=None).offset_days == 0


@pytest.mark.parametrize(
    ("changes", "told", "field"),
    [
        ({"name": "taart BESTELLEN"}, "staat al in het plan", "name"),
        ({"name": "Nieuw", "anchor": "interim", "due_on": date(2029, 1, 1)}, "dichter bij", "due_on"),
        ({"name": "Nieuw", "due_on": date(2026, 12, 1)}, "na het begin", "due_on"),
    ],
)
def test_a_step_that_cannot_be(cast, changes, told, field):
    added(cast.project)
    before = cast.project.plan_steps.count()
    with pytest.raises(DomainError, match=told) as refusal:
        added(cast.project, **changes)
    assert (refusal.value.field, cast.project.plan_steps.count()) == (field, before)


def test_a_step_can_hang_only_on_a_meeting_that_is_planned(cast):
    cast.project.meetings.filter(kind="closing").delete()
    with pytest.raises(DomainError, match="nog niet in de planning") as refusal:
        added(cast.project)
    assert refusal.value.field == "anchor"


def test_only_an_open_step_is_taken_out(cast):
    step, other = cast.project.plan_steps.all()[:2]
    actions.finish_step(step=step, by=None)
    with pytest.raises(DomainError, match="al gedaan"):
        actions.remove_step(step=step, by=None)
    actions.remove_step(step=other, by=None)
    actions.remove_step(step=other, by=None)  # pressed twice
    assert not PlanStep.objects.filter(pk=other.pk).exists()
    assert PlanStep.objects.filter(pk=step.pk).exists()


def test_a_plan_that_is_kept_starts_another_project(cast):
    project = cast.project
    added(project, note="Alleen hier", owner=cast.ambassador)
    added(project, name="Vaste dag", anchor="fixed", due_on=project.starts_on + timedelta(days=5))
    template = actions.keep_plan(project=project, name="Zo ging het in West", by=cast.coordinator)
    assert (template.source, template.made_by) == (project, cast.coordinator)
    with pytest.raises(DomainError, match="al een sjabloon"):
        actions.keep_plan(project=project, name="zo ging het in west", by=None)
    year = timedelta(days=364)
    meetings = {Meeting.Kind(one.kind): (one.starts_at + year, one.ends_at + year) for one in project.meetings.all()}
    later = actions.start_project(
        name="Later",
        district=project.district,
        starts_on=project.starts_on + year,
        ends_on=project.ends_on + year,
        meetings=meetings,
        template=template,
        by=None,
    )
    assert later.plan_steps.count() == project.plan_steps.count()
    ours, theirs = (dict(one.plan_steps.values_list("name", "due_on")) for one in (project, later))
    assert {name: day - year for name, day in theirs.items()} == ours
    cake = later.plan_steps.get(name="Taart bestellen")
    assert (cake.note, cake.owner, cake.is_done) == ("", None, False)


def test_an_empty_plan_is_not_kept(cast):
    cast.project.plan_steps.all().delete()
    with pytest.raises(DomainError, match="leeg"):
        actions.keep_plan(project=cast.project, name="Leeg", by=None)
    assert not PlanTemplate.objects.exists()


def test_every_kind_of_meeting_has_a_checklist_of_its_own(cast):
    names = {one.kind: set(one.tasks.values_list("name", flat=True)) for one in cast.project.meetings.all()}
    assert all(len(lines) >= 6 for lines in names.values())
    assert any("Certificaten" in name for name in names["closing"])
    assert any("Muziek" in name for name in names["mix"])
    interim = actions.plan_meeting(
        project=cast.project,
        kind="interim",
        starts_at=cast.project.meetings.get(kind="mix").starts_at + timedelta(days=30),
        ends_at=cast.project.meetings.get(kind="mix").ends_at + timedelta(days=30),
        by=None,
    )
    assert interim.tasks.count() == 4


def test_who_ticked_first_stays_named(cast):
    task = cast.project.meetings.get(kind="mix").tasks.first()
    actions.tick_task(task=task, by=cast.ambassador)
    ticked = actions.tick_task(task=task, by=cast.colleague)
    assert (ticked.done_by, ticked.is_done) == (cast.ambassador, True)
    cleared = actions.untick_task(task=task, by=cast.colleague)
    assert (cleared.done_by, cleared.done_at) == (None, None)


def test_a_line_is_added_once_at_the_end_and_taken_off(cast):
    meeting = cast.project.meetings.get(kind="mix")
    task = actions.add_task(meeting=meeting, name="Beamer lenen", by=None)
    assert list(meeting.tasks.all())[-1] == task
    with pytest.raises(DomainError, match="al op de checklist"):
        actions.add_task(meeting=meeting, name="beamer LENEN", by=None)
    actions.remove_task(task=task, by=None)
    assert not MeetingTask.objects.filter(name="Beamer lenen").exists()
