"""A migration is one that the release before it can live with (ADR 0031); each of its rules can be broken."""

from typing import Any

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.models import Q

from mixen.steps import faults

# The newest steps on the day the rule was made. They, and all before them, were run before anybody used the site.
BEFORE_THE_RULE = {
    "accounts": "0001", "projects": "0012", "participants": "0012", "matching": "0005", "excursions": "0004",
    "mixen": "0000",
}  # fmt: skip
# Steps that break a rule and may, with why the release before can live with it.
EXCUSED = {
    "accounts.0002_access_and_trail": "made beside the rule, before any release ran for real",
    "accounts.0004_access_in_the_admin": "only widens: kinds of mail that the release before never makes nor reads",
    "projects.0013_who_handles_concerns": "made beside the rule, before any release ran for real",
    "accounts.0003_erased_accounts": "only widens: a kind of mail more, which the release before never makes",
    "participants.0013_forgetting": "made beside the rule, before any release ran for real",
    "participants.0014_people_found_by_name": "an index on ten thousand persons is made in a tenth of a second",
}


def newer() -> list[Any]:
    """Every step of ours since the rule."""
    found = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [
        step
        for (app, name), step in sorted(found.items())
        if app in BEFORE_THE_RULE and "squashed" not in name and name[:4] > BEFORE_THE_RULE[app]
    ]


def test_every_step_since_the_rule_keeps_to_it() -> None:
    found = [fault for step in newer() for fault in faults(step, EXCUSED.get(f"{step.app_label}.{step.name}", ""))]
    assert found == []


def test_there_are_steps_to_look_at_and_no_excuse_is_left_over() -> None:
    names = {f"{step.app_label}.{step.name}" for step in newer()}
    assert "mixen.0001_heartbeat" in names
    assert set(EXCUSED) <= names
    assert all(len(reason) > 20 for reason in EXCUSED.values())


def step(*found: Any) -> Any:
    made = migrations.Migration("0099_test", "projects")
    made.operations = list(found)
    return made


TEXT, NULL = models.CharField(max_length=9), models.CharField(max_length=9, null=True)
HELD = models.CheckConstraint(condition=Q(x=1), name="projects_thing_x")
INDEX = models.Index(fields=["x"], name="projects_thing_x")
MADE = migrations.CreateModel("Thing", [("id", models.BigAutoField(primary_key=True))])


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (migrations.RemoveField("thing", "x"), "take it away in the next release"),
        (migrations.DeleteModel("Thing"), "take it away in the next release"),
        (migrations.RenameField("thing", "x", "y"), "take it away in the next release"),
        (migrations.RenameModel("Thing", "Other"), "take it away in the next release"),
        (migrations.AlterModelTable("thing", "other"), "knows the old name"),
        (migrations.AddField("thing", "x", TEXT), "be null, or give it a db_default"),
        (
            migrations.AddField("thing", "x", models.CharField(max_length=9, default="")),
            "be null, or give it a db_default",
        ),
        (migrations.AlterField("thing", "x", TEXT), "only widens"),
        (migrations.AddConstraint("thing", HELD), "may still write what it forbids"),
        (migrations.AddIndex("thing", INDEX), "holds the table"),
        (migrations.RunSQL("DROP TABLE x"), "nobody can see"),
        (
            migrations.SeparateDatabaseAndState(database_operations=[migrations.RemoveField("thing", "x")]),
            "next release",
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_what_the_release_before_could_not_live_with_is_seen(operation: Any, said: str) -> None:
    (fault,) = faults(step(operation))
    assert said in fault
    assert fault.startswith("projects.0099_test: ")
    assert faults(step(operation), "because nobody uses it yet") == []


@pytest.mark.parametrize(
    "operation",
    [
        MADE,
        migrations.AddField("thing", "x", NULL),
        migrations.AddField("thing", "x", models.CharField(max_length=9, db_default="")),
        migrations.AddField("thing", "x", models.ManyToManyField("projects.Project")),
        migrations.RemoveConstraint("thing", "projects_thing_x"),
        migrations.AlterField("thing", "x", NULL),
        migrations.RunPython(migrations.RunPython.noop),
        migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("thing", "x")]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_it_can_live_with_passes(operation: Any) -> None:
    assert faults(step(operation)) == []


def test_a_table_that_the_step_makes_itself_is_free() -> None:
    assert faults(step(MADE, migrations.AddConstraint("thing", HELD), migrations.AddIndex("thing", INDEX))) == []
    assert faults(step(MADE, migrations.AddConstraint("other", HELD)))
