"""The tables as they are after 0012_knowledge_texts, for a new database; one that has the earlier steps goes on from those."""

from decimal import Decimal
from importlib import import_module

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import localflavor.generic.models
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import mixen.dayparts
import mixen.fields
import mixen.signed_links
import projects.models.payment
from mixen.migrating import TablesAtOnce

districts = import_module("projects.migrations.0002_districts")
knowledge = import_module("projects.migrations.0012_knowledge_texts")


class Migration(migrations.Migration):
    replaces = [
        ("projects", "0001_initial"),
        ("projects", "0002_districts"),
        ("projects", "0003_closing_a_meeting"),
        ("projects", "0004_money_and_report"),
        ("projects", "0005_what_lines_count"),
        ("projects", "0006_three_months_together"),
        ("projects", "0007_starting_and_moving"),
        ("projects", "0008_steps_know_their_meeting"),
        ("projects", "0009_guests_files_and_move_notices"),
        ("projects", "0010_partners_and_team"),
        ("projects", "0011_knowledge_and_publicity"),
        ("projects", "0012_knowledge_texts"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            [
                migrations.CreateModel(
                    name="BudgetGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        (
                            "agreed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=9,
                                null=True,
                                verbose_name="afgesproken met het stadsdeel",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "begrotingsgroep",
                        "verbose_name_plural": "begrotingsgroepen",
                        "ordering": ["project", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="District",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=60, unique=True, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=60, unique=True, verbose_name="adres op het web")),
                        ("is_urban_area", models.BooleanField(default=False, verbose_name="stadsgebied")),
                    ],
                    options={
                        "verbose_name": "stadsdeel",
                        "verbose_name_plural": "stadsdelen",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="KnowledgePage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op het web")),
                        (
                            "chapter",
                            models.CharField(
                                choices=[
                                    ("1-beginning", "Een project beginnen"),
                                    ("2-recruiting", "Mensen vinden"),
                                    ("3-meetings", "Bijeenkomsten"),
                                    ("4-guiding", "Koppels begeleiden"),
                                    ("5-team", "Het team"),
                                    ("6-accounts", "Geld, privacy en verantwoording"),
                                ],
                                max_length=20,
                                verbose_name="hoofdstuk",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=100, verbose_name="plaats in het hoofdstuk"),
                        ),
                        (
                            "title",
                            models.CharField(
                                max_length=120,
                                unique=True,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="titel",
                            ),
                        ),
                        (
                            "lead",
                            models.CharField(
                                max_length=250,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="waar gaat het over, in één zin",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="tekst")),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="veranderd op"),
                        ),
                        ("folded", models.TextField(blank=True, editable=False, verbose_name="om in te zoeken")),
                    ],
                    options={
                        "verbose_name": "bladzijde van het kenniscentrum",
                        "verbose_name_plural": "bladzijden van het kenniscentrum",
                        "ordering": ["chapter", "position", "title"],
                    },
                ),
                migrations.CreateModel(
                    name="PayingAccount",
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
                                max_length=70,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="op naam van",
                            ),
                        ),
                        (
                            "iban",
                            localflavor.generic.models.IBANField(
                                include_countries=None,
                                max_length=34,
                                use_nordea_extensions=False,
                                verbose_name="rekeningnummer (IBAN)",
                            ),
                        ),
                        (
                            "bic",
                            localflavor.generic.models.BICField(
                                blank=True,
                                help_text="Mag leeg bij een Nederlandse rekening.",
                                max_length=11,
                                verbose_name="BIC",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rekening waarvan we betalen",
                        "verbose_name_plural": "rekeningen waarvan we betalen",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=5, verbose_name="code")),
                        ("name", models.CharField(max_length=200, verbose_name="omschrijving")),
                        ("quantity", models.PositiveIntegerField(verbose_name="aantal")),
                        (
                            "unit_price",
                            models.DecimalField(decimal_places=2, max_digits=9, verbose_name="prijs per stuk"),
                        ),
                        (
                            "agreed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=9,
                                null=True,
                                verbose_name="afgesproken met het stadsdeel",
                            ),
                        ),
                        (
                            "per",
                            models.CharField(
                                choices=[
                                    ("once", "eenmalig"),
                                    ("meeting", "per bijeenkomst"),
                                    ("ambassador", "per ambassadeur"),
                                    ("participant", "per deelnemer"),
                                ],
                                default="once",
                                max_length=12,
                                verbose_name="telt",
                            ),
                        ),
                        ("is_optional", models.BooleanField(default=False, verbose_name="niet verplicht")),
                        ("left_out", models.BooleanField(default=False, verbose_name="doet in dit project niet mee")),
                        (
                            "claim_kind",
                            models.CharField(
                                blank=True,
                                choices=[("expenses", "onkosten"), ("public_transport", "openbaar vervoer")],
                                max_length=20,
                                verbose_name="declaraties van deelnemers",
                            ),
                        ),
                        ("is_allowance", models.BooleanField(default=False, verbose_name="vrijwilligersvergoeding")),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="projects.budgetgroup",
                                verbose_name="groep",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "begrotingsregel",
                        "verbose_name_plural": "begrotingsregels",
                        "ordering": ["group", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="DistrictOfficial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="officials",
                                to="projects.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="official_of",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stadsdeelmedewerker",
                        "verbose_name_plural": "stadsdeelmedewerkers",
                        "ordering": ["district", "user"],
                    },
                ),
                migrations.CreateModel(
                    name="Expense",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("booked", "uitgave"),
                                    ("claim", "declaratie van een deelnemer"),
                                    ("allowance", "vrijwilligersvergoeding"),
                                ],
                                default="booked",
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("spent_on", models.DateField(verbose_name="datum")),
                        ("payee", models.CharField(max_length=200, verbose_name="betaald aan")),
                        ("description", models.CharField(blank=True, max_length=300, verbose_name="omschrijving")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="bedrag")),
                        ("booked_at", models.DateTimeField(auto_now_add=True, verbose_name="geboekt op")),
                        (
                            "booked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geboekt door",
                            ),
                        ),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="projects.expense",
                                verbose_name="corrigeert",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="expenses",
                                to="projects.budgetline",
                                verbose_name="begrotingsregel",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uitgave",
                        "verbose_name_plural": "uitgaven",
                        "ordering": ["-spent_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBudgetLine",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("code", models.CharField(max_length=5, verbose_name="code")),
                        ("name", models.CharField(max_length=200, verbose_name="omschrijving")),
                        ("quantity", models.PositiveIntegerField(verbose_name="aantal")),
                        (
                            "unit_price",
                            models.DecimalField(decimal_places=2, max_digits=9, verbose_name="prijs per stuk"),
                        ),
                        (
                            "agreed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=9,
                                null=True,
                                verbose_name="afgesproken met het stadsdeel",
                            ),
                        ),
                        (
                            "per",
                            models.CharField(
                                choices=[
                                    ("once", "eenmalig"),
                                    ("meeting", "per bijeenkomst"),
                                    ("ambassador", "per ambassadeur"),
                                    ("participant", "per deelnemer"),
                                ],
                                default="once",
                                max_length=12,
                                verbose_name="telt",
                            ),
                        ),
                        ("is_optional", models.BooleanField(default=False, verbose_name="niet verplicht")),
                        ("left_out", models.BooleanField(default=False, verbose_name="doet in dit project niet mee")),
                        (
                            "claim_kind",
                            models.CharField(
                                blank=True,
                                choices=[("expenses", "onkosten"), ("public_transport", "openbaar vervoer")],
                                max_length=20,
                                verbose_name="declaraties van deelnemers",
                            ),
                        ),
                        ("is_allowance", models.BooleanField(default=False, verbose_name="vrijwilligersvergoeding")),
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
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.budgetgroup",
                                verbose_name="groep",
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
                    ],
                    options={
                        "verbose_name": "historical begrotingsregel",
                        "verbose_name_plural": "historical begrotingsregels",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDistrict",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("name", models.CharField(db_index=True, max_length=60, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=60, verbose_name="adres op het web")),
                        ("is_urban_area", models.BooleanField(default=False, verbose_name="stadsgebied")),
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
                    ],
                    options={
                        "verbose_name": "historical stadsdeel",
                        "verbose_name_plural": "historical stadsdelen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDistrictOfficial",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
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
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical stadsdeelmedewerker",
                        "verbose_name_plural": "historical stadsdeelmedewerkers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalKnowledgePage",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("slug", models.SlugField(max_length=80, verbose_name="adres op het web")),
                        (
                            "chapter",
                            models.CharField(
                                choices=[
                                    ("1-beginning", "Een project beginnen"),
                                    ("2-recruiting", "Mensen vinden"),
                                    ("3-meetings", "Bijeenkomsten"),
                                    ("4-guiding", "Koppels begeleiden"),
                                    ("5-team", "Het team"),
                                    ("6-accounts", "Geld, privacy en verantwoording"),
                                ],
                                max_length=20,
                                verbose_name="hoofdstuk",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=100, verbose_name="plaats in het hoofdstuk"),
                        ),
                        (
                            "title",
                            models.CharField(
                                db_index=True,
                                max_length=120,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="titel",
                            ),
                        ),
                        (
                            "lead",
                            models.CharField(
                                max_length=250,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="waar gaat het over, in één zin",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="veranderd op"),
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
                    ],
                    options={
                        "verbose_name": "historical bladzijde van het kenniscentrum",
                        "verbose_name_plural": "historical bladzijden van het kenniscentrum",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOrganisation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "step_free",
                            models.CharField(
                                choices=[
                                    ("yes", "zonder drempel of trap"),
                                    ("no", "met een drempel of trap"),
                                    ("unknown", "nog niet bekend"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="ingang",
                            ),
                        ),
                        (
                            "transit",
                            models.CharField(
                                blank=True,
                                help_text="Welke lijn en halte. Bijvoorbeeld: tram 17, halte Osdorpplein.",
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="tram of bus",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                db_index=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("venue", "buurtcentrum of zaal"),
                                    ("language_provider", "taalaanbieder"),
                                    ("self_organisation", "zelforganisatie"),
                                    ("cultural", "cultuur"),
                                    ("welfare", "welzijn"),
                                    ("media", "krant of zender"),
                                    ("sponsor", "sponsor"),
                                    ("library", "bibliotheek"),
                                    ("volunteer_centre", "vrijwilligerscentrale"),
                                    ("government", "overheid"),
                                    ("other", "anders"),
                                ],
                                default="other",
                                max_length=30,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "city_wide",
                            models.BooleanField(default=False, verbose_name="vaste partner in de hele stad"),
                        ),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="adres")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        (
                            "offers",
                            models.CharField(
                                blank=True,
                                help_text="Bijvoorbeeld: een zaal voor 60 mensen.",
                                max_length=300,
                                verbose_name="wat biedt de organisatie",
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
                            "district",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Leeg bij een organisatie voor de hele stad.",
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
                    ],
                    options={
                        "verbose_name": "historical organisatie",
                        "verbose_name_plural": "historical organisaties",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPayingAccount",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=70,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="op naam van",
                            ),
                        ),
                        (
                            "iban",
                            localflavor.generic.models.IBANField(
                                include_countries=None,
                                max_length=34,
                                use_nordea_extensions=False,
                                verbose_name="rekeningnummer (IBAN)",
                            ),
                        ),
                        (
                            "bic",
                            localflavor.generic.models.BICField(
                                blank=True,
                                help_text="Mag leeg bij een Nederlandse rekening.",
                                max_length=11,
                                verbose_name="BIC",
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
                    ],
                    options={
                        "verbose_name": "historical rekening waarvan we betalen",
                        "verbose_name_plural": "historical rekeningen waarvan we betalen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KnowledgeVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="versie")),
                        ("title", models.CharField(max_length=120, verbose_name="titel")),
                        ("lead", models.CharField(max_length=250, verbose_name="waar gaat het over, in één zin")),
                        ("text", models.TextField(verbose_name="tekst")),
                        ("what", models.CharField(blank=True, max_length=200, verbose_name="wat is er veranderd")),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="bewaard op"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="bewaard door",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="projects.knowledgepage",
                                verbose_name="bladzijde",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versie van een bladzijde",
                        "verbose_name_plural": "versies van bladzijden",
                        "ordering": ["page", "-number"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "step_free",
                            models.CharField(
                                choices=[
                                    ("yes", "zonder drempel of trap"),
                                    ("no", "met een drempel of trap"),
                                    ("unknown", "nog niet bekend"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="ingang",
                            ),
                        ),
                        (
                            "transit",
                            models.CharField(
                                blank=True,
                                help_text="Welke lijn en halte. Bijvoorbeeld: tram 17, halte Osdorpplein.",
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="tram of bus",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("information", "Informatiebijeenkomst"),
                                    ("mix", "Mixbijeenkomst"),
                                    ("interim", "Tussentijdse bijeenkomst"),
                                    ("closing", "Slotbijeenkomst"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint")),
                        ("ends_at", models.DateTimeField(verbose_name="eindigt")),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="Adres, of de naam van de zaal.",
                                max_length=200,
                                verbose_name="plaats",
                            ),
                        ),
                        ("programme", models.TextField(blank=True, verbose_name="programma")),
                        ("minutes", models.TextField(blank=True, verbose_name="verslag")),
                        ("announced_on", models.DateField(blank=True, null=True, verbose_name="aangekondigd op")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="afgesloten op")),
                        (
                            "closed_despite",
                            models.CharField(blank=True, max_length=300, verbose_name="toch afgesloten omdat"),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="afgesloten door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bijeenkomst",
                        "verbose_name_plural": "bijeenkomsten",
                        "ordering": ["starts_at"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMeetingTask",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200, validators=[mixen.fields.refuse_control_characters], verbose_name="wat"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar op")),
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
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="klaar gemaakt door",
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical punt van de checklist",
                        "verbose_name_plural": "historical checklist",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeetingMove",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("starts_before", models.DateTimeField(verbose_name="begon eerst")),
                        ("ends_before", models.DateTimeField(verbose_name="eindigde eerst")),
                        ("starts_after", models.DateTimeField(verbose_name="begint nu")),
                        ("ends_after", models.DateTimeField(verbose_name="eindigt nu")),
                        ("was_announced", models.BooleanField(default=False, verbose_name="was bekendgemaakt")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reden")),
                        (
                            "moved_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="verzet op"),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggedraaid op")),
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
                            "moved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verzet door",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="teruggedraaid door",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical verzette bijeenkomst",
                        "verbose_name_plural": "historical verzette bijeenkomsten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeetingFile",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "title",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="wat is het",
                            ),
                        ),
                        ("file", models.TextField(max_length=100, verbose_name="bestand")),
                        ("media_type", models.CharField(max_length=40, verbose_name="soort bestand")),
                        ("added_at", models.DateTimeField(blank=True, editable=False, verbose_name="toegevoegd op")),
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
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="toegevoegd door",
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical bijlage bij een verslag",
                        "verbose_name_plural": "historical bijlagen bij verslagen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuest",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "van het stadsdeel"),
                                    ("celebrity", "bekende buurtgenoot"),
                                    ("media", "media"),
                                    ("partner", "van een partner"),
                                    ("other", "andere gast"),
                                ],
                                default="other",
                                max_length=10,
                                verbose_name="soort gast",
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
                            "organisation",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="organisatie",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("invited_on", models.DateField(blank=True, null=True, verbose_name="uitgenodigd op")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "komt"), ("no", "komt niet")],
                                max_length=3,
                                verbose_name="komt",
                            ),
                        ),
                        (
                            "hands_out_certificates",
                            models.BooleanField(default=False, verbose_name="reikt certificaten uit"),
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gast",
                        "verbose_name_plural": "historical gasten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Guest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "van het stadsdeel"),
                                    ("celebrity", "bekende buurtgenoot"),
                                    ("media", "media"),
                                    ("partner", "van een partner"),
                                    ("other", "andere gast"),
                                ],
                                default="other",
                                max_length=10,
                                verbose_name="soort gast",
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
                            "organisation",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="organisatie",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("invited_on", models.DateField(blank=True, null=True, verbose_name="uitgenodigd op")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "komt"), ("no", "komt niet")],
                                max_length=3,
                                verbose_name="komt",
                            ),
                        ),
                        (
                            "hands_out_certificates",
                            models.BooleanField(default=False, verbose_name="reikt certificaten uit"),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guests",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gast",
                        "verbose_name_plural": "gasten",
                        "ordering": ["meeting", "kind", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="wat is het",
                            ),
                        ),
                        ("file", models.FileField(upload_to="meetings/", verbose_name="bestand")),
                        ("media_type", models.CharField(max_length=40, verbose_name="soort bestand")),
                        ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="toegevoegd op")),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="toegevoegd door",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bijlage bij een verslag",
                        "verbose_name_plural": "bijlagen bij verslagen",
                        "ordering": ["meeting", "added_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingMove",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts_before", models.DateTimeField(verbose_name="begon eerst")),
                        ("ends_before", models.DateTimeField(verbose_name="eindigde eerst")),
                        ("starts_after", models.DateTimeField(verbose_name="begint nu")),
                        ("ends_after", models.DateTimeField(verbose_name="eindigt nu")),
                        ("was_announced", models.BooleanField(default=False, verbose_name="was bekendgemaakt")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reden")),
                        (
                            "moved_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="verzet op"),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggedraaid op")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moves",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "moved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verzet door",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="teruggedraaid door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "verzette bijeenkomst",
                        "verbose_name_plural": "verzette bijeenkomsten",
                        "ordering": ["-moved_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingTask",
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
                                max_length=200, validators=[mixen.fields.refuse_control_characters], verbose_name="wat"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar op")),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="klaar gemaakt door",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tasks",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "punt van de checklist",
                        "verbose_name_plural": "checklist",
                        "ordering": ["meeting", "place", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[("project_leader", "projectleider"), ("ambassador", "ambassadeur")],
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "conduct_certificate_seen_on",
                            models.DateField(blank=True, null=True, verbose_name="VOG gezien op"),
                        ),
                        ("trained_on", models.DateField(blank=True, null=True, verbose_name="training afgerond op")),
                        (
                            "insured",
                            models.BooleanField(default=False, verbose_name="vrijwilligersverzekering geregeld"),
                        ),
                        ("tasks", models.CharField(blank=True, max_length=300, verbose_name="taken")),
                        (
                            "dayparts",
                            models.JSONField(
                                blank=True,
                                default=list,
                                validators=[mixen.dayparts.validate_dayparts],
                                verbose_name="kan op",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "teamlid",
                        "verbose_name_plural": "teamleden",
                        "ordering": ["project", "role", "user"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTimeAway",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("since", models.DateField(verbose_name="weg vanaf")),
                        ("until", models.DateField(verbose_name="weg tot en met")),
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
                            "covered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.membership",
                                verbose_name="wie neemt het over",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.membership",
                                verbose_name="teamlid",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical keer weg",
                        "verbose_name_plural": "historical keren weg",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MoveNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="keer mislukt")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint nu")),
                        (
                            "guest",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="projects.guest",
                                verbose_name="gast",
                            ),
                        ),
                        (
                            "move",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="projects.meetingmove",
                                verbose_name="verzet",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="teamlid",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bericht over een verzette bijeenkomst",
                        "verbose_name_plural": "berichten over verzette bijeenkomsten",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "step_free",
                            models.CharField(
                                choices=[
                                    ("yes", "zonder drempel of trap"),
                                    ("no", "met een drempel of trap"),
                                    ("unknown", "nog niet bekend"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="ingang",
                            ),
                        ),
                        (
                            "transit",
                            models.CharField(
                                blank=True,
                                help_text="Welke lijn en halte. Bijvoorbeeld: tram 17, halte Osdorpplein.",
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="tram of bus",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                unique=True,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("venue", "buurtcentrum of zaal"),
                                    ("language_provider", "taalaanbieder"),
                                    ("self_organisation", "zelforganisatie"),
                                    ("cultural", "cultuur"),
                                    ("welfare", "welzijn"),
                                    ("media", "krant of zender"),
                                    ("sponsor", "sponsor"),
                                    ("library", "bibliotheek"),
                                    ("volunteer_centre", "vrijwilligerscentrale"),
                                    ("government", "overheid"),
                                    ("other", "anders"),
                                ],
                                default="other",
                                max_length=30,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "city_wide",
                            models.BooleanField(default=False, verbose_name="vaste partner in de hele stad"),
                        ),
                        ("address", models.CharField(blank=True, max_length=200, verbose_name="adres")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        (
                            "offers",
                            models.CharField(
                                blank=True,
                                help_text="Bijvoorbeeld: een zaal voor 60 mensen.",
                                max_length=300,
                                verbose_name="wat biedt de organisatie",
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leeg bij een organisatie voor de hele stad.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="organisations",
                                to="projects.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisatie",
                        "verbose_name_plural": "organisaties",
                        "ordering": ["name"],
                    },
                ),
                migrations.AddField(
                    model_name="meeting",
                    name="venue",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="meetings_hosted",
                        to="projects.organisation",
                        verbose_name="zaal bij",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalOtherKind",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("venue", "buurtcentrum of zaal"),
                                    ("language_provider", "taalaanbieder"),
                                    ("self_organisation", "zelforganisatie"),
                                    ("cultural", "cultuur"),
                                    ("welfare", "welzijn"),
                                    ("media", "krant of zender"),
                                    ("sponsor", "sponsor"),
                                    ("library", "bibliotheek"),
                                    ("volunteer_centre", "vrijwilligerscentrale"),
                                    ("government", "overheid"),
                                    ("other", "anders"),
                                ],
                                max_length=30,
                                verbose_name="is ook",
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
                        "verbose_name": "historical soort die een organisatie ook is",
                        "verbose_name_plural": "historical soorten die organisaties ook zijn",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDifferentOrganisations",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="besloten op")),
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
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="besloten door",
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
                            "first",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.organisation",
                                verbose_name="de een",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.organisation",
                                verbose_name="de ander",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical twee verschillende organisaties",
                        "verbose_name_plural": "historical twee verschillende organisaties",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalContactPerson",
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
                        ("job", models.CharField(blank=True, max_length=100, verbose_name="functie")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
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
                        "verbose_name": "historical contactpersoon",
                        "verbose_name_plural": "historical contactpersonen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DifferentOrganisations",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="besloten op")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="besloten door",
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="unlike_first",
                                to="projects.organisation",
                                verbose_name="de een",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="unlike_second",
                                to="projects.organisation",
                                verbose_name="de ander",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "twee verschillende organisaties",
                        "verbose_name_plural": "twee verschillende organisaties",
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="ContactPerson",
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
                        ("job", models.CharField(blank=True, max_length=100, verbose_name="functie")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contact_people",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contactpersoon",
                        "verbose_name_plural": "contactpersonen",
                        "ordering": ["organisation", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="OtherKind",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("venue", "buurtcentrum of zaal"),
                                    ("language_provider", "taalaanbieder"),
                                    ("self_organisation", "zelforganisatie"),
                                    ("cultural", "cultuur"),
                                    ("welfare", "welzijn"),
                                    ("media", "krant of zender"),
                                    ("sponsor", "sponsor"),
                                    ("library", "bibliotheek"),
                                    ("volunteer_centre", "vrijwilligerscentrale"),
                                    ("government", "overheid"),
                                    ("other", "anders"),
                                ],
                                max_length=30,
                                verbose_name="is ook",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_kinds",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "soort die een organisatie ook is",
                        "verbose_name_plural": "soorten die organisaties ook zijn",
                        "ordering": ["organisation", "kind"],
                    },
                ),
                migrations.CreateModel(
                    name="Partnership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "contribution",
                            models.CharField(blank=True, max_length=300, verbose_name="wat doet de organisatie"),
                        ),
                        ("terms", models.TextField(blank=True, verbose_name="verder afgesproken")),
                        ("agreed_on", models.DateField(blank=True, null=True, verbose_name="afgesproken op")),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="op papier getekend op")),
                        (
                            "confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="bevestigd per e-mail op"),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="partnerships",
                                to="projects.contactperson",
                                verbose_name="contactpersoon",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partnerships",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partner",
                        "verbose_name_plural": "partners",
                        "ordering": ["organisation__name"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAgreementRequest",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="gestuurd aan")),
                        ("addressee", models.CharField(max_length=200, verbose_name="aan wie")),
                        ("contribution", models.CharField(max_length=300, verbose_name="wat doet de organisatie")),
                        ("terms", models.TextField(blank=True, verbose_name="verder afgesproken")),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("confirmed", "klopt"), ("not_right", "klopt niet")],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("remark", models.TextField(blank=True, verbose_name="wat klopt er niet")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
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
                                verbose_name="gevraagd door",
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
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.partnership",
                                verbose_name="partner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical vraag om bevestiging",
                        "verbose_name_plural": "historical vragen om bevestiging",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AgreementRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="keer mislukt")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=mixen.signed_links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="kenmerk",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="gestuurd aan")),
                        ("addressee", models.CharField(max_length=200, verbose_name="aan wie")),
                        ("contribution", models.CharField(max_length=300, verbose_name="wat doet de organisatie")),
                        ("terms", models.TextField(blank=True, verbose_name="verder afgesproken")),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("confirmed", "klopt"), ("not_right", "klopt niet")],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("remark", models.TextField(blank=True, verbose_name="wat klopt er niet")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gevraagd door",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="requests",
                                to="projects.partnership",
                                verbose_name="partner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag om bevestiging",
                        "verbose_name_plural": "vragen om bevestiging",
                        "ordering": ["-asked_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PlanTemplate",
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
                                max_length=100,
                                unique=True,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="bewaard op"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="bewaard door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sjabloon van een stappenplan",
                        "verbose_name_plural": "sjablonen van stappenplannen",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTemplateStep",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("preparation", "Voorbereiding"),
                                    ("recruitment", "Werving"),
                                    ("mixing", "Mixen"),
                                    ("together", "Samen op stap"),
                                    ("closing", "Afronding"),
                                ],
                                max_length=20,
                                verbose_name="fase",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="stap",
                            ),
                        ),
                        (
                            "anchor",
                            models.CharField(
                                choices=[
                                    ("start", "het begin van het project"),
                                    ("information", "de informatiebijeenkomst"),
                                    ("mix", "de mixbijeenkomst"),
                                    ("interim", "de tussentijdse bijeenkomst"),
                                    ("closing", "de slotbijeenkomst"),
                                    ("end", "het eind van het project"),
                                    ("fixed", "niets: de dag staat vast"),
                                ],
                                default="fixed",
                                max_length=20,
                                verbose_name="hangt aan",
                            ),
                        ),
                        (
                            "offset_days",
                            models.SmallIntegerField(default=0, verbose_name="dagen erna (min is ervoor)"),
                        ),
                        (
                            "owner_role",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coördinator"),
                                    ("project_leader", "projectleider"),
                                    ("ambassador", "ambassadeur"),
                                ],
                                default="coordinator",
                                max_length=20,
                                verbose_name="voor wie",
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
                            "template",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.plantemplate",
                                verbose_name="sjabloon",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical stap van een sjabloon",
                        "verbose_name_plural": "historical stappen van sjablonen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Project",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=100, unique=True, verbose_name="adres op het web")),
                        ("area", models.CharField(blank=True, max_length=100, verbose_name="wijk of buurt")),
                        ("aim", models.TextField(blank=True, verbose_name="doel")),
                        ("starts_on", models.DateField(verbose_name="begint op")),
                        ("ends_on", models.DateField(verbose_name="eindigt op")),
                        (
                            "target_old",
                            models.PositiveSmallIntegerField(
                                default=20, verbose_name="streefgetal 'oude' Amsterdammers"
                            ),
                        ),
                        (
                            "target_new",
                            models.PositiveSmallIntegerField(
                                default=20, verbose_name="streefgetal 'nieuwe' Amsterdammers"
                            ),
                        ),
                        (
                            "min_old",
                            models.PositiveSmallIntegerField(default=8, verbose_name="minimum 'oude' Amsterdammers"),
                        ),
                        (
                            "min_new",
                            models.PositiveSmallIntegerField(default=8, verbose_name="minimum 'nieuwe' Amsterdammers"),
                        ),
                        (
                            "max_old",
                            models.PositiveSmallIntegerField(default=25, verbose_name="maximum 'oude' Amsterdammers"),
                        ),
                        (
                            "max_new",
                            models.PositiveSmallIntegerField(
                                default=25, verbose_name="maximum 'nieuwe' Amsterdammers"
                            ),
                        ),
                        (
                            "couple_months",
                            models.PositiveSmallIntegerField(
                                default=3,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="maanden samen op stap",
                            ),
                        ),
                        (
                            "early_call_after",
                            models.PositiveSmallIntegerField(
                                default=14,
                                validators=[
                                    django.core.validators.MinValueValidator(3),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="eerste belronde na hoeveel dagen",
                            ),
                        ),
                        (
                            "halfway_calls_from",
                            models.DateField(
                                blank=True,
                                help_text="Leeg: halverwege de tijd van elk koppel.",
                                null=True,
                                verbose_name="belronde halverwege vanaf",
                            ),
                        ),
                        (
                            "cap_expenses",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("10.00"),
                                max_digits=7,
                                verbose_name="onkosten per deelnemer, ten hoogste",
                            ),
                        ),
                        (
                            "cap_transport",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("10.00"),
                                max_digits=7,
                                verbose_name="openbaar vervoer per deelnemer, ten hoogste",
                            ),
                        ),
                        (
                            "agreed_total",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=9,
                                null=True,
                                verbose_name="afgesproken met het stadsdeel, in totaal",
                            ),
                        ),
                        (
                            "books_closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="boeken gesloten op"),
                        ),
                        (
                            "books_reopened_because",
                            models.CharField(blank=True, max_length=300, verbose_name="boeken weer geopend omdat"),
                        ),
                        (
                            "is_practice",
                            models.BooleanField(
                                default=False,
                                help_text="Telt in geen enkel cijfer, lijst of verslag mee.",
                                verbose_name="oefenproject",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="aangemaakt op")),
                        (
                            "books_closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="boeken gesloten door",
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="projects.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                        (
                            "district_contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="projects.contactperson",
                                verbose_name="vaste contactpersoon bij het stadsdeel",
                            ),
                        ),
                        (
                            "previous",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="follow_ups",
                                to="projects.project",
                                verbose_name="vervolg op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "project",
                        "verbose_name_plural": "projecten",
                        "ordering": ["-starts_on", "name"],
                    },
                ),
                migrations.AddField(
                    model_name="plantemplate",
                    name="source",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="projects.project",
                        verbose_name="uit project",
                    ),
                ),
                migrations.CreateModel(
                    name="PlanStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("preparation", "Voorbereiding"),
                                    ("recruitment", "Werving"),
                                    ("mixing", "Mixen"),
                                    ("together", "Samen op stap"),
                                    ("closing", "Afronding"),
                                ],
                                max_length=20,
                                verbose_name="fase",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="stap",
                            ),
                        ),
                        (
                            "anchor",
                            models.CharField(
                                choices=[
                                    ("start", "het begin van het project"),
                                    ("information", "de informatiebijeenkomst"),
                                    ("mix", "de mixbijeenkomst"),
                                    ("interim", "de tussentijdse bijeenkomst"),
                                    ("closing", "de slotbijeenkomst"),
                                    ("end", "het eind van het project"),
                                    ("fixed", "niets: de dag staat vast"),
                                ],
                                default="fixed",
                                max_length=20,
                                verbose_name="hangt aan",
                            ),
                        ),
                        (
                            "offset_days",
                            models.SmallIntegerField(default=0, verbose_name="dagen erna (min is ervoor)"),
                        ),
                        (
                            "owner_role",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coördinator"),
                                    ("project_leader", "projectleider"),
                                    ("ambassador", "ambassadeur"),
                                ],
                                default="coordinator",
                                max_length=20,
                                verbose_name="voor wie",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="klaar op")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="gedaan op")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="notitie")),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gedaan door",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie het doet",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plan_steps",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stap",
                        "verbose_name_plural": "stappenplan",
                        "ordering": ["due_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "by",
                            models.CharField(
                                choices=[("cash", "contant"), ("transfer", "op een bankrekening")],
                                max_length=10,
                                verbose_name="betaalwijze",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "nog te betalen"), ("paid", "betaald"), ("cancelled", "vervallen")],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                default=projects.models.payment.new_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                                verbose_name="kenmerk",
                            ),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="betaald op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gemaakt door",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payment_runs",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "betaalronde",
                        "verbose_name_plural": "betaalrondes",
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.AddField(
                    model_name="partnership",
                    name="project",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partnerships",
                        to="projects.project",
                        verbose_name="project",
                    ),
                ),
                migrations.CreateModel(
                    name="MonthlyFigures",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("month", models.DateField(verbose_name="maand")),
                        ("figures", models.JSONField(default=list, verbose_name="cijfers")),
                        ("frozen_at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd op")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="monthly_figures",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "maandcijfers",
                        "verbose_name_plural": "maandcijfers",
                        "ordering": ["project", "-month"],
                    },
                ),
                migrations.AddField(
                    model_name="membership",
                    name="project",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="projects.project",
                        verbose_name="project",
                    ),
                ),
                migrations.AddField(
                    model_name="meeting",
                    name="project",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="projects.project",
                        verbose_name="project",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalTraining",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "part",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "eerste dagdeel"), (2, "tweede dagdeel")], verbose_name="dagdeel"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="wanneer")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="waar")),
                        ("topics", models.TextField(blank=True, verbose_name="onderwerpen")),
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
                        "verbose_name": "historical training",
                        "verbose_name_plural": "historical trainingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTeamInvitation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[("project_leader", "projectleider"), ("ambassador", "ambassadeur")],
                                default="ambassador",
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgenodigd op"),
                        ),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="aangenomen op")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                            "invited_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgenodigd door",
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
                        "verbose_name": "historical uitnodiging voor het team",
                        "verbose_name_plural": "historical uitnodigingen voor het team",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSnooze",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("key", models.CharField(max_length=100, verbose_name="regel")),
                        ("until", models.DateField(verbose_name="tot en met")),
                        ("reason", models.CharField(max_length=300, verbose_name="waarom")),
                        (
                            "snoozed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgesteld op"),
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
                            "snoozed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgesteld door",
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
                        "verbose_name": "historical uitgesteld",
                        "verbose_name_plural": "historical uitgesteld",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReceipt",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("file", models.TextField(max_length=100, verbose_name="bestand")),
                        ("media_type", models.CharField(max_length=40, verbose_name="soort bestand")),
                        ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                        ("added_at", models.DateTimeField(blank=True, editable=False, verbose_name="toegevoegd op")),
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
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="toegevoegd door",
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
                        "verbose_name": "historical bon",
                        "verbose_name_plural": "historical bonnen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPublicityText",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("press", "Persbericht"),
                                    ("folder", "Folder"),
                                    ("poster", "Poster"),
                                    ("volunteers", "Tekst voor de vrijwilligerscentrale"),
                                    ("recruiting", "Wervingstekst voor ambassadeurs"),
                                    ("vacancy", "Vacature ambassadeur"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="kop")),
                        ("text", models.TextField(verbose_name="tekst")),
                        (
                            "filled",
                            models.JSONField(blank=True, default=dict, verbose_name="ingevuld uit het project"),
                        ),
                        ("changed_at", models.DateTimeField(blank=True, editable=False, verbose_name="veranderd op")),
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
                        "verbose_name": "historical tekst voor publiciteit",
                        "verbose_name_plural": "historical teksten voor publiciteit",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPublicContact",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
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
                        "verbose_name": "historical contact voor het publiek",
                        "verbose_name_plural": "historical contacten voor het publiek",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProject",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("name", models.CharField(db_index=True, max_length=100, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=100, verbose_name="adres op het web")),
                        ("area", models.CharField(blank=True, max_length=100, verbose_name="wijk of buurt")),
                        ("aim", models.TextField(blank=True, verbose_name="doel")),
                        ("starts_on", models.DateField(verbose_name="begint op")),
                        ("ends_on", models.DateField(verbose_name="eindigt op")),
                        (
                            "target_old",
                            models.PositiveSmallIntegerField(
                                default=20, verbose_name="streefgetal 'oude' Amsterdammers"
                            ),
                        ),
                        (
                            "target_new",
                            models.PositiveSmallIntegerField(
                                default=20, verbose_name="streefgetal 'nieuwe' Amsterdammers"
                            ),
                        ),
                        (
                            "min_old",
                            models.PositiveSmallIntegerField(default=8, verbose_name="minimum 'oude' Amsterdammers"),
                        ),
                        (
                            "min_new",
                            models.PositiveSmallIntegerField(default=8, verbose_name="minimum 'nieuwe' Amsterdammers"),
                        ),
                        (
                            "max_old",
                            models.PositiveSmallIntegerField(default=25, verbose_name="maximum 'oude' Amsterdammers"),
                        ),
                        (
                            "max_new",
                            models.PositiveSmallIntegerField(
                                default=25, verbose_name="maximum 'nieuwe' Amsterdammers"
                            ),
                        ),
                        (
                            "couple_months",
                            models.PositiveSmallIntegerField(
                                default=3,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="maanden samen op stap",
                            ),
                        ),
                        (
                            "early_call_after",
                            models.PositiveSmallIntegerField(
                                default=14,
                                validators=[
                                    django.core.validators.MinValueValidator(3),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="eerste belronde na hoeveel dagen",
                            ),
                        ),
                        (
                            "halfway_calls_from",
                            models.DateField(
                                blank=True,
                                help_text="Leeg: halverwege de tijd van elk koppel.",
                                null=True,
                                verbose_name="belronde halverwege vanaf",
                            ),
                        ),
                        (
                            "cap_expenses",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("10.00"),
                                max_digits=7,
                                verbose_name="onkosten per deelnemer, ten hoogste",
                            ),
                        ),
                        (
                            "cap_transport",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("10.00"),
                                max_digits=7,
                                verbose_name="openbaar vervoer per deelnemer, ten hoogste",
                            ),
                        ),
                        (
                            "agreed_total",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=9,
                                null=True,
                                verbose_name="afgesproken met het stadsdeel, in totaal",
                            ),
                        ),
                        (
                            "books_closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="boeken gesloten op"),
                        ),
                        (
                            "books_reopened_because",
                            models.CharField(blank=True, max_length=300, verbose_name="boeken weer geopend omdat"),
                        ),
                        (
                            "is_practice",
                            models.BooleanField(
                                default=False,
                                help_text="Telt in geen enkel cijfer, lijst of verslag mee.",
                                verbose_name="oefenproject",
                            ),
                        ),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="aangemaakt op")),
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
                            "books_closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="boeken gesloten door",
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
                            "district_contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.contactperson",
                                verbose_name="vaste contactpersoon bij het stadsdeel",
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
                            "previous",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                                verbose_name="vervolg op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project",
                        "verbose_name_plural": "historical projecten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlanTemplate",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                db_index=True,
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="bewaard op"),
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
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="bewaard door",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                                verbose_name="uit project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical sjabloon van een stappenplan",
                        "verbose_name_plural": "historical sjablonen van stappenplannen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlanStep",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("preparation", "Voorbereiding"),
                                    ("recruitment", "Werving"),
                                    ("mixing", "Mixen"),
                                    ("together", "Samen op stap"),
                                    ("closing", "Afronding"),
                                ],
                                max_length=20,
                                verbose_name="fase",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="stap",
                            ),
                        ),
                        (
                            "anchor",
                            models.CharField(
                                choices=[
                                    ("start", "het begin van het project"),
                                    ("information", "de informatiebijeenkomst"),
                                    ("mix", "de mixbijeenkomst"),
                                    ("interim", "de tussentijdse bijeenkomst"),
                                    ("closing", "de slotbijeenkomst"),
                                    ("end", "het eind van het project"),
                                    ("fixed", "niets: de dag staat vast"),
                                ],
                                default="fixed",
                                max_length=20,
                                verbose_name="hangt aan",
                            ),
                        ),
                        (
                            "offset_days",
                            models.SmallIntegerField(default=0, verbose_name="dagen erna (min is ervoor)"),
                        ),
                        (
                            "owner_role",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coördinator"),
                                    ("project_leader", "projectleider"),
                                    ("ambassador", "ambassadeur"),
                                ],
                                default="coordinator",
                                max_length=20,
                                verbose_name="voor wie",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="klaar op")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="gedaan op")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="notitie")),
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
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gedaan door",
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
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie het doet",
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
                        "verbose_name": "historical stap",
                        "verbose_name_plural": "historical stappenplan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPaymentRun",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "by",
                            models.CharField(
                                choices=[("cash", "contant"), ("transfer", "op een bankrekening")],
                                max_length=10,
                                verbose_name="betaalwijze",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "nog te betalen"), ("paid", "betaald"), ("cancelled", "vervallen")],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                db_index=True,
                                default=projects.models.payment.new_reference,
                                editable=False,
                                max_length=20,
                                verbose_name="kenmerk",
                            ),
                        ),
                        ("made_at", models.DateTimeField(blank=True, editable=False, verbose_name="gemaakt op")),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="betaald op")),
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
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gemaakt door",
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
                        "verbose_name": "historical betaalronde",
                        "verbose_name_plural": "historical betaalrondes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPartnership",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "contribution",
                            models.CharField(blank=True, max_length=300, verbose_name="wat doet de organisatie"),
                        ),
                        ("terms", models.TextField(blank=True, verbose_name="verder afgesproken")),
                        ("agreed_on", models.DateField(blank=True, null=True, verbose_name="afgesproken op")),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="op papier getekend op")),
                        (
                            "confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="bevestigd per e-mail op"),
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
                        "verbose_name": "historical partner",
                        "verbose_name_plural": "historical partners",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMonthlyFigures",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("month", models.DateField(verbose_name="maand")),
                        ("figures", models.JSONField(default=list, verbose_name="cijfers")),
                        ("frozen_at", models.DateTimeField(blank=True, editable=False, verbose_name="vastgelegd op")),
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
                        "verbose_name": "historical maandcijfers",
                        "verbose_name_plural": "historical maandcijfers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMembership",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[("project_leader", "projectleider"), ("ambassador", "ambassadeur")],
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "conduct_certificate_seen_on",
                            models.DateField(blank=True, null=True, verbose_name="VOG gezien op"),
                        ),
                        ("trained_on", models.DateField(blank=True, null=True, verbose_name="training afgerond op")),
                        (
                            "insured",
                            models.BooleanField(default=False, verbose_name="vrijwilligersverzekering geregeld"),
                        ),
                        ("tasks", models.CharField(blank=True, max_length=300, verbose_name="taken")),
                        (
                            "dayparts",
                            models.JSONField(
                                blank=True,
                                default=list,
                                validators=[mixen.dayparts.validate_dayparts],
                                verbose_name="kan op",
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
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
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
                        "verbose_name": "historical teamlid",
                        "verbose_name_plural": "historical teamleden",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeeting",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "step_free",
                            models.CharField(
                                choices=[
                                    ("yes", "zonder drempel of trap"),
                                    ("no", "met een drempel of trap"),
                                    ("unknown", "nog niet bekend"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="ingang",
                            ),
                        ),
                        (
                            "transit",
                            models.CharField(
                                blank=True,
                                help_text="Welke lijn en halte. Bijvoorbeeld: tram 17, halte Osdorpplein.",
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="tram of bus",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("information", "Informatiebijeenkomst"),
                                    ("mix", "Mixbijeenkomst"),
                                    ("interim", "Tussentijdse bijeenkomst"),
                                    ("closing", "Slotbijeenkomst"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint")),
                        ("ends_at", models.DateTimeField(verbose_name="eindigt")),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="Adres, of de naam van de zaal.",
                                max_length=200,
                                verbose_name="plaats",
                            ),
                        ),
                        ("programme", models.TextField(blank=True, verbose_name="programma")),
                        ("minutes", models.TextField(blank=True, verbose_name="verslag")),
                        ("announced_on", models.DateField(blank=True, null=True, verbose_name="aangekondigd op")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="afgesloten op")),
                        (
                            "closed_despite",
                            models.CharField(blank=True, max_length=300, verbose_name="toch afgesloten omdat"),
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
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="afgesloten door",
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
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.organisation",
                                verbose_name="zaal bij",
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
                        "verbose_name": "historical bijeenkomst",
                        "verbose_name_plural": "historical bijeenkomsten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEndReport",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "concept"), ("final", "vastgesteld")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("texts", models.JSONField(blank=True, default=dict, verbose_name="teksten")),
                        (
                            "name_countries",
                            models.BooleanField(
                                default=False,
                                help_text="Anders staan alleen landen van 5 of meer deelnemers in het verslag.",
                                verbose_name="noem de landen van herkomst, zonder aantallen",
                            ),
                        ),
                        ("figures", models.JSONField(blank=True, null=True, verbose_name="cijfers")),
                        ("pdf", models.TextField(blank=True, max_length=100, verbose_name="PDF")),
                        ("xlsx", models.TextField(blank=True, max_length=100, verbose_name="XLSX")),
                        (
                            "sha256",
                            models.CharField(blank=True, max_length=64, verbose_name="controlegetal van de PDF"),
                        ),
                        ("finalised_at", models.DateTimeField(blank=True, null=True, verbose_name="vastgesteld op")),
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
                            "finalised_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgesteld door",
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
                        "verbose_name": "historical eindverslag",
                        "verbose_name_plural": "historical eindverslagen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalContribution",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("payer", models.CharField(max_length=200, verbose_name="van wie")),
                        ("is_district", models.BooleanField(default=False, verbose_name="van het stadsdeel")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="bedrag")),
                        ("promised_on", models.DateField(blank=True, null=True, verbose_name="toegezegd op")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="ontvangen op")),
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
                        "verbose_name": "historical bijdrage",
                        "verbose_name_plural": "historical bijdragen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalContactNote",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="wanneer")),
                        ("what", models.TextField(verbose_name="waarover")),
                        ("next_step", models.CharField(blank=True, max_length=200, verbose_name="volgende stap")),
                        (
                            "next_on",
                            models.DateField(blank=True, null=True, verbose_name="wanneer is de volgende stap"),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="stap gedaan op")),
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
                                verbose_name="met wie",
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
                        "verbose_name": "historical contact met een organisatie",
                        "verbose_name_plural": "historical contacten met organisaties",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBudgetGroup",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        (
                            "agreed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=9,
                                null=True,
                                verbose_name="afgesproken met het stadsdeel",
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
                        "verbose_name": "historical begrotingsgroep",
                        "verbose_name_plural": "historical begrotingsgroepen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAllowance",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="bedrag")),
                        ("spent_on", models.DateField(verbose_name="datum")),
                        ("description", models.CharField(blank=True, max_length=300, verbose_name="waarvoor")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("submitted", "wacht op besluit"),
                                    ("approved", "goedgekeurd"),
                                    ("refused", "afgewezen"),
                                    ("paid", "betaald"),
                                    ("returned", "teruggeboekt"),
                                ],
                                default="submitted",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reden van afwijzen")),
                        (
                            "pay_by",
                            models.CharField(
                                choices=[("cash", "contant"), ("transfer", "op een bankrekening")],
                                default="cash",
                                max_length=10,
                                verbose_name="uitbetalen",
                            ),
                        ),
                        ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="ingediend op")),
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
                            "ambassador",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ambassadeur",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="beslist door",
                            ),
                        ),
                        (
                            "expense",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.expense",
                                verbose_name="uitgave",
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
                            "run",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.paymentrun",
                                verbose_name="betaalronde",
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
                        "verbose_name": "historical vrijwilligersvergoeding",
                        "verbose_name_plural": "historical vrijwilligersvergoedingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="EndReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "concept"), ("final", "vastgesteld")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("texts", models.JSONField(blank=True, default=dict, verbose_name="teksten")),
                        (
                            "name_countries",
                            models.BooleanField(
                                default=False,
                                help_text="Anders staan alleen landen van 5 of meer deelnemers in het verslag.",
                                verbose_name="noem de landen van herkomst, zonder aantallen",
                            ),
                        ),
                        ("figures", models.JSONField(blank=True, null=True, verbose_name="cijfers")),
                        ("pdf", models.FileField(blank=True, upload_to="reports/", verbose_name="PDF")),
                        ("xlsx", models.FileField(blank=True, upload_to="reports/", verbose_name="XLSX")),
                        (
                            "sha256",
                            models.CharField(blank=True, max_length=64, verbose_name="controlegetal van de PDF"),
                        ),
                        ("finalised_at", models.DateTimeField(blank=True, null=True, verbose_name="vastgesteld op")),
                        (
                            "finalised_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgesteld door",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="end_reports",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eindverslag",
                        "verbose_name_plural": "eindverslagen",
                        "ordering": ["project", "-version"],
                    },
                ),
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("payer", models.CharField(max_length=200, verbose_name="van wie")),
                        ("is_district", models.BooleanField(default=False, verbose_name="van het stadsdeel")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="bedrag")),
                        ("promised_on", models.DateField(blank=True, null=True, verbose_name="toegezegd op")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="ontvangen op")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contributions",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bijdrage",
                        "verbose_name_plural": "bijdragen",
                        "ordering": ["-is_district", "payer", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ContactNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="wanneer")),
                        ("what", models.TextField(verbose_name="waarover")),
                        ("next_step", models.CharField(blank=True, max_length=200, verbose_name="volgende stap")),
                        (
                            "next_on",
                            models.DateField(blank=True, null=True, verbose_name="wanneer is de volgende stap"),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="stap gedaan op")),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="contact_notes",
                                to="projects.contactperson",
                                verbose_name="met wie",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contact_notes",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contact_notes",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact met een organisatie",
                        "verbose_name_plural": "contacten met organisaties",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.AddField(
                    model_name="budgetgroup",
                    name="project",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="budget_groups",
                        to="projects.project",
                        verbose_name="project",
                    ),
                ),
                migrations.CreateModel(
                    name="Allowance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="bedrag")),
                        ("spent_on", models.DateField(verbose_name="datum")),
                        ("description", models.CharField(blank=True, max_length=300, verbose_name="waarvoor")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("submitted", "wacht op besluit"),
                                    ("approved", "goedgekeurd"),
                                    ("refused", "afgewezen"),
                                    ("paid", "betaald"),
                                    ("returned", "teruggeboekt"),
                                ],
                                default="submitted",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reden van afwijzen")),
                        (
                            "pay_by",
                            models.CharField(
                                choices=[("cash", "contant"), ("transfer", "op een bankrekening")],
                                default="cash",
                                max_length=10,
                                verbose_name="uitbetalen",
                            ),
                        ),
                        (
                            "iban",
                            localflavor.generic.models.IBANField(
                                blank=True,
                                default="",
                                include_countries=None,
                                max_length=34,
                                use_nordea_extensions=False,
                                verbose_name="rekeningnummer (IBAN)",
                            ),
                        ),
                        (
                            "account_holder",
                            models.CharField(
                                blank=True,
                                max_length=70,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="rekening op naam van",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ingediend op")),
                        (
                            "ambassador",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allowances",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ambassadeur",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="beslist door",
                            ),
                        ),
                        (
                            "expense",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="projects.expense",
                                verbose_name="uitgave",
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="%(class)ss",
                                to="projects.paymentrun",
                                verbose_name="betaalronde",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allowances",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vrijwilligersvergoeding",
                        "verbose_name_plural": "vrijwilligersvergoedingen",
                        "ordering": ["-created_at", "-pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PublicContact",
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
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        (
                            "project",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="public_contact",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact voor het publiek",
                        "verbose_name_plural": "contacten voor het publiek",
                        "ordering": ["project"],
                    },
                ),
                migrations.CreateModel(
                    name="PublicityText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("press", "Persbericht"),
                                    ("folder", "Folder"),
                                    ("poster", "Poster"),
                                    ("volunteers", "Tekst voor de vrijwilligerscentrale"),
                                    ("recruiting", "Wervingstekst voor ambassadeurs"),
                                    ("vacancy", "Vacature ambassadeur"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="kop")),
                        ("text", models.TextField(verbose_name="tekst")),
                        (
                            "filled",
                            models.JSONField(blank=True, default=dict, verbose_name="ingevuld uit het project"),
                        ),
                        ("changed_at", models.DateTimeField(auto_now=True, verbose_name="veranderd op")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="publicity_texts",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tekst voor publiciteit",
                        "verbose_name_plural": "teksten voor publiciteit",
                        "ordering": ["project", "kind"],
                    },
                ),
                migrations.CreateModel(
                    name="Receipt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file", models.FileField(upload_to="receipts/", verbose_name="bestand")),
                        ("media_type", models.CharField(max_length=40, verbose_name="soort bestand")),
                        ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                        ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="toegevoegd op")),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="toegevoegd door",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="receipts",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bon",
                        "verbose_name_plural": "bonnen",
                        "ordering": ["-added_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalExpense",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("booked", "uitgave"),
                                    ("claim", "declaratie van een deelnemer"),
                                    ("allowance", "vrijwilligersvergoeding"),
                                ],
                                default="booked",
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("spent_on", models.DateField(verbose_name="datum")),
                        ("payee", models.CharField(max_length=200, verbose_name="betaald aan")),
                        ("description", models.CharField(blank=True, max_length=300, verbose_name="omschrijving")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="bedrag")),
                        ("booked_at", models.DateTimeField(blank=True, editable=False, verbose_name="geboekt op")),
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
                            "booked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geboekt door",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.expense",
                                verbose_name="corrigeert",
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
                            "line",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.budgetline",
                                verbose_name="begrotingsregel",
                            ),
                        ),
                        (
                            "receipt",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.receipt",
                                verbose_name="bon",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical uitgave",
                        "verbose_name_plural": "historical uitgaven",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="expense",
                    name="receipt",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="expenses",
                        to="projects.receipt",
                        verbose_name="bon",
                    ),
                ),
                migrations.CreateModel(
                    name="Snooze",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=100, verbose_name="regel")),
                        ("until", models.DateField(verbose_name="tot en met")),
                        ("reason", models.CharField(max_length=300, verbose_name="waarom")),
                        (
                            "snoozed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgesteld op"),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="snoozes",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "snoozed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgesteld door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uitgesteld",
                        "verbose_name_plural": "uitgesteld",
                        "ordering": ["until", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="TeamInvitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="keer mislukt")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=mixen.signed_links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="kenmerk",
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
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[("project_leader", "projectleider"), ("ambassador", "ambassadeur")],
                                default="ambassador",
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgenodigd op"),
                        ),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="aangenomen op")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "invited_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgenodigd door",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="team_invitations",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uitnodiging voor het team",
                        "verbose_name_plural": "uitnodigingen voor het team",
                        "ordering": ["-invited_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("preparation", "Voorbereiding"),
                                    ("recruitment", "Werving"),
                                    ("mixing", "Mixen"),
                                    ("together", "Samen op stap"),
                                    ("closing", "Afronding"),
                                ],
                                max_length=20,
                                verbose_name="fase",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="stap",
                            ),
                        ),
                        (
                            "anchor",
                            models.CharField(
                                choices=[
                                    ("start", "het begin van het project"),
                                    ("information", "de informatiebijeenkomst"),
                                    ("mix", "de mixbijeenkomst"),
                                    ("interim", "de tussentijdse bijeenkomst"),
                                    ("closing", "de slotbijeenkomst"),
                                    ("end", "het eind van het project"),
                                    ("fixed", "niets: de dag staat vast"),
                                ],
                                default="fixed",
                                max_length=20,
                                verbose_name="hangt aan",
                            ),
                        ),
                        (
                            "offset_days",
                            models.SmallIntegerField(default=0, verbose_name="dagen erna (min is ervoor)"),
                        ),
                        (
                            "owner_role",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coördinator"),
                                    ("project_leader", "projectleider"),
                                    ("ambassador", "ambassadeur"),
                                ],
                                default="coordinator",
                                max_length=20,
                                verbose_name="voor wie",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="projects.plantemplate",
                                verbose_name="sjabloon",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stap van een sjabloon",
                        "verbose_name_plural": "stappen van sjablonen",
                        "ordering": ["template", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="TimeAway",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="weg vanaf")),
                        ("until", models.DateField(verbose_name="weg tot en met")),
                        (
                            "covered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="covers",
                                to="projects.membership",
                                verbose_name="wie neemt het over",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="times_away",
                                to="projects.membership",
                                verbose_name="teamlid",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keer weg",
                        "verbose_name_plural": "keren weg",
                        "ordering": ["since", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Training",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "part",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "eerste dagdeel"), (2, "tweede dagdeel")], verbose_name="dagdeel"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="wanneer")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="waar")),
                        ("topics", models.TextField(blank=True, verbose_name="onderwerpen")),
                        (
                            "followed",
                            models.ManyToManyField(
                                blank=True,
                                related_name="trainings",
                                to="projects.membership",
                                verbose_name="wie deden mee",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trainings",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "training",
                        "verbose_name_plural": "trainingen",
                        "ordering": ["on", "part", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTraining_followed",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="projects.historicaltraining",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.membership",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.training",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalTraining_followed",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="WeeklySummary",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="keer mislukt")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        ("week", models.DateField(help_text="De maandag.", verbose_name="week van")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="summaries",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "weekoverzicht",
                        "verbose_name_plural": "weekoverzichten",
                        "ordering": ["-week", "user"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="budgetline",
                    constraint=models.UniqueConstraint(
                        fields=("group", "code"),
                        name="projects_budgetline_code_once",
                        violation_error_message="Deze code is al gebruikt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetline",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("claim_kind", ""), _negated=True),
                        fields=("group", "claim_kind"),
                        name="projects_budgetline_claim_kind_once",
                        violation_error_message="Er is al een regel voor deze declaraties.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("unit_price__gte", 0)),
                        name="projects_budgetline_price_not_negative",
                        violation_error_message="Een prijs kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("left_out", False), ("is_optional", True), _connector="OR"),
                        name="projects_budgetline_only_optional_left_out",
                        violation_error_message="Alleen een regel die niet verplicht is, kan vervallen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("agreed__isnull", True), ("agreed__gte", 0), _connector="OR"),
                        name="projects_budgetline_agreed_not_negative",
                        violation_error_message="Een afgesproken bedrag kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="districtofficial",
                    constraint=models.UniqueConstraint(
                        fields=("district", "user"),
                        name="projects_official_once_per_district",
                        violation_error_message="Deze medewerker hoort al bij dit stadsdeel.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="knowledgeversion",
                    constraint=models.UniqueConstraint(
                        fields=("page", "number"),
                        name="projects_knowledgeversion_number_once",
                        violation_error_message="Deze versie bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="guest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="projects_guest_has_name",
                        violation_error_message="Vul een naam in.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meetingfile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="projects_meetingfile_says_what_it_is",
                        violation_error_message="Schrijf op wat voor bestand het is.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meetingmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("was_announced", False), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="projects_meetingmove_announced_has_reason",
                        violation_error_message="Schrijf op waarom de datum verandert: hij was al bekend.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meetingmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", models.F("ends_after")),
                            ("starts_before", models.F("starts_after")),
                            _negated=True,
                        ),
                        name="projects_meetingmove_changes_something",
                        violation_error_message="De oude en de nieuwe tijd zijn gelijk.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meetingtask",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "name"),
                        name="projects_meetingtask_name_once",
                        violation_error_message="Dit staat al op de checklist.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meetingtask",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("done_by__isnull", True), ("done_at__isnull", False), _connector="OR"),
                        name="projects_meetingtask_done_when",
                        violation_error_message="Wie iets afvinkt, doet dat op een moment.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="movenotice",
                    constraint=models.UniqueConstraint(
                        fields=("move", "starts_at", "user"),
                        name="projects_movenotice_once_a_member",
                        violation_error_message="Dit teamlid krijgt dit bericht al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="movenotice",
                    constraint=models.UniqueConstraint(
                        fields=("move", "starts_at", "guest"),
                        name="projects_movenotice_once_a_guest",
                        violation_error_message="Deze gast krijgt dit bericht al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="movenotice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("user__isnull", True), ("guest__isnull", True), _connector="XOR"),
                        name="projects_movenotice_to_one",
                        violation_error_message="Een bericht gaat naar een teamlid of naar een gast.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("city_wide", False), ("district__isnull", True), _connector="OR"),
                        name="projects_organisation_city_or_district",
                        violation_error_message="Een vaste partner in de hele stad hoort bij geen stadsdeel.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="differentorganisations",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second"),
                        name="projects_differentorganisations_once",
                        violation_error_message="Dit is al vastgelegd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="differentorganisations",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="projects_differentorganisations_in_order",
                        violation_error_message="Kies twee verschillende organisaties.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="otherkind",
                    constraint=models.UniqueConstraint(
                        fields=("organisation", "kind"),
                        name="projects_otherkind_once",
                        violation_error_message="Deze soort staat er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreementrequest",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("answer", ""), ("withdrawn_at__isnull", True)),
                        fields=("partnership",),
                        name="projects_agreementrequest_one_standing",
                        violation_error_message="Er staat al een vraag om bevestiging open.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreementrequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="projects_agreementrequest_answer_has_a_day",
                        violation_error_message="Bij een antwoord hoort een dag.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="projects_project_ends_after_start",
                        violation_error_message="Het project kan niet eindigen voordat het begint.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("min_old__lte", models.F("target_old")), ("target_old__lte", models.F("max_old"))
                        ),
                        name="projects_project_old_min_target_max",
                        violation_error_message="Bij 'oud' hoort: minimum, streefgetal en maximum in oplopende volgorde.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("min_new__lte", models.F("target_new")), ("target_new__lte", models.F("max_new"))
                        ),
                        name="projects_project_new_min_target_max",
                        violation_error_message="Bij 'nieuw' hoort: minimum, streefgetal en maximum in oplopende volgorde.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("agreed_total__isnull", True), ("agreed_total__gte", 0), _connector="OR"),
                        name="projects_project_agreed_not_negative",
                        violation_error_message="Een afgesproken bedrag kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("cap_expenses__gte", 0), ("cap_transport__gte", 0)),
                        name="projects_project_caps_not_negative",
                        violation_error_message="Een vergoeding kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planstep",
                    constraint=models.UniqueConstraint(
                        fields=("project", "name"),
                        name="projects_planstep_name_once",
                        violation_error_message="Deze stap staat al in het plan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planstep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("offset_days__gte", -400), ("offset_days__lte", 400)),
                        name="projects_planstep_within_reach",
                        violation_error_message="Kies een dag die dichter bij de bijeenkomst ligt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentrun",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paid_on__isnull", False), ("state", "paid")),
                            models.Q(models.Q(("state", "paid"), _negated=True), ("paid_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="projects_paymentrun_paid_has_day",
                        violation_error_message="Bij een betaalde ronde hoort een datum.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnership",
                    constraint=models.UniqueConstraint(
                        fields=("project", "organisation"),
                        name="projects_partnership_once",
                        violation_error_message="Deze organisatie doet al mee in dit project.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthlyfigures",
                    constraint=models.UniqueConstraint(
                        fields=("project", "month"),
                        name="projects_monthlyfigures_once",
                        violation_error_message="De cijfers van deze maand zijn er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthlyfigures",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="projects_monthlyfigures_first_day",
                        violation_error_message="Een maand heet naar de eerste dag.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.UniqueConstraint(
                        fields=("project", "user"),
                        name="projects_membership_once_per_project",
                        violation_error_message="Deze persoon zit al in het team.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="projects_meeting_ends_after_start",
                        violation_error_message="De eindtijd moet na de begintijd liggen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.UniqueConstraint(
                        fields=("project", "kind", "starts_at"),
                        name="projects_meeting_once",
                        violation_error_message="Deze bijeenkomst staat er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="endreport",
                    constraint=models.UniqueConstraint(
                        fields=("project", "version"),
                        name="projects_endreport_version_once",
                        violation_error_message="Deze versie bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="endreport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "draft")),
                        fields=("project",),
                        name="projects_endreport_one_draft",
                        violation_error_message="Er is al een concept.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="endreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(
                                ("finalised_at__isnull", False),
                                ("figures__isnull", False),
                                models.Q(("pdf", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="projects_endreport_final_is_whole",
                        violation_error_message="Een vastgesteld verslag heeft cijfers, een PDF en een controlegetal.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contribution",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="projects_contribution_amount_positive",
                        violation_error_message="Het bedrag moet meer zijn dan 0.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contactnote",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_on__isnull", True), ("next_step", "")),
                            models.Q(models.Q(("next_step", ""), _negated=True), ("next_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="projects_contactnote_step_has_a_day",
                        violation_error_message="Bij een volgende stap hoort een dag, en bij een dag een stap.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetgroup",
                    constraint=models.UniqueConstraint(
                        fields=("project", "number"),
                        name="projects_budgetgroup_number_once",
                        violation_error_message="Dit nummer is al gebruikt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetgroup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("agreed__isnull", True), ("agreed__gte", 0), _connector="OR"),
                        name="projects_budgetgroup_agreed_not_negative",
                        violation_error_message="Een afgesproken bedrag kan niet minder dan 0 zijn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allowance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="projects_allowance_amount_positive",
                        violation_error_message="Het bedrag moet meer zijn dan 0.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allowance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("expense__isnull", False), ("status__in", ["paid", "returned"])),
                            models.Q(
                                models.Q(("status__in", ["paid", "returned"]), _negated=True),
                                ("expense__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="projects_allowance_paid_is_an_expense",
                        violation_error_message="Wat betaald is, is een uitgave.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allowance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="projects_allowance_refused_with_reason",
                        violation_error_message="Geef een reden om af te wijzen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allowance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("run__isnull", True), ("status__in", ["approved", "paid", "returned"]), _connector="OR"
                        ),
                        name="projects_allowance_only_approved_in_a_run",
                        violation_error_message="Alleen wat is goedgekeurd, kan worden betaald.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publicitytext",
                    constraint=models.UniqueConstraint(
                        fields=("project", "kind"),
                        name="projects_publicitytext_kind_once",
                        violation_error_message="Deze tekst is er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="expense",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corrects__isnull", True), ("amount__gt", 0)),
                            models.Q(("corrects__isnull", False), ("amount__lt", 0)),
                            _connector="OR",
                        ),
                        name="projects_expense_positive_unless_correction",
                        violation_error_message="Een bedrag is meer dan 0; alleen een correctie is minder dan 0.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="expense",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("corrects__isnull", True),
                            models.Q(("corrects", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="projects_expense_corrects_another",
                        violation_error_message="Een uitgave kan zichzelf niet corrigeren.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="snooze",
                    constraint=models.UniqueConstraint(
                        fields=("project", "key"),
                        name="projects_snooze_once",
                        violation_error_message="Dit is al uitgesteld.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="teaminvitation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("accepted_at__isnull", True), ("withdrawn_at__isnull", True)),
                        fields=("project", "email"),
                        name="projects_teaminvitation_one_standing",
                        violation_error_message="Dit e-mailadres is al uitgenodigd voor dit project.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="templatestep",
                    constraint=models.UniqueConstraint(
                        fields=("template", "name"),
                        name="projects_templatestep_name_once",
                        violation_error_message="Deze stap staat al in het sjabloon.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="templatestep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("offset_days__gte", -400), ("offset_days__lte", 400)),
                        name="projects_templatestep_within_reach",
                        violation_error_message="Kies een dag die dichter bij de bijeenkomst ligt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="timeaway",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="projects_timeaway_ends_after_start",
                        violation_error_message="De laatste dag kan niet voor de eerste liggen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="timeaway",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("covered_by__isnull", True),
                            models.Q(("covered_by", models.F("membership")), _negated=True),
                            _connector="OR",
                        ),
                        name="projects_timeaway_covered_by_another",
                        violation_error_message="Kies iemand anders dan degene die weg is.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.UniqueConstraint(
                        fields=("project", "part", "on"),
                        name="projects_training_once_a_day",
                        violation_error_message="Deze training staat er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("part__in", [1, 2])),
                        name="projects_training_one_of_two",
                        violation_error_message="De training heeft twee dagdelen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="weeklysummary",
                    constraint=models.UniqueConstraint(
                        fields=("user", "week"),
                        name="projects_weeklysummary_once",
                        violation_error_message="Dit weekoverzicht bestaat al.",
                    ),
                ),
            ]
        ),
        migrations.RunPython(districts.add_districts, migrations.RunPython.noop),
        migrations.RunPython(knowledge.add_texts, migrations.RunPython.noop),
    ]
