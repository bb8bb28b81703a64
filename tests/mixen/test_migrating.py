"""Tables made all at once: each in its final shape, whatever the order, and gone again backwards."""

import pytest
from django.db import connection, models
from django.db.migrations.operations import AddConstraint, AddField, CreateModel
from django.db.migrations.state import ProjectState

from mixen.migrating import TablesAtOnce

TABLES = {"projects_boat", "projects_harbour"}


def made_together() -> TablesAtOnce:
    """A boat points at a harbour that comes after it; a column and a rule follow in operations of their own."""
    return TablesAtOnce(
        [
            CreateModel(
                "Boat",
                [
                    ("id", models.AutoField(primary_key=True)),
                    ("harbour", models.ForeignKey("projects.Harbour", models.CASCADE)),
                ],
            ),
            CreateModel("Harbour", [("id", models.AutoField(primary_key=True))]),
            AddField("harbour", "berths", models.IntegerField(default=1)),
            AddConstraint("harbour", models.CheckConstraint(condition=models.Q(berths__gt=0), name="harbour_berths")),
        ]
    )


@pytest.mark.django_db(transaction=True)
def test_every_table_has_its_final_shape_and_goes_again() -> None:
    before, after, operation = ProjectState(), ProjectState(), made_together()
    operation.state_forwards("projects", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("projects", editor, before, after)
    with connection.cursor() as cursor:
        assert set(connection.introspection.table_names(cursor)) >= TABLES
        columns = connection.introspection.get_table_description(cursor, "projects_harbour")
        assert {column.name for column in columns} == {"id", "berths"}
        assert "harbour_berths" in connection.introspection.get_constraints(cursor, "projects_harbour")
    with connection.schema_editor() as editor:
        operation.database_backwards("projects", editor, after, before)
    with connection.cursor() as cursor:
        assert not TABLES & set(connection.introspection.table_names(cursor))
