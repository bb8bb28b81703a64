"""Possible doubles are found by the name as it is compared, the phone and the e-mail, each with an index."""

from typing import Any

import django.db.models.functions.text
from django.db import migrations, models

from participants.class_list.columns import folded

AT_ONCE = 500


def fold_names(apps: Any, schema_editor: Any) -> None:
    """Fill the column for who is on record; a row that is left out would be found all the same, only slower."""
    people = apps.get_model("participants", "Person").objects.using(schema_editor.connection.alias)
    numbers = list(people.filter(forgotten_on=None, name_folded="").order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(numbers), AT_ONCE):
        rows = list(people.filter(pk__in=numbers[first : first + AT_ONCE]).only("pk", "name"))
        for row in rows:
            row.name_folded = folded(row.name)[:200]
        people.bulk_update(rows, ["name_folded"])


class Migration(migrations.Migration):
    dependencies = [("participants", "0013_forgetting")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="name_folded",
            field=models.CharField(
                blank=True, db_default="", editable=False, max_length=200, verbose_name="naam om te vergelijken"
            ),
        ),
        migrations.AddIndex(
            model_name="person", index=models.Index(fields=["name_folded"], name="participants_person_folded")
        ),
        migrations.AddIndex(
            model_name="person", index=models.Index(fields=["phone"], name="participants_person_phone")
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                django.db.models.functions.text.Lower(django.db.models.functions.text.Trim("email")),
                name="participants_person_email",
            ),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
    ]
