"""The tables as they are after 0006_three_months_together, for a new database; one that has the earlier steps goes on from those."""

from decimal import Decimal
from importlib import import_module

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import localflavor.generic.models
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import mixen.fields
import projects.models.payment
from mixen.migrating import TablesAtOnce

districts = import_module("projects.migrations.0002_districts")


class Migration(migrations.Migration):
    replaces = [
        ("projects", "0001_initial"),
        ("projects", "0002_districts"),
        ("projects", "0003_closing_a_meeting"),
        ("projects", "0004_money_and_report"),
        ("projects", "0005_what_lines_count"),
        ("projects", "0006_three_months_together"),
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
                    name="HistoricalOrganisation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
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
                    name="Organisation",
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
                        ("name", models.CharField(max_length=200, verbose_name="stap")),
                        ("due_on", models.DateField(verbose_name="klaar op")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="gedaan op")),
                        (
                            "owner_role",
                            models.CharField(
                                choices=[("coordinator", "coördinator"), ("ambassador", "ambassadeur")],
                                default="coordinator",
                                max_length=20,
                                verbose_name="voor wie",
                            ),
                        ),
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
                        ("agreed_on", models.DateField(blank=True, null=True, verbose_name="afgesproken op")),
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
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partnerships",
                                to="projects.project",
                                verbose_name="project",
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
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="projects.project",
                                verbose_name="project",
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
                    name="Meeting",
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
                        (
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="meetings_hosted",
                                to="projects.organisation",
                                verbose_name="zaal bij",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="meetings",
                                to="projects.project",
                                verbose_name="project",
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
                        ("name", models.CharField(max_length=200, verbose_name="stap")),
                        ("due_on", models.DateField(verbose_name="klaar op")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="gedaan op")),
                        (
                            "owner_role",
                            models.CharField(
                                choices=[("coordinator", "coördinator"), ("ambassador", "ambassadeur")],
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
                        ("agreed_on", models.DateField(blank=True, null=True, verbose_name="afgesproken op")),
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
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("city_wide", False), ("district__isnull", True), _connector="OR"),
                        name="projects_organisation_city_or_district",
                        violation_error_message="Een vaste partner in de hele stad hoort bij geen stadsdeel.",
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
    ]
