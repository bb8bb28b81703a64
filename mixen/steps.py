"""What a migration may do while the release before it still runs (ADR 0031), looked at operation by operation.

During an update the new tables are there first, and for some minutes the code of before works on them. So a release
only adds; what it stopped using goes with the next one; and nothing may hold a table of people for long.
"""

from collections.abc import Iterator, Sequence

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import models
from django.db.migrations import operations
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.models.fields import NOT_PROVIDED

RULE = "docs/adr/0031-run-for-real.md"
# What takes something away, or gives it another name, that the release before still asks for.
TAKES_AWAY = (operations.RemoveField, operations.DeleteModel, operations.RenameField, operations.RenameModel)
OTHER_TABLE = (operations.AlterModelTable,)


def faults(migration: Migration, excuse: str = "") -> list[str]:
    """What in ``migration`` the release before it could not live with; nothing where ``excuse`` says why that is well.

    Operations on tables that the same migration makes are free: nobody uses those yet.
    """
    if excuse:
        return []
    new = {operation.name_lower for operation in migration.operations if isinstance(operation, operations.CreateModel)}
    return [
        f"{migration.app_label}.{migration.name}: {fault} (see {RULE})"
        for operation in flat(migration.operations)
        if (getattr(operation, "model_name_lower", None) or getattr(operation, "name_lower", "")) not in new
        for fault in _faults_of(operation)
    ]


def flat(found: Sequence[Operation]) -> Iterator[Operation]:
    """Every operation, those that change the database only or the state only apart: the first kind counts."""
    for operation in found:
        if isinstance(operation, operations.SeparateDatabaseAndState):
            yield from flat(operation.database_operations)
        else:
            yield operation


def _faults_of(operation: Operation) -> Iterator[str]:
    name = operation.describe()
    if isinstance(operation, TAKES_AWAY):
        yield f"{name}: the release before still asks for it; stop using it now, take it away in the next release"
    elif isinstance(operation, OTHER_TABLE):
        yield f"{name}: the release before knows the old name"
    elif isinstance(operation, operations.AddField):
        yield from _faults_of_new_field(name, operation.field)
    elif isinstance(operation, operations.AlterField):
        if not operation.field.null and operation.field.db_default is NOT_PROVIDED:
            yield f"{name}: say in EXCUSED that it only widens, or that every row and the release before fill it"
    elif isinstance(operation, operations.AddConstraint):
        yield f"{name}: the release before may still write what it forbids; say in EXCUSED why it does not"
    elif isinstance(operation, operations.AddIndex) and not isinstance(operation, AddIndexConcurrently):
        yield f"{name}: it holds the table while it is made; say in EXCUSED that the table is small"
    elif isinstance(operation, operations.RunSQL):
        yield f"{name}: nobody can see what that does; say it in EXCUSED"


def _faults_of_new_field(name: str, field: "models.Field[object, object]") -> Iterator[str]:
    """A row that the release before adds gets no value for a column it does not know."""
    if field.many_to_many or field.null or field.db_default is not NOT_PROVIDED:
        return
    yield f"{name}: the release before fills nothing in; let it be null, or give it a db_default"
