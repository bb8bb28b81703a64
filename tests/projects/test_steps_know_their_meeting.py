"""The migration that hangs the steps of older projects on their meetings."""

from importlib import import_module

from django.apps import apps

from projects.models import PlanStep

hang_steps = import_module("projects.migrations.0008_steps_know_their_meeting").hang_steps


def test_older_steps_get_the_meeting_of_their_phase_and_keep_their_day(cast):
    before = dict(PlanStep.objects.values_list("pk", "due_on"))
    PlanStep.objects.update(anchor="fixed", offset_days=0)
    cast.foreign.meetings.filter(kind="closing").delete()
    hang_steps(apps, None)
    assert dict(PlanStep.objects.values_list("pk", "due_on")) == before
    days = {meeting.kind: meeting.day for meeting in cast.project.meetings.all()}
    for step in cast.project.plan_steps.exclude(phase="together"):
        assert (step.due_on - days[step.anchor]).days == step.offset_days
    assert set(cast.project.plan_steps.filter(phase="together").values_list("anchor", flat=True)) == {"fixed"}
    assert set(cast.foreign.plan_steps.filter(phase="closing").values_list("anchor", flat=True)) == {"fixed"}
