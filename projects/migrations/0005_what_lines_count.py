from django.db import migrations

# The lines of the programme's own budget, as the template has them since this version.
PER_MEETING, PER_AMBASSADOR, PER_PARTICIPANT = ("1a", "1b", "1d"), ("2b", "2c"), ("3a", "3b", "3c")


def fill(apps, schema_editor):
    """Lines that were made from the template count what the template now says; a changed name stays as it is."""
    line = apps.get_model("projects", "BudgetLine")
    for per, codes in (("meeting", PER_MEETING), ("ambassador", PER_AMBASSADOR), ("participant", PER_PARTICIPANT)):
        line.objects.filter(code__in=codes, per="once").update(per=per)


class Migration(migrations.Migration):
    dependencies = [("projects", "0004_money_and_report")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
