"""The tables as they are after 0012_partners_and_team, for a new database; one that has the earlier steps goes on from those."""

import uuid
from importlib import import_module

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import django_countries.fields
import localflavor.generic.models
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import mixen.dayparts
import mixen.fields
import participants.models.certificate
import participants.models.consent
import participants.models.joining
from mixen.migrating import TablesAtOnce

reference = import_module("participants.migrations.0002_reference")
texts = import_module("participants.migrations.0006_consent_texts")


class Migration(migrations.Migration):
    replaces = [
        ("participants", "0001_initial"),
        ("participants", "0002_reference"),
        ("participants", "0003_registration"),
        ("participants", "0004_copies_by_mail"),
        ("participants", "0005_not_the_same"),
        ("participants", "0006_consent_texts"),
        ("participants", "0007_money_and_report"),
        ("participants", "0008_three_months_together"),
        ("participants", "0009_care_concern_mail"),
        ("participants", "0010_how_well_one_could_come"),
        ("participants", "0011_invitations_dishes_and_hosts"),
        ("participants", "0012_partners_and_team"),
    ]

    initial = True

    dependencies = [
        ("projects", "0001_squashed_0012_knowledge_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            [
                migrations.CreateModel(
                    name="ErasedRegistration",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(unique=True, verbose_name="aanmeldsleutel")),
                        (
                            "erased_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="gewist op"),
                        ),
                    ],
                    options={
                        "verbose_name": "gewiste aanmelding",
                        "verbose_name_plural": "gewiste aanmeldingen",
                        "ordering": ["-erased_on"],
                    },
                ),
                migrations.CreateModel(
                    name="Interest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.SlugField(unique=True, verbose_name="sleutel")),
                        ("name", models.CharField(max_length=60, unique=True, verbose_name="naam")),
                    ],
                    options={
                        "verbose_name": "interesse",
                        "verbose_name_plural": "interesses",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Language",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=8, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=60, unique=True, verbose_name="naam")),
                    ],
                    options={
                        "verbose_name": "taal",
                        "verbose_name_plural": "talen",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="LanguageReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                max_length=8,
                                unique=True,
                                verbose_name="taal",
                            ),
                        ),
                        ("fingerprint", models.CharField(editable=False, max_length=64, verbose_name="vingerafdruk")),
                        ("read_by", models.CharField(max_length=200, verbose_name="nagelezen door")),
                        (
                            "read_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="nagelezen op"),
                        ),
                    ],
                    options={
                        "verbose_name": "nagelezen vertaling",
                        "verbose_name_plural": "nagelezen vertalingen",
                        "ordering": ["language"],
                    },
                ),
                migrations.CreateModel(
                    name="Concern",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "where",
                            models.CharField(
                                choices=[
                                    ("meeting", "bij een bijeenkomst"),
                                    ("couple", "in een koppel"),
                                    ("excursion", "bij een excursie"),
                                    ("call", "aan de telefoon"),
                                    ("personal", "via de eigen bladzijde"),
                                    ("other", "ergens anders"),
                                ],
                                default="other",
                                max_length=10,
                                verbose_name="waar",
                            ),
                        ),
                        ("words", models.TextField(max_length=4000, verbose_name="wat is er aan de hand")),
                        (
                            "reported_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemeld op"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="afgehandeld op")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="concerns",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gemeld door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "zorg",
                        "verbose_name_plural": "zorgen",
                        "ordering": ["-reported_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ConcernStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("what", models.TextField(max_length=2000, verbose_name="wat is er gedaan")),
                        ("done_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gedaan op")),
                        (
                            "concern",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="participants.concern",
                                verbose_name="zorg",
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
                    ],
                    options={
                        "verbose_name": "stap bij een zorg",
                        "verbose_name_plural": "stappen bij zorgen",
                        "ordering": ["done_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentText",
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
                                    ("taking_part", "meedoen"),
                                    ("country", "land van herkomst"),
                                    ("photos", "foto's"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="versie")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="taal",
                            ),
                        ),
                        ("body", models.TextField(verbose_name="tekst")),
                        (
                            "read_by",
                            models.CharField(
                                blank=True,
                                help_text="Iemand met deze moedertaal. Leeg zolang het een machinevertaling is die niemand nalas.",
                                max_length=200,
                                verbose_name="nagelezen door",
                            ),
                        ),
                        ("read_on", models.DateField(blank=True, null=True, verbose_name="nagelezen op")),
                    ],
                    options={
                        "verbose_name": "toestemmingstekst",
                        "verbose_name_plural": "toestemmingsteksten",
                        "ordering": ["kind", "-version", "language"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "version", "language"),
                                name="participants_consenttext_version_once",
                                violation_error_message="Deze versie bestaat al in deze taal.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCertificateBatch",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "wacht"),
                                    ("running", "bezig"),
                                    ("ready", "klaar"),
                                    ("failed", "mislukt"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("total", models.PositiveIntegerField(verbose_name="aantal")),
                        ("pdf", models.TextField(blank=True, max_length=100, verbose_name="PDF")),
                        ("error", models.CharField(blank=True, max_length=300, verbose_name="fout")),
                        ("asked_at", models.DateTimeField(blank=True, editable=False, verbose_name="gevraagd op")),
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
                        "verbose_name": "historical certificatenafdruk",
                        "verbose_name_plural": "historical certificatenafdrukken",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalConcern",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "where",
                            models.CharField(
                                choices=[
                                    ("meeting", "bij een bijeenkomst"),
                                    ("couple", "in een koppel"),
                                    ("excursion", "bij een excursie"),
                                    ("call", "aan de telefoon"),
                                    ("personal", "via de eigen bladzijde"),
                                    ("other", "ergens anders"),
                                ],
                                default="other",
                                max_length=10,
                                verbose_name="waar",
                            ),
                        ),
                        ("words", models.TextField(max_length=4000, verbose_name="wat is er aan de hand")),
                        (
                            "reported_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemeld op"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="afgehandeld op")),
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
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gemeld door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical zorg",
                        "verbose_name_plural": "historical zorgen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalConcernStep",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("what", models.TextField(max_length=2000, verbose_name="wat is er gedaan")),
                        ("done_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gedaan op")),
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
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.concern",
                                verbose_name="zorg",
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
                    ],
                    options={
                        "verbose_name": "historical stap bij een zorg",
                        "verbose_name_plural": "historical stappen bij zorgen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalConsentText",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("taking_part", "meedoen"),
                                    ("country", "land van herkomst"),
                                    ("photos", "foto's"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="versie")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="taal",
                            ),
                        ),
                        ("body", models.TextField(verbose_name="tekst")),
                        (
                            "read_by",
                            models.CharField(
                                blank=True,
                                help_text="Iemand met deze moedertaal. Leeg zolang het een machinevertaling is die niemand nalas.",
                                max_length=200,
                                verbose_name="nagelezen door",
                            ),
                        ),
                        ("read_on", models.DateField(blank=True, null=True, verbose_name="nagelezen op")),
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
                        "verbose_name": "historical toestemmingstekst",
                        "verbose_name_plural": "historical toestemmingsteksten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalLanguageReview",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                db_index=True,
                                max_length=8,
                                verbose_name="taal",
                            ),
                        ),
                        ("fingerprint", models.CharField(editable=False, max_length=64, verbose_name="vingerafdruk")),
                        ("read_by", models.CharField(max_length=200, verbose_name="nagelezen door")),
                        (
                            "read_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="nagelezen op"),
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
                        "verbose_name": "historical nagelezen vertaling",
                        "verbose_name_plural": "historical nagelezen vertalingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParticipant",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "side",
                            models.CharField(
                                choices=[("old", "oud"), ("new", "nieuw")], max_length=3, verbose_name="kant"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("interested", "aangemeld"),
                                    ("waiting", "wachtlijst"),
                                    ("signed_up", "ingeschreven"),
                                    ("coupled", "gekoppeld"),
                                    ("completed", "afgerond"),
                                    ("stopped", "gestopt"),
                                ],
                                default="interested",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "registration_key",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False, verbose_name="aanmeldsleutel"
                            ),
                        ),
                        (
                            "registration_digest",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="vingerafdruk"),
                        ),
                        ("is_adult", models.BooleanField(default=True, verbose_name="18 jaar of ouder")),
                        (
                            "dutch_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("A1", "A1: losse woorden"),
                                    ("A2", "A2: korte zinnen"),
                                    ("B1", "B1: een gesprek"),
                                    ("B2", "B2 of hoger: vlot"),
                                ],
                                max_length=2,
                                verbose_name="Nederlands",
                            ),
                        ),
                        (
                            "max_new",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="hoeveel 'nieuwe' Amsterdammers wil je ontmoeten"
                            ),
                        ),
                        (
                            "dayparts",
                            models.JSONField(
                                blank=True,
                                default=list,
                                validators=[mixen.dayparts.validate_dayparts],
                                verbose_name="dagdelen",
                            ),
                        ),
                        ("brings", models.CharField(blank=True, max_length=500, verbose_name="dit breng ik mee")),
                        ("hopes", models.CharField(blank=True, max_length=500, verbose_name="hier hoop ik op")),
                        ("whatsapp_ok", models.BooleanField(default=False, verbose_name="mag via WhatsApp")),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("school", "taalles of docent"),
                                    ("folder", "folder"),
                                    ("press", "krant"),
                                    ("centre", "buurtcentrum"),
                                    ("friend", "iemand die ik ken"),
                                    ("website", "website"),
                                    ("ambassador", "ambassadeur"),
                                    ("other", "anders"),
                                ],
                                max_length=20,
                                verbose_name="gehoord via",
                            ),
                        ),
                        (
                            "teacher",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="docent die de eerste keer meekomt",
                            ),
                        ),
                        (
                            "copy_by",
                            models.CharField(
                                choices=[("email", "per e-mail"), ("paper", "op papier")],
                                default="paper",
                                max_length=5,
                                verbose_name="kopie van het formulier",
                            ),
                        ),
                        (
                            "not_matched_since",
                            models.DateField(blank=True, null=True, verbose_name="wordt niet meer gekoppeld sinds"),
                        ),
                        (
                            "copy_given_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="kopie gegeven op"),
                        ),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                help_text="Schrijf niets op over gezondheid, geloof of verblijfsstatus.",
                                verbose_name="notities",
                            ),
                        ),
                        (
                            "stop_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reden van stoppen"),
                        ),
                        (
                            "completion_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reden van het besluit"),
                        ),
                        (
                            "no_certificate_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="geen certificaat, omdat"),
                        ),
                        (
                            "registered_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="aangemeld op"),
                        ),
                        ("signed_up_on", models.DateField(blank=True, null=True, verbose_name="ingeschreven op")),
                        (
                            "waiting_since",
                            models.DateTimeField(blank=True, null=True, verbose_name="op de wachtlijst sinds"),
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
                            "heard_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.organisation",
                                verbose_name="gehoord van organisatie",
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
                        "verbose_name": "historical deelnemer",
                        "verbose_name_plural": "historical deelnemers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPerson",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200,
                                validators=[
                                    mixen.fields.refuse_control_characters,
                                    mixen.fields.refuse_names_without_letters,
                                ],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "call_name",
                            models.CharField(
                                blank=True,
                                help_text="Zo word je genoemd.",
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="roepnaam",
                            ),
                        ),
                        (
                            "own_script_name",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam in eigen schrift",
                            ),
                        ),
                        (
                            "pronunciation",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="zo spreek je de naam uit",
                            ),
                        ),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("woman", "vrouw"),
                                    ("man", "man"),
                                    ("other", "anders"),
                                    ("unsaid", "zeg ik liever niet"),
                                ],
                                max_length=10,
                                verbose_name="geslacht",
                            ),
                        ),
                        (
                            "women_only",
                            models.BooleanField(default=False, verbose_name="gaat alleen met vrouwen op stap"),
                        ),
                        (
                            "birth_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1900),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="geboortejaar",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "reach",
                            models.CharField(
                                blank=True,
                                help_text="Voor wie geen telefoon en geen e-mail heeft.",
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="zo te bereiken",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="leest het liefst",
                            ),
                        ),
                        ("street", models.CharField(blank=True, max_length=200, verbose_name="straat en huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        (
                            "country",
                            django_countries.fields.CountryField(
                                blank=True, max_length=2, verbose_name="land van herkomst"
                            ),
                        ),
                        ("has_stadspas", models.BooleanField(default=False, verbose_name="heeft een Stadspas")),
                        ("has_children", models.BooleanField(blank=True, null=True, verbose_name="heeft kinderen")),
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
                        "verbose_name": "historical persoon",
                        "verbose_name_plural": "historical personen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPhoto",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("file", models.TextField(max_length=100, verbose_name="foto")),
                        ("width", models.PositiveIntegerField(default=0, verbose_name="breedte")),
                        ("height", models.PositiveIntegerField(default=0, verbose_name="hoogte")),
                        ("caption", models.CharField(blank=True, max_length=200, verbose_name="bijschrift")),
                        ("alt", models.CharField(max_length=200, verbose_name="wat is er te zien")),
                        (
                            "nobody_recognisable",
                            models.BooleanField(default=False, verbose_name="niemand is te herkennen"),
                        ),
                        ("in_report", models.BooleanField(default=False, verbose_name="in het eindverslag")),
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
                        "verbose_name": "historical foto",
                        "verbose_name_plural": "historical foto's",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSignatory",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="plaats")),
                        (
                            "name",
                            models.CharField(
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="functie",
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
                        "verbose_name": "historical ondertekenaar",
                        "verbose_name_plural": "historical ondertekenaars",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTablet",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="naam")),
                        (
                            "opened_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="aangezet op"),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="stopt vanzelf op")),
                        (
                            "left_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="aanmeldstand verlaten op"),
                        ),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aangezet door",
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
                        "verbose_name": "historical tablet",
                        "verbose_name_plural": "historical tablets",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTold",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("school", "taalles of docent"),
                                    ("folder", "folder"),
                                    ("press", "krant"),
                                    ("centre", "buurtcentrum"),
                                    ("friend", "iemand die ik ken"),
                                    ("website", "website"),
                                    ("ambassador", "ambassadeur"),
                                    ("other", "anders"),
                                ],
                                max_length=20,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "people",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)], verbose_name="hoeveel mensen"
                            ),
                        ),
                        ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="wanneer")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
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
                                verbose_name="bij welke organisatie",
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
                        "verbose_name": "historical keer verteld",
                        "verbose_name_plural": "historical keren verteld",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                choices=[("old", "oud"), ("new", "nieuw")], max_length=3, verbose_name="kant"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("interested", "aangemeld"),
                                    ("waiting", "wachtlijst"),
                                    ("signed_up", "ingeschreven"),
                                    ("coupled", "gekoppeld"),
                                    ("completed", "afgerond"),
                                    ("stopped", "gestopt"),
                                ],
                                default="interested",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "registration_key",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True, verbose_name="aanmeldsleutel"
                            ),
                        ),
                        (
                            "registration_digest",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="vingerafdruk"),
                        ),
                        ("is_adult", models.BooleanField(default=True, verbose_name="18 jaar of ouder")),
                        (
                            "dutch_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("A1", "A1: losse woorden"),
                                    ("A2", "A2: korte zinnen"),
                                    ("B1", "B1: een gesprek"),
                                    ("B2", "B2 of hoger: vlot"),
                                ],
                                max_length=2,
                                verbose_name="Nederlands",
                            ),
                        ),
                        (
                            "max_new",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="hoeveel 'nieuwe' Amsterdammers wil je ontmoeten"
                            ),
                        ),
                        (
                            "dayparts",
                            models.JSONField(
                                blank=True,
                                default=list,
                                validators=[mixen.dayparts.validate_dayparts],
                                verbose_name="dagdelen",
                            ),
                        ),
                        ("brings", models.CharField(blank=True, max_length=500, verbose_name="dit breng ik mee")),
                        ("hopes", models.CharField(blank=True, max_length=500, verbose_name="hier hoop ik op")),
                        ("whatsapp_ok", models.BooleanField(default=False, verbose_name="mag via WhatsApp")),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("school", "taalles of docent"),
                                    ("folder", "folder"),
                                    ("press", "krant"),
                                    ("centre", "buurtcentrum"),
                                    ("friend", "iemand die ik ken"),
                                    ("website", "website"),
                                    ("ambassador", "ambassadeur"),
                                    ("other", "anders"),
                                ],
                                max_length=20,
                                verbose_name="gehoord via",
                            ),
                        ),
                        (
                            "teacher",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="docent die de eerste keer meekomt",
                            ),
                        ),
                        (
                            "copy_by",
                            models.CharField(
                                choices=[("email", "per e-mail"), ("paper", "op papier")],
                                default="paper",
                                max_length=5,
                                verbose_name="kopie van het formulier",
                            ),
                        ),
                        (
                            "not_matched_since",
                            models.DateField(blank=True, null=True, verbose_name="wordt niet meer gekoppeld sinds"),
                        ),
                        (
                            "copy_given_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="kopie gegeven op"),
                        ),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                help_text="Schrijf niets op over gezondheid, geloof of verblijfsstatus.",
                                verbose_name="notities",
                            ),
                        ),
                        (
                            "stop_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reden van stoppen"),
                        ),
                        (
                            "completion_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reden van het besluit"),
                        ),
                        (
                            "no_certificate_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="geen certificaat, omdat"),
                        ),
                        (
                            "registered_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="aangemeld op"),
                        ),
                        ("signed_up_on", models.DateField(blank=True, null=True, verbose_name="ingeschreven op")),
                        (
                            "waiting_since",
                            models.DateTimeField(blank=True, null=True, verbose_name="op de wachtlijst sinds"),
                        ),
                        (
                            "ambassador",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="assigned_participants",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ambassadeur",
                            ),
                        ),
                        (
                            "heard_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="brought_participants",
                                to="projects.organisation",
                                verbose_name="gehoord van organisatie",
                            ),
                        ),
                        (
                            "interests",
                            models.ManyToManyField(
                                blank=True,
                                related_name="participants",
                                to="participants.interest",
                                verbose_name="interesses",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participants",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "deelnemer",
                        "verbose_name_plural": "deelnemers",
                        "ordering": ["project", "side", "person"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStopWish",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("word", models.CharField(blank=True, max_length=300, verbose_name="waarom")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
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
                        "verbose_name": "historical wil stoppen",
                        "verbose_name_plural": "historical willen stoppen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPersonalLink",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                        "verbose_name": "historical persoonlijke link",
                        "verbose_name_plural": "historical persoonlijke links",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParticipant_interests",
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
                                to="participants.historicalparticipant",
                            ),
                        ),
                        (
                            "interest",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.interest",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalParticipant_interests",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMood",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "face",
                            models.PositiveSmallIntegerField(
                                choices=[(3, "goed"), (2, "gaat wel"), (1, "niet goed")], verbose_name="hoe gaat het"
                            ),
                        ),
                        ("word", models.CharField(blank=True, max_length=200, verbose_name="in een paar woorden")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
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
                        "verbose_name": "historical hoe gaat het",
                        "verbose_name_plural": "historical hoe gaat het",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalInvitation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[("email", "e-mail"), ("sms", "sms"), ("paper", "brief")],
                                max_length=5,
                                verbose_name="uitgenodigd per",
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgenodigd op"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("coming", "komt"), ("not_coming", "komt niet")],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        (
                            "children",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(12)],
                                verbose_name="kinderen die meekomen",
                            ),
                        ),
                        (
                            "answer_for",
                            models.DateTimeField(blank=True, null=True, verbose_name="antwoord over begin"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="geantwoord op")),
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
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="antwoord genoteerd door",
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
                        "verbose_name": "historical uitnodiging",
                        "verbose_name_plural": "historical uitnodigingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalHost",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "task",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="taak",
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
                        "verbose_name": "historical gastheer of gastvrouw",
                        "verbose_name_plural": "historical gastheren en gastvrouwen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEvaluation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "again",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("maybe", "misschien"), ("no", "nee")],
                                max_length=5,
                                verbose_name="zou het nog eens doen",
                            ),
                        ),
                        (
                            "go_on",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("maybe", "misschien"), ("no", "nee")],
                                max_length=5,
                                verbose_name="blijft elkaar zien",
                            ),
                        ),
                        (
                            "dutch",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "minder dan eerst"),
                                    (2, "even veel"),
                                    (3, "meer dan eerst"),
                                    (4, "veel meer dan eerst"),
                                ],
                                null=True,
                                verbose_name="Nederlands gesproken",
                            ),
                        ),
                        (
                            "neighbourhood",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="kent de buurt",
                            ),
                        ),
                        (
                            "own_group",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="contact met de eigen groep",
                            ),
                        ),
                        (
                            "locals",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="contact met andere Amsterdammers",
                            ),
                        ),
                        (
                            "institutions",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="weg naar instanties",
                            ),
                        ),
                        (
                            "reach",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="kon goed bij de bijeenkomsten komen",
                            ),
                        ),
                        ("words", models.TextField(blank=True, max_length=1000, verbose_name="wat wil je nog zeggen")),
                        (
                            "via",
                            models.CharField(
                                choices=[("link", "eigen bladzijde"), ("tablet", "tablet"), ("paper", "papier")],
                                max_length=6,
                                verbose_name="ingevuld via",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ingevuld op"),
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
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ingevoerd door",
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
                        "verbose_name": "historical evaluatie",
                        "verbose_name_plural": "historical evaluaties",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDish",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "what",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="gerecht",
                            ),
                        ),
                        (
                            "brought_by",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="of iemand anders",
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
                        "verbose_name": "historical gerecht",
                        "verbose_name_plural": "historical gerechten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalConcern_about",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.concern",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="participants.historicalconcern",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalConcern_about",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="historicalconcern",
                    name="reporter",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="participants.participant",
                        verbose_name="gemeld door deelnemer",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalClaim",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[("expenses", "onkosten"), ("public_transport", "openbaar vervoer")],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("team", "door het team ingevoerd"),
                                    ("personal", "eigen pagina"),
                                    ("paper", "op papier"),
                                ],
                                default="team",
                                max_length=10,
                                verbose_name="ingediend via",
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
                        "verbose_name": "historical declaratie",
                        "verbose_name_plural": "historical declaraties",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCertificate",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "number",
                            models.CharField(
                                db_index=True,
                                default=participants.models.certificate.new_number,
                                editable=False,
                                max_length=20,
                                verbose_name="nummer",
                            ),
                        ),
                        ("issued_on", models.DateField(verbose_name="uitgereikt op")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="volgorde bij het uitdelen"),
                        ),
                        ("handed_out_at", models.DateTimeField(blank=True, null=True, verbose_name="opgehaald op")),
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
                            "handed_out_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgedeeld door",
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
                            "issued_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgereikt door",
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
                        "verbose_name": "historical certificaat",
                        "verbose_name_plural": "historical certificaten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAttendance",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("present", models.BooleanField(default=True, verbose_name="was er")),
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
                        "verbose_name": "historical aanwezigheid",
                        "verbose_name_plural": "historical aanwezigheid",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAmbassadorWish",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="gevraagd op")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "wil graag"), ("no", "liever niet")],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("invited", "uitgenodigd"), ("not_now", "nu niet")],
                                max_length=10,
                                verbose_name="wat is er gedaan",
                            ),
                        ),
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
                        "verbose_name": "historical wil ambassadeur worden",
                        "verbose_name_plural": "historical willen ambassadeur worden",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAbsenceCall",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("comes", "komt de volgende keer"),
                                    ("later", "later nog eens bellen"),
                                    ("no_answer", "nam niet op"),
                                    ("stops", "doet niet meer mee"),
                                ],
                                max_length=10,
                                verbose_name="afloop",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="Schrijf niets op over gezondheid, geloof of status.",
                                max_length=300,
                                verbose_name="notitie",
                            ),
                        ),
                        (
                            "called_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gebeld op"),
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
                            "called_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gebeld door",
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
                        "verbose_name": "historical telefoontje na wegblijven",
                        "verbose_name_plural": "historical telefoontjes na wegblijven",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CopyMail",
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
                            "participant",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="copy_mail",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kopie per mail",
                        "verbose_name_plural": "kopieën per mail",
                        "ordering": ["pk"],
                    },
                ),
                migrations.AddField(
                    model_name="concern",
                    name="about",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="concerns_about",
                        to="participants.participant",
                        verbose_name="over wie",
                    ),
                ),
                migrations.AddField(
                    model_name="concern",
                    name="reporter",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="concerns_reported",
                        to="participants.participant",
                        verbose_name="gemeld door deelnemer",
                    ),
                ),
                migrations.CreateModel(
                    name="Claim",
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
                            "kind",
                            models.CharField(
                                choices=[("expenses", "onkosten"), ("public_transport", "openbaar vervoer")],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("team", "door het team ingevoerd"),
                                    ("personal", "eigen pagina"),
                                    ("paper", "op papier"),
                                ],
                                default="team",
                                max_length=10,
                                verbose_name="ingediend via",
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declaratie",
                        "verbose_name_plural": "declaraties",
                        "ordering": ["-created_at", "-pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                default=participants.models.certificate.new_number,
                                editable=False,
                                max_length=20,
                                unique=True,
                                verbose_name="nummer",
                            ),
                        ),
                        ("issued_on", models.DateField(verbose_name="uitgereikt op")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="volgorde bij het uitdelen"),
                        ),
                        ("handed_out_at", models.DateTimeField(blank=True, null=True, verbose_name="opgehaald op")),
                        (
                            "handed_out_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgedeeld door",
                            ),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitgereikt door",
                            ),
                        ),
                        (
                            "participant",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificate",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certificaat",
                        "verbose_name_plural": "certificaten",
                        "ordering": ["position", "participant__person__name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("present", models.BooleanField(default=True, verbose_name="was er")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aanwezigheid",
                        "verbose_name_plural": "aanwezigheid",
                        "ordering": ["meeting", "participant"],
                    },
                ),
                migrations.CreateModel(
                    name="AmbassadorWish",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="gevraagd op")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "wil graag"), ("no", "liever niet")],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("invited", "uitgenodigd"), ("not_now", "nu niet")],
                                max_length=10,
                                verbose_name="wat is er gedaan",
                            ),
                        ),
                        ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gevraagd door",
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ambassador_wishes",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wil ambassadeur worden",
                        "verbose_name_plural": "willen ambassadeur worden",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AbsenceCall",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("comes", "komt de volgende keer"),
                                    ("later", "later nog eens bellen"),
                                    ("no_answer", "nam niet op"),
                                    ("stops", "doet niet meer mee"),
                                ],
                                max_length=10,
                                verbose_name="afloop",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="Schrijf niets op over gezondheid, geloof of status.",
                                max_length=300,
                                verbose_name="notitie",
                            ),
                        ),
                        (
                            "called_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gebeld op"),
                        ),
                        (
                            "called_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gebeld door",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="absence_calls",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="absence_calls",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "telefoontje na wegblijven",
                        "verbose_name_plural": "telefoontjes na wegblijven",
                        "ordering": ["-called_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                                validators=[
                                    mixen.fields.refuse_control_characters,
                                    mixen.fields.refuse_names_without_letters,
                                ],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "call_name",
                            models.CharField(
                                blank=True,
                                help_text="Zo word je genoemd.",
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="roepnaam",
                            ),
                        ),
                        (
                            "own_script_name",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam in eigen schrift",
                            ),
                        ),
                        (
                            "pronunciation",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="zo spreek je de naam uit",
                            ),
                        ),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("woman", "vrouw"),
                                    ("man", "man"),
                                    ("other", "anders"),
                                    ("unsaid", "zeg ik liever niet"),
                                ],
                                max_length=10,
                                verbose_name="geslacht",
                            ),
                        ),
                        (
                            "women_only",
                            models.BooleanField(default=False, verbose_name="gaat alleen met vrouwen op stap"),
                        ),
                        (
                            "birth_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1900),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="geboortejaar",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "reach",
                            models.CharField(
                                blank=True,
                                help_text="Voor wie geen telefoon en geen e-mail heeft.",
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="zo te bereiken",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="leest het liefst",
                            ),
                        ),
                        ("street", models.CharField(blank=True, max_length=200, verbose_name="straat en huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        (
                            "country",
                            django_countries.fields.CountryField(
                                blank=True, max_length=2, verbose_name="land van herkomst"
                            ),
                        ),
                        ("has_stadspas", models.BooleanField(default=False, verbose_name="heeft een Stadspas")),
                        ("has_children", models.BooleanField(blank=True, null=True, verbose_name="heeft kinderen")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="aangemaakt op")),
                        (
                            "languages",
                            models.ManyToManyField(
                                blank=True,
                                related_name="people",
                                to="participants.language",
                                verbose_name="talen naast Nederlands",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persoon",
                        "verbose_name_plural": "personen",
                        "ordering": ["name", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="participant",
                    name="person",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="participants.person",
                        verbose_name="persoon",
                    ),
                ),
                migrations.CreateModel(
                    name="NotTheSame",
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
                                to="participants.person",
                                verbose_name="de een",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="unlike_second",
                                to="participants.person",
                                verbose_name="de ander",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "twee verschillende mensen",
                        "verbose_name_plural": "twee verschillende mensen",
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPerson_languages",
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
                                to="participants.historicalperson",
                            ),
                        ),
                        (
                            "language",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.language",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalPerson_languages",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="historicalparticipant",
                    name="person",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="participants.person",
                        verbose_name="persoon",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalNotTheSame",
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
                                to="participants.person",
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
                                to="participants.person",
                                verbose_name="de ander",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical twee verschillende mensen",
                        "verbose_name_plural": "historical twee verschillende mensen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PersonalLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=participants.models.joining.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="kenmerk",
                            ),
                        ),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "participant",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="personal_link",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persoonlijke link",
                        "verbose_name_plural": "persoonlijke links",
                        "ordering": ["participant"],
                    },
                ),
                migrations.CreateModel(
                    name="Photo",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "file",
                            models.ImageField(
                                height_field="height", upload_to="photos/", verbose_name="foto", width_field="width"
                            ),
                        ),
                        ("width", models.PositiveIntegerField(default=0, verbose_name="breedte")),
                        ("height", models.PositiveIntegerField(default=0, verbose_name="hoogte")),
                        ("caption", models.CharField(blank=True, max_length=200, verbose_name="bijschrift")),
                        ("alt", models.CharField(max_length=200, verbose_name="wat is er te zien")),
                        (
                            "nobody_recognisable",
                            models.BooleanField(default=False, verbose_name="niemand is te herkennen"),
                        ),
                        ("in_report", models.BooleanField(default=False, verbose_name="in het eindverslag")),
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="photos",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "people",
                            models.ManyToManyField(
                                blank=True,
                                related_name="photos",
                                to="participants.participant",
                                verbose_name="wie staan erop",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "foto",
                        "verbose_name_plural": "foto's",
                        "ordering": ["added_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPhoto_people",
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
                                to="participants.historicalphoto",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.photo",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalPhoto_people",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RegistrationDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "token",
                            models.CharField(
                                default=participants.models.joining.new_draft_token,
                                editable=False,
                                max_length=40,
                                unique=True,
                                verbose_name="kenmerk",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="taal",
                            ),
                        ),
                        ("answers", models.JSONField(default=dict, verbose_name="antwoorden")),
                        ("touched_at", models.DateTimeField(auto_now=True, verbose_name="laatst bewaard op")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "begonnen aanmelding",
                        "verbose_name_plural": "begonnen aanmeldingen",
                        "ordering": ["-touched_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Signatory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="plaats")),
                        (
                            "name",
                            models.CharField(
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="naam",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="functie",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatories",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ondertekenaar",
                        "verbose_name_plural": "ondertekenaars",
                        "ordering": ["project", "position"],
                    },
                ),
                migrations.CreateModel(
                    name="Signature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strokes",
                            models.JSONField(
                                blank=True,
                                default=list,
                                validators=[participants.models.consent.validate_strokes],
                                verbose_name="getekend",
                            ),
                        ),
                        ("typed", models.CharField(blank=True, max_length=200, verbose_name="getypt")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="taal",
                            ),
                        ),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
                        ),
                        (
                            "helped_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geholpen door",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatures",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "handtekening",
                        "verbose_name_plural": "handtekeningen",
                        "ordering": ["-given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalConsent",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("taking_part", "meedoen"),
                                    ("country", "land van herkomst"),
                                    ("photos", "foto's"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("signed_as", models.CharField(max_length=200, verbose_name="ondertekend als")),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
                        ),
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
                            "helped_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geholpen door",
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
                            "text",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.consenttext",
                                verbose_name="tekst",
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
                        (
                            "signature",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.signature",
                                verbose_name="handtekening",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical toestemming",
                        "verbose_name_plural": "historical toestemmingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Consent",
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
                                    ("taking_part", "meedoen"),
                                    ("country", "land van herkomst"),
                                    ("photos", "foto's"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("signed_as", models.CharField(max_length=200, verbose_name="ondertekend als")),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "helped_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geholpen door",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="participants.consenttext",
                                verbose_name="tekst",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consents",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                        (
                            "signature",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="consents",
                                to="participants.signature",
                                verbose_name="handtekening",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "toestemming",
                        "verbose_name_plural": "toestemmingen",
                        "ordering": ["participant", "kind", "given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="StopWish",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("word", models.CharField(blank=True, max_length=300, verbose_name="waarom")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
                        ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stop_wishes",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wil stoppen",
                        "verbose_name_plural": "willen stoppen",
                        "ordering": ["said_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Tablet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="naam")),
                        (
                            "token_mark",
                            models.CharField(editable=False, max_length=64, unique=True, verbose_name="kenmerk"),
                        ),
                        ("pin", models.CharField(editable=False, max_length=128, verbose_name="pincode, versleuteld")),
                        (
                            "wrong_pins",
                            models.PositiveSmallIntegerField(default=0, verbose_name="verkeerde pincodes na elkaar"),
                        ),
                        (
                            "opened_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="aangezet op"),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="stopt vanzelf op")),
                        (
                            "heard_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="laatst iets gehoord op"),
                        ),
                        ("waiting", models.PositiveIntegerField(default=0, verbose_name="nog op de tablet")),
                        ("sent", models.PositiveIntegerField(default=0, verbose_name="verstuurd")),
                        (
                            "left_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="aanmeldstand verlaten op"),
                        ),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="tablets",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aangezet door",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tablets",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tablet",
                        "verbose_name_plural": "tablets",
                        "ordering": ["-opened_at"],
                    },
                ),
                migrations.AddField(
                    model_name="signature",
                    name="tablet",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="signatures",
                        to="participants.tablet",
                        verbose_name="tablet",
                    ),
                ),
                migrations.CreateModel(
                    name="Parked",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(editable=False, verbose_name="aanmeldsleutel")),
                        ("digest", models.CharField(editable=False, max_length=64, verbose_name="vingerafdruk")),
                        ("answers", models.JSONField(default=dict, verbose_name="antwoorden")),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("fields", "er klopt iets niet in wat is ingevuld"),
                                    ("other_content", "dezelfde aanmelding kwam twee keer, met andere gegevens"),
                                ],
                                max_length=20,
                                verbose_name="waarom",
                            ),
                        ),
                        ("faults", models.JSONField(blank=True, default=dict, verbose_name="wat er niet klopt")),
                        (
                            "received_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ontvangen op"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("registered", "verbeterd en aangemeld"),
                                    ("kept", "wat er al stond is goed"),
                                    ("dropped", "niet gebruikt"),
                                ],
                                max_length=12,
                                verbose_name="afloop",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="waarom zo")),
                        ("solved_at", models.DateTimeField(blank=True, null=True, verbose_name="opgelost op")),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parked",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "solved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="opgelost door",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="parked",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                        (
                            "tablet",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="parked",
                                to="participants.tablet",
                                verbose_name="tablet",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "geparkeerde aanmelding",
                        "verbose_name_plural": "geparkeerde aanmeldingen",
                        "ordering": ["-received_at"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSignature",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("typed", models.CharField(blank=True, max_length=200, verbose_name="getypt")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "Nederlands"),
                                    ("en", "English"),
                                    ("ar", "العربية"),
                                    ("tr", "Türkçe"),
                                    ("fr", "Français"),
                                    ("es", "Español"),
                                    ("uk", "Українська"),
                                    ("ti", "ትግርኛ"),
                                    ("fa", "فارسی"),
                                ],
                                default="nl",
                                max_length=8,
                                verbose_name="taal",
                            ),
                        ),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
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
                            "helped_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geholpen door",
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
                        (
                            "tablet",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.tablet",
                                verbose_name="tablet",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical handtekening",
                        "verbose_name_plural": "historical handtekeningen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParked",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("key", models.UUIDField(editable=False, verbose_name="aanmeldsleutel")),
                        ("digest", models.CharField(editable=False, max_length=64, verbose_name="vingerafdruk")),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("fields", "er klopt iets niet in wat is ingevuld"),
                                    ("other_content", "dezelfde aanmelding kwam twee keer, met andere gegevens"),
                                ],
                                max_length=20,
                                verbose_name="waarom",
                            ),
                        ),
                        ("faults", models.JSONField(blank=True, default=dict, verbose_name="wat er niet klopt")),
                        (
                            "received_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ontvangen op"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("registered", "verbeterd en aangemeld"),
                                    ("kept", "wat er al stond is goed"),
                                    ("dropped", "niet gebruikt"),
                                ],
                                max_length=12,
                                verbose_name="afloop",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="waarom zo")),
                        ("solved_at", models.DateTimeField(blank=True, null=True, verbose_name="opgelost op")),
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
                        (
                            "solved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="opgelost door",
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
                        (
                            "tablet",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.tablet",
                                verbose_name="tablet",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical geparkeerde aanmelding",
                        "verbose_name_plural": "historical geparkeerde aanmeldingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Told",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("school", "taalles of docent"),
                                    ("folder", "folder"),
                                    ("press", "krant"),
                                    ("centre", "buurtcentrum"),
                                    ("friend", "iemand die ik ken"),
                                    ("website", "website"),
                                    ("ambassador", "ambassadeur"),
                                    ("other", "anders"),
                                ],
                                max_length=20,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "people",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)], verbose_name="hoeveel mensen"
                            ),
                        ),
                        ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="wanneer")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="told",
                                to="projects.organisation",
                                verbose_name="bij welke organisatie",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="told",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keer verteld",
                        "verbose_name_plural": "keren verteld",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CertificateBatch",
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
                                choices=[
                                    ("waiting", "wacht"),
                                    ("running", "bezig"),
                                    ("ready", "klaar"),
                                    ("failed", "mislukt"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("total", models.PositiveIntegerField(verbose_name="aantal")),
                        ("done", models.PositiveIntegerField(default=0, verbose_name="klaar")),
                        ("pdf", models.FileField(blank=True, upload_to="certificates/", verbose_name="PDF")),
                        ("error", models.CharField(blank=True, max_length=300, verbose_name="fout")),
                        ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="gevraagd op")),
                        ("touched_at", models.DateTimeField(auto_now=True, verbose_name="laatst gewerkt op")),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="certificate_batches",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certificatenafdruk",
                        "verbose_name_plural": "certificatenafdrukken",
                        "ordering": ["-asked_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("done__lte", models.F("total"))),
                                name="participants_batch_done_within_total",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ready"), _negated=True),
                                    models.Q(("pdf", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="participants_batch_ready_has_pdf",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["waiting", "running"])),
                                fields=("project",),
                                name="participants_batch_one_at_a_time",
                                violation_error_message="Er wordt al een afdruk gemaakt.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConcernMail",
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
                            "concern",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mails",
                                to="participants.concern",
                                verbose_name="zorg",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="coördinator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mail over een zorg",
                        "verbose_name_plural": "mails over zorgen",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("concern", "user"),
                                name="participants_concernmail_once",
                                violation_error_message="Deze mail bestaat al.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mood",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "face",
                            models.PositiveSmallIntegerField(
                                choices=[(3, "goed"), (2, "gaat wel"), (1, "niet goed")], verbose_name="hoe gaat het"
                            ),
                        ),
                        ("word", models.CharField(blank=True, max_length=200, verbose_name="in een paar woorden")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
                        ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moods",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hoe gaat het",
                        "verbose_name_plural": "hoe gaat het",
                        "ordering": ["-said_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("face__gte", 1), ("face__lte", 3)),
                                name="participants_mood_one_of_three",
                                violation_error_message="Kies een van de drie gezichten.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
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
                        ("kind", models.CharField(max_length=30, verbose_name="soort")),
                        ("about", models.CharField(max_length=80, verbose_name="waarover")),
                        ("number", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="rij")),
                        ("send_at", models.DateTimeField(verbose_name="versturen vanaf")),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[("email", "e-mail"), ("sms", "sms")],
                                max_length=5,
                                verbose_name="verstuurd per",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bericht",
                        "verbose_name_plural": "berichten",
                        "ordering": ["send_at", "pk"],
                        "indexes": [models.Index(fields=["send_at"], name="participants_message_due")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("participant", "kind", "about"),
                                name="participants_message_once",
                                violation_error_message="Dit bericht bestaat al.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                            "way",
                            models.CharField(
                                choices=[("email", "e-mail"), ("sms", "sms"), ("paper", "brief")],
                                max_length=5,
                                verbose_name="uitgenodigd per",
                            ),
                        ),
                        (
                            "invited_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgenodigd op"),
                        ),
                        ("told_of", models.DateTimeField(blank=True, null=True, verbose_name="kent als begin")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("coming", "komt"), ("not_coming", "komt niet")],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        (
                            "children",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(12)],
                                verbose_name="kinderen die meekomen",
                            ),
                        ),
                        (
                            "answer_for",
                            models.DateTimeField(blank=True, null=True, verbose_name="antwoord over begin"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="geantwoord op")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="antwoord genoteerd door",
                            ),
                        ),
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
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uitnodiging",
                        "verbose_name_plural": "uitnodigingen",
                        "ordering": ["meeting", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "participant"),
                                name="participants_invitation_once",
                                violation_error_message="Deze deelnemer is al uitgenodigd.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("children", 0), ("answer", "coming"), _connector="OR"),
                                name="participants_invitation_children_come_along",
                                violation_error_message="Kinderen komen alleen mee met wie zelf komt.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Host",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "task",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="taak",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hosts",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hosting",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gastheer of gastvrouw",
                        "verbose_name_plural": "gastheren en gastvrouwen",
                        "ordering": ["meeting", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "participant"),
                                name="participants_host_once",
                                violation_error_message="Deze deelnemer is al gastheer of gastvrouw.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "again",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("maybe", "misschien"), ("no", "nee")],
                                max_length=5,
                                verbose_name="zou het nog eens doen",
                            ),
                        ),
                        (
                            "go_on",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("maybe", "misschien"), ("no", "nee")],
                                max_length=5,
                                verbose_name="blijft elkaar zien",
                            ),
                        ),
                        (
                            "dutch",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "minder dan eerst"),
                                    (2, "even veel"),
                                    (3, "meer dan eerst"),
                                    (4, "veel meer dan eerst"),
                                ],
                                null=True,
                                verbose_name="Nederlands gesproken",
                            ),
                        ),
                        (
                            "neighbourhood",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="kent de buurt",
                            ),
                        ),
                        (
                            "own_group",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="contact met de eigen groep",
                            ),
                        ),
                        (
                            "locals",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="contact met andere Amsterdammers",
                            ),
                        ),
                        (
                            "institutions",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="weg naar instanties",
                            ),
                        ),
                        (
                            "reach",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "helemaal niet"), (2, "een beetje"), (3, "best wel"), (4, "heel erg")],
                                null=True,
                                verbose_name="kon goed bij de bijeenkomsten komen",
                            ),
                        ),
                        ("words", models.TextField(blank=True, max_length=1000, verbose_name="wat wil je nog zeggen")),
                        (
                            "via",
                            models.CharField(
                                choices=[("link", "eigen bladzijde"), ("tablet", "tablet"), ("paper", "papier")],
                                max_length=6,
                                verbose_name="ingevuld via",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ingevuld op"),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ingevoerd door",
                            ),
                        ),
                        (
                            "participant",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evaluation",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evaluatie",
                        "verbose_name_plural": "evaluaties",
                        "ordering": ["participant"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("dutch__isnull", True),
                                        models.Q(("dutch__gte", 1), ("dutch__lte", 4)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("neighbourhood__isnull", True),
                                        models.Q(("neighbourhood__gte", 1), ("neighbourhood__lte", 4)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("own_group__isnull", True),
                                        models.Q(("own_group__gte", 1), ("own_group__lte", 4)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("locals__isnull", True),
                                        models.Q(("locals__gte", 1), ("locals__lte", 4)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("institutions__isnull", True),
                                        models.Q(("institutions__gte", 1), ("institutions__lte", 4)),
                                        _connector="OR",
                                    ),
                                ),
                                name="participants_evaluation_one_to_four",
                                violation_error_message="Kies een van de antwoorden.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reach__isnull", True),
                                    models.Q(("reach__gte", 1), ("reach__lte", 4)),
                                    _connector="OR",
                                ),
                                name="participants_evaluation_reach_one_to_four",
                                violation_error_message="Kies een van de antwoorden.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dish",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="gerecht",
                            ),
                        ),
                        (
                            "brought_by",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[mixen.fields.refuse_control_characters],
                                verbose_name="of iemand anders",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dishes",
                                to="projects.meeting",
                                verbose_name="bijeenkomst",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dishes",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gerecht",
                        "verbose_name_plural": "gerechten",
                        "ordering": ["meeting", "what", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True),
                                name="participants_dish_says_what",
                                violation_error_message="Schrijf op wat het is.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("participant__isnull", True), ("brought_by", ""), _connector="XOR"
                                ),
                                name="participants_dish_brought_by_one",
                                violation_error_message="Kies een deelnemer, of schrijf op wie het meebrengt.",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="concern",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reported_by__isnull", True), ("reporter__isnull", True), _connector="OR"),
                        name="participants_concern_one_reporter",
                        violation_error_message="Een zorg wordt door één persoon gemeld.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="participants_claim_amount_positive",
                        violation_error_message="Het bedrag moet meer zijn dan 0.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("expense__isnull", False), ("status__in", ["paid", "returned"])),
                            models.Q(
                                models.Q(("status__in", ["paid", "returned"]), _negated=True),
                                ("expense__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="participants_claim_paid_is_an_expense",
                        violation_error_message="Wat betaald is, is een uitgave.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="participants_claim_refused_with_reason",
                        violation_error_message="Geef een reden om af te wijzen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("run__isnull", True), ("status__in", ["approved", "paid", "returned"]), _connector="OR"
                        ),
                        name="participants_claim_only_approved_in_a_run",
                        violation_error_message="Alleen wat is goedgekeurd, kan worden betaald.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "participant"),
                        name="participants_attendance_once",
                        violation_error_message="Deze aanwezigheid is al genoteerd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="ambassadorwish",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("handled_at__isnull", True), models.Q(("answer", "no"), _negated=True)),
                        fields=("participant",),
                        name="participants_ambassadorwish_one_open",
                        violation_error_message="Dit is al gevraagd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="ambassadorwish",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("asked_at__isnull", False), ("answered_at__isnull", False), _connector="OR"
                        ),
                        name="participants_ambassadorwish_asked_or_said",
                        violation_error_message="Noteer wanneer het is gevraagd of gezegd.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="person",
                    index=models.Index(fields=["name"], name="participants_person_name"),
                ),
                migrations.AddConstraint(
                    model_name="person",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("women_only", False), ("gender", "woman"), _connector="OR"),
                        name="participants_person_women_only_is_woman",
                        violation_error_message="'Alleen met vrouwen op stap' kan alleen bij een vrouw.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="person",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("birth_year__isnull", True),
                            models.Q(("birth_year__gte", 1900), ("birth_year__lte", 2100)),
                            _connector="OR",
                        ),
                        name="participants_person_birth_year_plausible",
                        violation_error_message="Vul een geboortejaar in van vier cijfers, bijvoorbeeld 1958.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="person",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="participants_person_has_name",
                        violation_error_message="Vul een naam in.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="participant",
                    index=models.Index(fields=["project", "side", "status"], name="participants_by_status"),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.UniqueConstraint(
                        fields=("project", "person"),
                        name="participants_participant_once_per_project",
                        violation_error_message="Deze persoon doet al mee in dit project.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("max_new__gte", 1), ("max_new__lte", 3)),
                        name="participants_participant_takes_one_to_three",
                        violation_error_message="Kies 1, 2 of 3 'nieuwe' Amsterdammers.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("side", "old"), ("max_new", 1), _connector="OR"),
                        name="participants_participant_only_old_takes_more",
                        violation_error_message="Alleen een 'oude' Amsterdammer kan er meer dan één ontmoeten.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("is_adult", True)),
                        name="participants_participant_is_adult",
                        violation_error_message="Meedoen kan vanaf 18 jaar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["signed_up", "coupled", "completed"]), _negated=True),
                            ("signed_up_on__isnull", False),
                            _connector="OR",
                        ),
                        name="participants_participant_signed_up_has_date",
                        violation_error_message="Bij wie is ingeschreven hoort een datum.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "waiting"), _negated=True),
                            ("waiting_since__isnull", False),
                            _connector="OR",
                        ),
                        name="participants_participant_waits_since",
                        violation_error_message="Bij wie wacht hoort een tijd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notthesame",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second"),
                        name="participants_notthesame_once",
                        violation_error_message="Dit is al vastgelegd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notthesame",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="participants_notthesame_in_order",
                        violation_error_message="Kies twee verschillende mensen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="photo",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("alt", ""), _negated=True),
                        name="participants_photo_says_what_is_on_it",
                        violation_error_message="Schrijf op wat er op de foto te zien is.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signatory",
                    constraint=models.UniqueConstraint(
                        fields=("project", "position"),
                        name="participants_signatory_one_a_place",
                        violation_error_message="Op deze plaats staat al iemand.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("participant", "kind"),
                        name="participants_consent_one_standing",
                        violation_error_message="Deze toestemming is al gegeven.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stopwish",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("handled_at__isnull", True)),
                        fields=("participant",),
                        name="participants_stopwish_one_open",
                        violation_error_message="Dit is al gezegd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signature",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("strokes", []), _negated=True),
                            models.Q(("typed", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="participants_signature_is_one",
                        violation_error_message="Zet een handtekening of typ je naam.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="parked",
                    constraint=models.UniqueConstraint(
                        fields=("key", "digest"),
                        name="participants_parked_once",
                        violation_error_message="Deze aanmelding staat er al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="parked",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("solved_at__isnull", False), _connector="OR"),
                        name="participants_parked_solved_has_time",
                        violation_error_message="Bij een opgeloste aanmelding hoort een tijd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="told",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("people__gte", 1)),
                        name="participants_told_somebody",
                        violation_error_message="Vul in hoeveel mensen het hoorden, ten minste 1.",
                    ),
                ),
            ]
        ),
        migrations.RunPython(reference.add_reference_data, migrations.RunPython.noop),
        migrations.RunPython(texts.add_texts, texts.remove_texts),
    ]
