"""Somebody can be spoken to without more to tell; the first call is no longer always after two weeks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0003_three_months_together"),
    ]

    operations = [
        migrations.AlterField(
            model_name="checkin",
            name="kind",
            field=models.CharField(
                choices=[("early", "in het begin"), ("halfway", "halverwege")], max_length=10, verbose_name="wanneer"
            ),
        ),
        migrations.AlterField(
            model_name="checkin",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("open", "nog bellen"),
                    ("no_answer", "geen gehoor"),
                    ("answered", "gesproken"),
                    ("well", "gaat goed"),
                    ("help", "vraagt om hulp"),
                    ("stopped", "stopt"),
                ],
                default="open",
                max_length=10,
                verbose_name="uitkomst",
            ),
        ),
        migrations.AlterField(
            model_name="historicalcheckin",
            name="kind",
            field=models.CharField(
                choices=[("early", "in het begin"), ("halfway", "halverwege")], max_length=10, verbose_name="wanneer"
            ),
        ),
        migrations.AlterField(
            model_name="historicalcheckin",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("open", "nog bellen"),
                    ("no_answer", "geen gehoor"),
                    ("answered", "gesproken"),
                    ("well", "gaat goed"),
                    ("help", "vraagt om hulp"),
                    ("stopped", "stopt"),
                ],
                default="open",
                max_length=10,
                verbose_name="uitkomst",
            ),
        ),
    ]
