"""The seven districts of Amsterdam and the urban area Weesp, as they are since 24 March 2022."""

from django.db import migrations

DISTRICTS = ["Centrum", "West", "Nieuw-West", "Zuid", "Oost", "Noord", "Zuidoost"]


def add_districts(apps, schema_editor):
    District = apps.get_model("projects", "District")
    for name in DISTRICTS:
        District.objects.get_or_create(slug=name.lower(), defaults={"name": name})
    District.objects.get_or_create(slug="weesp", defaults={"name": "Weesp", "is_urban_area": True})


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_initial")]
    operations = [migrations.RunPython(add_districts, migrations.RunPython.noop)]
