"""The tables as they are after 0004_strips_and_visits, for a new database; one that has the earlier steps goes on from those."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import mixen.fields
from mixen.migrating import TablesAtOnce


class Migration(migrations.Migration):
    replaces = [
        ("excursions", "0001_initial"),
        ("excursions", "0002_places_and_booklets"),
        ("excursions", "0003_excursions_in_full"),
        ("excursions", "0004_strips_and_visits"),
    ]

    initial = True

    dependencies = [
        ("matching", "0001_squashed_0005_care_pauses_and_stopped"),
        ("participants", "0001_squashed_0012_partners_and_team"),
        ("projects", "0001_squashed_0012_knowledge_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            [
                migrations.CreateModel(
                    name="Booklet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="druk")),
                        ("foreword", models.TextField(blank=True, verbose_name="voorwoord")),
                        ("printed_on", models.DateField(blank=True, null=True, verbose_name="gedrukt op")),
                        (
                            "with_codes",
                            models.BooleanField(
                                default=False,
                                help_text="De code opent het adres op een kaart.",
                                verbose_name="QR-code bij elke strip",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="booklets",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "strippenboekje",
                        "verbose_name_plural": "strippenboekjes",
                        "ordering": ["project", "-edition"],
                    },
                ),
                migrations.CreateModel(
                    name="BookletEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="strip")),
                        (
                            "booklet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="excursions.booklet",
                                verbose_name="strippenboekje",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "strip",
                        "verbose_name_plural": "strippen",
                        "ordering": ["booklet", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Excursion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        ("starts_at", models.DateTimeField(verbose_name="vertrek")),
                        ("meeting_point", models.CharField(max_length=200, verbose_name="verzamelen bij")),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2),
                                    django.core.validators.MaxValueValidator(200),
                                ],
                                verbose_name="aantal plaatsen",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                verbose_name="prijs per persoon",
                            ),
                        ),
                        (
                            "stadspas_price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                verbose_name="prijs met Stadspas",
                            ),
                        ),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="gaat niet door sinds"),
                        ),
                        (
                            "cancelled_because",
                            models.CharField(blank=True, max_length=300, verbose_name="gaat niet door, omdat"),
                        ),
                        (
                            "booking",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="excursion",
                                to="projects.expense",
                                verbose_name="kosten geboekt als",
                            ),
                        ),
                        (
                            "guides",
                            models.ManyToManyField(
                                blank=True,
                                related_name="excursions_guided",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="begeleiders",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="excursions",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "excursie",
                        "verbose_name_plural": "excursies",
                        "ordering": ["starts_at"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBooklet",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="druk")),
                        ("foreword", models.TextField(blank=True, verbose_name="voorwoord")),
                        ("printed_on", models.DateField(blank=True, null=True, verbose_name="gedrukt op")),
                        (
                            "with_codes",
                            models.BooleanField(
                                default=False,
                                help_text="De code opent het adres op een kaart.",
                                verbose_name="QR-code bij elke strip",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical strippenboekje",
                        "verbose_name_plural": "historical strippenboekjes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalExcursion",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        ("starts_at", models.DateTimeField(verbose_name="vertrek")),
                        ("meeting_point", models.CharField(max_length=200, verbose_name="verzamelen bij")),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2),
                                    django.core.validators.MaxValueValidator(200),
                                ],
                                verbose_name="aantal plaatsen",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                verbose_name="prijs per persoon",
                            ),
                        ),
                        (
                            "stadspas_price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                verbose_name="prijs met Stadspas",
                            ),
                        ),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="gaat niet door sinds"),
                        ),
                        (
                            "cancelled_because",
                            models.CharField(blank=True, max_length=300, verbose_name="gaat niet door, omdat"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "booking",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.expense",
                                verbose_name="kosten geboekt als",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical excursie",
                        "verbose_name_plural": "historical excursies",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalExcursion_guides",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "excursion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="excursions.excursion",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="excursions.historicalexcursion",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalExcursion_guides",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlace",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("home", "Rond eigen huis en haard"),
                                    ("neighbourhood", "Op stap in eigen buurt"),
                                    ("culture", "Kunst en cultuur"),
                                ],
                                max_length=20,
                                verbose_name="deel",
                            ),
                        ),
                        ("what", models.TextField(blank=True, verbose_name="wat doe je daar")),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="adres")),
                        ("opening", models.CharField(blank=True, max_length=200, verbose_name="wanneer open")),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="prijs",
                            ),
                        ),
                        (
                            "stadspas_price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="prijs met Stadspas",
                            ),
                        ),
                        (
                            "discount",
                            models.CharField(blank=True, max_length=200, verbose_name="korting voor deelnemers"),
                        ),
                        (
                            "discount_until",
                            models.DateField(blank=True, null=True, verbose_name="korting geldt tot en met"),
                        ),
                        (
                            "spoken",
                            models.CharField(blank=True, max_length=100, verbose_name="talen die ze er spreken"),
                        ),
                        ("step_free", models.BooleanField(default=False, verbose_name="zonder drempels")),
                        ("for_children", models.BooleanField(default=False, verbose_name="leuk met kinderen")),
                        ("by_appointment", models.BooleanField(default=False, verbose_name="op afspraak")),
                        ("picture", models.TextField(blank=True, max_length=100, verbose_name="foto")),
                        (
                            "picture_alt",
                            models.CharField(blank=True, max_length=200, verbose_name="wat is er te zien"),
                        ),
                        (
                            "picture_rights",
                            models.CharField(blank=True, max_length=200, verbose_name="van wie is de foto"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.contactperson",
                                verbose_name="contactpersoon",
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical plek",
                        "verbose_name_plural": "historical plekken",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSignup",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("going", "gaat mee"), ("waiting", "wachtlijst"), ("cancelled", "afgezegd")],
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("attended", models.BooleanField(blank=True, null=True, verbose_name="ging mee")),
                        (
                            "paid",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="betaald"
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "couple",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.couple",
                                verbose_name="samen als koppel",
                            ),
                        ),
                        (
                            "excursion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="excursions.excursion",
                                verbose_name="excursie",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical inschrijving",
                        "verbose_name_plural": "historical inschrijvingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalStripUse",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("used_on", models.DateField(verbose_name="gebruikt op")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "couple",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.couple",
                                verbose_name="koppel",
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="excursions.bookletentry",
                                verbose_name="strip",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "outing",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.outing",
                                verbose_name="ontmoeting",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="verteld door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gebruikte strip",
                        "verbose_name_plural": "historical gebruikte strippen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("home", "Rond eigen huis en haard"),
                                    ("neighbourhood", "Op stap in eigen buurt"),
                                    ("culture", "Kunst en cultuur"),
                                ],
                                max_length=20,
                                verbose_name="deel",
                            ),
                        ),
                        ("what", models.TextField(blank=True, verbose_name="wat doe je daar")),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="adres")),
                        ("opening", models.CharField(blank=True, max_length=200, verbose_name="wanneer open")),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="prijs",
                            ),
                        ),
                        (
                            "stadspas_price",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.00"),
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="prijs met Stadspas",
                            ),
                        ),
                        (
                            "discount",
                            models.CharField(blank=True, max_length=200, verbose_name="korting voor deelnemers"),
                        ),
                        (
                            "discount_until",
                            models.DateField(blank=True, null=True, verbose_name="korting geldt tot en met"),
                        ),
                        (
                            "spoken",
                            models.CharField(blank=True, max_length=100, verbose_name="talen die ze er spreken"),
                        ),
                        ("step_free", models.BooleanField(default=False, verbose_name="zonder drempels")),
                        ("for_children", models.BooleanField(default=False, verbose_name="leuk met kinderen")),
                        ("by_appointment", models.BooleanField(default=False, verbose_name="op afspraak")),
                        ("picture", models.ImageField(blank=True, upload_to="places/", verbose_name="foto")),
                        (
                            "picture_alt",
                            models.CharField(blank=True, max_length=200, verbose_name="wat is er te zien"),
                        ),
                        (
                            "picture_rights",
                            models.CharField(blank=True, max_length=200, verbose_name="van wie is de foto"),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="places",
                                to="projects.contactperson",
                                verbose_name="contactpersoon",
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="places",
                                to="projects.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="places",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plek",
                        "verbose_name_plural": "plekken",
                        "ordering": ["section", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalVisit",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("wished", models.CharField(blank=True, max_length=300, verbose_name="wanneer kunnen ze")),
                        (
                            "asked_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="gevraagd op"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "gevraagd"),
                                    ("arranged", "geregeld"),
                                    ("told", "iedereen weet het"),
                                    ("done", "geweest"),
                                    ("off", "gaat niet door"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="wanneer")),
                        (
                            "meeting_point",
                            models.CharField(blank=True, max_length=200, verbose_name="waar verzamelen"),
                        ),
                        ("arranged_on", models.DateField(blank=True, null=True, verbose_name="geregeld op")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="waarom niet")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="gevraagd door",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="excursions.place",
                                verbose_name="plek",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical bezoek op afspraak",
                        "verbose_name_plural": "historical bezoeken op afspraak",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="historicalexcursion",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="excursions.place",
                        verbose_name="plek",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalBookletEntry",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="strip")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "booklet",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="excursions.booklet",
                                verbose_name="strippenboekje",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="excursions.place",
                                verbose_name="plek",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical strip",
                        "verbose_name_plural": "historical strippen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="excursion",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="excursions",
                        to="excursions.place",
                        verbose_name="plek",
                    ),
                ),
                migrations.AddField(
                    model_name="bookletentry",
                    name="place",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="booklet_entries",
                        to="excursions.place",
                        verbose_name="plek",
                    ),
                ),
                migrations.CreateModel(
                    name="Signup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("going", "gaat mee"), ("waiting", "wachtlijst"), ("cancelled", "afgezegd")],
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("attended", models.BooleanField(blank=True, null=True, verbose_name="ging mee")),
                        (
                            "paid",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="betaald"
                            ),
                        ),
                        (
                            "couple",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="excursion_signups",
                                to="matching.couple",
                                verbose_name="samen als koppel",
                            ),
                        ),
                        (
                            "excursion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signups",
                                to="excursions.excursion",
                                verbose_name="excursie",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="excursion_signups",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inschrijving",
                        "verbose_name_plural": "inschrijvingen",
                        "ordering": ["excursion", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="StripUse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("used_on", models.DateField(verbose_name="gebruikt op")),
                        (
                            "couple",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="strip_uses",
                                to="matching.couple",
                                verbose_name="koppel",
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="excursions.bookletentry",
                                verbose_name="strip",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "outing",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="strip_uses",
                                to="matching.outing",
                                verbose_name="ontmoeting",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="verteld door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gebruikte strip",
                        "verbose_name_plural": "gebruikte strippen",
                        "ordering": ["used_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("wished", models.CharField(blank=True, max_length=300, verbose_name="wanneer kunnen ze")),
                        (
                            "asked_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="gevraagd op"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "gevraagd"),
                                    ("arranged", "geregeld"),
                                    ("told", "iedereen weet het"),
                                    ("done", "geweest"),
                                    ("off", "gaat niet door"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="wanneer")),
                        (
                            "meeting_point",
                            models.CharField(blank=True, max_length=200, verbose_name="waar verzamelen"),
                        ),
                        ("arranged_on", models.DateField(blank=True, null=True, verbose_name="geregeld op")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="waarom niet")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "couples",
                            models.ManyToManyField(
                                related_name="visits", to="matching.couple", verbose_name="koppels"
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="excursions.place",
                                verbose_name="plek",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="visits",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="gevraagd door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bezoek op afspraak",
                        "verbose_name_plural": "bezoeken op afspraak",
                        "ordering": ["starts_at", "asked_on", "pk"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="booklet",
                    constraint=models.UniqueConstraint(
                        fields=("project", "edition"),
                        name="excursions_booklet_edition_once",
                        violation_error_message="Deze druk bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.UniqueConstraint(
                        fields=("name", "section"),
                        name="excursions_place_once_per_section",
                        violation_error_message="Deze plek staat al in dit deel.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("price__gte", 0), ("stadspas_price__gte", 0)),
                        name="excursions_place_price_not_negative",
                        violation_error_message="Een prijs kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("picture", ""),
                            models.Q(
                                models.Q(("picture_alt", ""), _negated=True),
                                models.Q(("picture_rights", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="excursions_place_picture_is_told",
                        violation_error_message="Schrijf bij een foto wat er te zien is, en van wie die is.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("discount_until__isnull", True),
                            models.Q(("discount", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="excursions_place_until_has_discount",
                        violation_error_message="Bij een einddatum hoort een korting.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="excursion",
                    constraint=models.UniqueConstraint(
                        fields=("project", "name", "starts_at"),
                        name="excursions_excursion_once",
                        violation_error_message="Deze excursie staat er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="excursion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("capacity__gte", 2)),
                        name="excursions_excursion_has_room",
                        violation_error_message="Een excursie heeft ten minste twee plaatsen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="excursion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("price__gte", 0), ("stadspas_price__gte", 0)),
                        name="excursions_excursion_price_not_negative",
                        violation_error_message="Een prijs kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="excursion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancelled_at__isnull", True), ("cancelled_because", "")),
                            models.Q(
                                ("cancelled_at__isnull", False), models.Q(("cancelled_because", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="excursions_excursion_cancelled_because",
                        violation_error_message="Schrijf op waarom de excursie niet doorgaat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bookletentry",
                    constraint=models.UniqueConstraint(
                        fields=("booklet", "place"),
                        name="excursions_entry_place_once",
                        violation_error_message="Deze plek staat al in het strippenboekje.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bookletentry",
                    constraint=models.UniqueConstraint(
                        fields=("booklet", "number"),
                        name="excursions_entry_number_once",
                        violation_error_message="Dit nummer is al gebruikt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signup",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "cancelled"), _negated=True),
                        fields=("excursion", "participant"),
                        name="excursions_signup_once",
                        violation_error_message="Deze deelnemer staat al op de lijst.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("attended__isnull", True), ("state", "going"), _connector="OR"),
                        name="excursions_signup_only_going_attends",
                        violation_error_message="Alleen wie een plaats had, kan zijn meegegaan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("paid__isnull", True), ("paid__gte", 0), _connector="OR"),
                        name="excursions_signup_paid_not_negative",
                        violation_error_message="Een prijs kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stripuse",
                    constraint=models.UniqueConstraint(
                        fields=("entry", "couple"),
                        name="excursions_stripuse_once",
                        violation_error_message="Deze strip is al gebruikt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="visit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "off"]),
                            models.Q(("arranged_on__isnull", False), ("starts_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="excursions_visit_arranged_has_date",
                        violation_error_message="Een geregeld bezoek heeft een dag en een tijd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="visit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "off"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="excursions_visit_off_with_reason",
                        violation_error_message="Schrijf op waarom het bezoek niet doorgaat.",
                    ),
                ),
            ]
        ),
    ]
