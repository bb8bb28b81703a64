"""Steps of the projects there are hang from now on on the meeting of their phase, at the distance they have."""

from datetime import date
from zoneinfo import ZoneInfo

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KINDS = {
    "preparation": "information",
    "recruitment": "information",
    "mixing": "mix",
    "together": "interim",
    "closing": "closing",
}
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def hang_steps(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A step whose meeting is not planned keeps the day it has."""
    step_model, meeting_model = apps.get_model("projects", "PlanStep"), apps.get_model("projects", "Meeting")
    days: dict[tuple[int, str], date] = {}
    for meeting in meeting_model.objects.order_by("starts_at"):
        day = meeting.starts_at.astimezone(AMSTERDAM).date()
        days.setdefault((meeting.project_id, meeting.kind), day)
    for step in step_model.objects.filter(anchor="fixed"):
        day = days.get((step.project_id, KINDS.get(step.phase, "")))
        if day is not None and abs((step.due_on - day).days) <= 400:
            step.anchor, step.offset_days = KINDS[step.phase], (step.due_on - day).days
            step.save(update_fields=["anchor", "offset_days"])


class Migration(migrations.Migration):
    dependencies = [("projects", "0007_starting_and_moving")]

    operations = [migrations.RunPython(hang_steps, migrations.RunPython.noop)]
