"""The tables as they are after 0005_care_pauses_and_stopped, for a new database; one that has the earlier steps goes on from those."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import mixen.fields
from mixen.migrating import TablesAtOnce


class Migration(migrations.Migration):
    replaces = [
        ("matching", "0001_initial"),
        ("matching", "0002_mix_meeting"),
        ("matching", "0003_three_months_together"),
        ("matching", "0004_attention_spoken"),
        ("matching", "0005_care_pauses_and_stopped"),
    ]

    initial = True

    dependencies = [
        ("participants", "0001_squashed_0012_partners_and_team"),
        ("projects", "0001_squashed_0012_knowledge_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            [
                migrations.CreateModel(
                    name="Board",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("tables", models.PositiveSmallIntegerField(default=20, verbose_name="tafels")),
                        ("rounds", models.PositiveSmallIntegerField(default=8, verbose_name="rondes")),
                        ("minutes", models.PositiveSmallIntegerField(default=5, verbose_name="minuten per ronde")),
                        (
                            "plan",
                            models.JSONField(
                                blank=True, default=dict, editable=False, verbose_name="hoe goed de rondes zijn"
                            ),
                        ),
                        ("changes", models.PositiveIntegerField(default=0, editable=False)),
                        ("changed_at", models.DateTimeField(editable=False, null=True)),
                        ("change", models.CharField(blank=True, editable=False, max_length=200)),
                        (
                            "changed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="board",
                                to="projects.meeting",
                                verbose_name="mixbijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "middag",
                        "verbose_name_plural": "middagen",
                        "ordering": ["meeting"],
                    },
                ),
                migrations.CreateModel(
                    name="CallList",
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
                        ("day", models.DateField(verbose_name="dag")),
                        (
                            "ambassador",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="call_lists",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ambassadeur",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="call_lists",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bellijst",
                        "verbose_name_plural": "bellijsten",
                        "ordering": ["-day", "ambassador"],
                    },
                ),
                migrations.CreateModel(
                    name="Choice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[("yes", "ja"), ("maybe", "misschien"), ("no", "nee")],
                                max_length=5,
                                verbose_name="antwoord",
                            ),
                        ),
                        (
                            "chooser",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="choices_made",
                                to="participants.participant",
                                verbose_name="wie kiest",
                            ),
                        ),
                        (
                            "chosen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="choices_received",
                                to="participants.participant",
                                verbose_name="over wie",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="choices",
                                to="projects.meeting",
                                verbose_name="mixbijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keuze",
                        "verbose_name_plural": "keuzes",
                        "ordering": ["meeting", "chooser", "chosen"],
                    },
                ),
                migrations.CreateModel(
                    name="Couple",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("chosen", "kozen elkaar"),
                                    ("proposed", "past het best"),
                                    ("by_hand", "gekoppeld door de begeleiding"),
                                ],
                                default="by_hand",
                                max_length=10,
                                verbose_name="hoe gevormd",
                            ),
                        ),
                        ("why", models.CharField(blank=True, max_length=300, verbose_name="waarom")),
                        ("formed_on", models.DateField(verbose_name="sinds")),
                        ("planned_end", models.DateField(verbose_name="tot en met")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("completed", "de afgesproken tijd is om"),
                                    ("no_click", "het klikte niet"),
                                    ("no_time", "geen tijd"),
                                    ("moved", "verhuisd"),
                                    ("no_contact", "geen contact meer"),
                                    ("stopped", "iemand stopt met het project"),
                                    ("separated", "gestopt door de begeleiding"),
                                    ("mistake", "vergissing bij het invoeren"),
                                    ("other", "anders"),
                                ],
                                max_length=20,
                                verbose_name="reden",
                            ),
                        ),
                        ("end_note", models.CharField(blank=True, max_length=300, verbose_name="uitleg")),
                        (
                            "first_appointment_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="eerste afspraak"),
                        ),
                        ("first_appointment_place", models.CharField(blank=True, max_length=200, verbose_name="waar")),
                        (
                            "first_appointment_confirmed",
                            models.BooleanField(default=False, verbose_name="voorgelezen en begrepen"),
                        ),
                        (
                            "next_appointment_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="volgende afspraak"),
                        ),
                        (
                            "next_appointment_place",
                            models.CharField(blank=True, max_length=200, verbose_name="waar de volgende afspraak is"),
                        ),
                        (
                            "booklet_given",
                            models.BooleanField(default=False, verbose_name="strippenboekje meegegeven"),
                        ),
                        ("told", models.BooleanField(default=False, verbose_name="uitslag verteld")),
                        (
                            "ambassador",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="couples",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ambassadeur",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="couples_formed",
                                to="projects.meeting",
                                verbose_name="gevormd op",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="couples",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "koppel",
                        "verbose_name_plural": "koppels",
                        "ordering": ["formed_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CoupleMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slot", models.PositiveSmallIntegerField(verbose_name="plaats")),
                        ("joined_on", models.DateField(verbose_name="sinds")),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                        ("shares_address", models.BooleanField(default=False, verbose_name="geeft het eigen adres")),
                        ("pickup", models.CharField(blank=True, max_length=200, verbose_name="hier op te halen")),
                        (
                            "couple",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="matching.couple",
                                verbose_name="koppel",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="couple_memberships",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lid van een koppel",
                        "verbose_name_plural": "leden van koppels",
                        "ordering": ["couple", "slot", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CheckIn",
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
                                    ("early", "in het begin"),
                                    ("halfway", "halverwege"),
                                    ("stopped", "na het stoppen van het koppel"),
                                ],
                                max_length=10,
                                verbose_name="wanneer",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="bellen vanaf")),
                        (
                            "outcome",
                            models.CharField(
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
                        ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="keer gebeld")),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                help_text="Schrijf niets op over gezondheid, geloof of verblijfsstatus.",
                                verbose_name="notitie",
                            ),
                        ),
                        ("called_on", models.DateField(blank=True, null=True, verbose_name="laatst gebeld op")),
                        ("handled_on", models.DateField(blank=True, null=True, verbose_name="opgepakt op")),
                        (
                            "handled_note",
                            models.CharField(blank=True, max_length=300, verbose_name="wat is er gedaan"),
                        ),
                        (
                            "ambassador",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="check_ins",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ambassadeur",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="check_ins",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="check_ins",
                                to="matching.couplemember",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "telefoontje",
                        "verbose_name_plural": "telefoontjes",
                        "ordering": ["due_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="versie")),
                        ("what", models.CharField(max_length=300, verbose_name="wat er veranderde")),
                        ("locks", models.JSONField(default=list, verbose_name="vastgezet")),
                        ("vetoes", models.JSONField(default=list, verbose_name="niet samen")),
                        ("answer", models.JSONField(default=dict, verbose_name="voorstel")),
                        ("asked", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="op")),
                        ("undone", models.BooleanField(default=False, verbose_name="teruggedraaid")),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="matching.board",
                                verbose_name="middag",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versie van het voorstel",
                        "verbose_name_plural": "versies van het voorstel",
                        "ordering": ["board", "-number"],
                    },
                ),
                migrations.CreateModel(
                    name="GoingOn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("wants", models.BooleanField(verbose_name="wil door")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
                        (
                            "member",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="going_on",
                                to="matching.couplemember",
                                verbose_name="lid van een koppel",
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
                    ],
                    options={
                        "verbose_name": "wil door of niet",
                        "verbose_name_plural": "willen door of niet",
                        "ordering": ["member"],
                    },
                ),
                migrations.CreateModel(
                    name="Helper",
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
                                choices=[("host", "gastheer of gastvrouw"), ("teacher", "docent")],
                                max_length=10,
                                verbose_name="rol",
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
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="helpers",
                                to="matching.board",
                                verbose_name="middag",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="mix_helpers",
                                to="projects.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "helper",
                        "verbose_name_plural": "helpers",
                        "ordering": ["board", "kind", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBoard",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("tables", models.PositiveSmallIntegerField(default=20, verbose_name="tafels")),
                        ("rounds", models.PositiveSmallIntegerField(default=8, verbose_name="rondes")),
                        ("minutes", models.PositiveSmallIntegerField(default=5, verbose_name="minuten per ronde")),
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
                                verbose_name="mixbijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical middag",
                        "verbose_name_plural": "historical middagen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCallList",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgepakt op")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="keer mislukt")),
                        (
                            "given_up",
                            models.CharField(blank=True, max_length=200, verbose_name="niet verstuurd, omdat"),
                        ),
                        ("day", models.DateField(verbose_name="dag")),
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
                        "verbose_name": "historical bellijst",
                        "verbose_name_plural": "historical bellijsten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCheckIn",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("early", "in het begin"),
                                    ("halfway", "halverwege"),
                                    ("stopped", "na het stoppen van het koppel"),
                                ],
                                max_length=10,
                                verbose_name="wanneer",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="bellen vanaf")),
                        (
                            "outcome",
                            models.CharField(
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
                        ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="keer gebeld")),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                help_text="Schrijf niets op over gezondheid, geloof of verblijfsstatus.",
                                verbose_name="notitie",
                            ),
                        ),
                        ("called_on", models.DateField(blank=True, null=True, verbose_name="laatst gebeld op")),
                        ("handled_on", models.DateField(blank=True, null=True, verbose_name="opgepakt op")),
                        (
                            "handled_note",
                            models.CharField(blank=True, max_length=300, verbose_name="wat is er gedaan"),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.couplemember",
                                verbose_name="deelnemer",
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
                        "verbose_name": "historical telefoontje",
                        "verbose_name_plural": "historical telefoontjes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalChoice",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[("yes", "ja"), ("maybe", "misschien"), ("no", "nee")],
                                max_length=5,
                                verbose_name="antwoord",
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
                            "chooser",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="wie kiest",
                            ),
                        ),
                        (
                            "chosen",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="over wie",
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
                                verbose_name="mixbijeenkomst",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical keuze",
                        "verbose_name_plural": "historical keuzes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCouple",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("chosen", "kozen elkaar"),
                                    ("proposed", "past het best"),
                                    ("by_hand", "gekoppeld door de begeleiding"),
                                ],
                                default="by_hand",
                                max_length=10,
                                verbose_name="hoe gevormd",
                            ),
                        ),
                        ("why", models.CharField(blank=True, max_length=300, verbose_name="waarom")),
                        ("formed_on", models.DateField(verbose_name="sinds")),
                        ("planned_end", models.DateField(verbose_name="tot en met")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("completed", "de afgesproken tijd is om"),
                                    ("no_click", "het klikte niet"),
                                    ("no_time", "geen tijd"),
                                    ("moved", "verhuisd"),
                                    ("no_contact", "geen contact meer"),
                                    ("stopped", "iemand stopt met het project"),
                                    ("separated", "gestopt door de begeleiding"),
                                    ("mistake", "vergissing bij het invoeren"),
                                    ("other", "anders"),
                                ],
                                max_length=20,
                                verbose_name="reden",
                            ),
                        ),
                        ("end_note", models.CharField(blank=True, max_length=300, verbose_name="uitleg")),
                        (
                            "first_appointment_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="eerste afspraak"),
                        ),
                        ("first_appointment_place", models.CharField(blank=True, max_length=200, verbose_name="waar")),
                        (
                            "first_appointment_confirmed",
                            models.BooleanField(default=False, verbose_name="voorgelezen en begrepen"),
                        ),
                        (
                            "next_appointment_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="volgende afspraak"),
                        ),
                        (
                            "next_appointment_place",
                            models.CharField(blank=True, max_length=200, verbose_name="waar de volgende afspraak is"),
                        ),
                        (
                            "booklet_given",
                            models.BooleanField(default=False, verbose_name="strippenboekje meegegeven"),
                        ),
                        ("told", models.BooleanField(default=False, verbose_name="uitslag verteld")),
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
                                verbose_name="gevormd op",
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
                        "verbose_name": "historical koppel",
                        "verbose_name_plural": "historical koppels",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCoupleMember",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("slot", models.PositiveSmallIntegerField(verbose_name="plaats")),
                        ("joined_on", models.DateField(verbose_name="sinds")),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                        ("shares_address", models.BooleanField(default=False, verbose_name="geeft het eigen adres")),
                        ("pickup", models.CharField(blank=True, max_length=200, verbose_name="hier op te halen")),
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
                        "verbose_name": "historical lid van een koppel",
                        "verbose_name_plural": "historical leden van koppels",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGoingOn",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("wants", models.BooleanField(verbose_name="wil door")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
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
                            "member",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.couplemember",
                                verbose_name="lid van een koppel",
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
                    ],
                    options={
                        "verbose_name": "historical wil door of niet",
                        "verbose_name_plural": "historical willen door of niet",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalHelper",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("host", "gastheer of gastvrouw"), ("teacher", "docent")],
                                max_length=10,
                                verbose_name="rol",
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
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.board",
                                verbose_name="middag",
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
                        "verbose_name": "historical helper",
                        "verbose_name_plural": "historical helpers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalNotTogether",
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
                            "first",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="de een",
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
                            "second",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="participants.participant",
                                verbose_name="de ander",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical niet samen",
                        "verbose_name_plural": "historical niet samen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOuting",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("day", models.DateField(verbose_name="datum")),
                        ("hours", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="uren")),
                        ("what", models.CharField(blank=True, max_length=200, verbose_name="wat")),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "logged_by",
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
                        "verbose_name": "historical ontmoeting",
                        "verbose_name_plural": "historical ontmoetingen",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPause",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("since", models.DateField(verbose_name="vanaf")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        (
                            "reason",
                            models.CharField(
                                help_text="Schrijf niets op over gezondheid, geloof of verblijfsstatus.",
                                max_length=300,
                                verbose_name="waarom",
                            ),
                        ),
                        ("moves_end", models.BooleanField(default=True, verbose_name="de einddatum schuift mee")),
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
                        "verbose_name": "historical pauze",
                        "verbose_name_plural": "historical pauzes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPresence",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                        ("late", models.BooleanField(default=False, verbose_name="komt later")),
                        ("from_round", models.PositiveSmallIntegerField(default=1, verbose_name="vanaf ronde")),
                        (
                            "until_round",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tot en met ronde"),
                        ),
                        ("chose_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar met kiezen")),
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
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.board",
                                verbose_name="middag",
                            ),
                        ),
                        (
                            "chose_with",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ingevuld door",
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
                        "verbose_name": "historical plaats in de middag",
                        "verbose_name_plural": "historical plaatsen in de middag",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRound",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="ronde")),
                        ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="begonnen")),
                        ("paused_at", models.DateTimeField(blank=True, null=True, verbose_name="stilgezet")),
                        ("paused_seconds", models.PositiveIntegerField(default=0, verbose_name="seconden stil")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="afgelopen")),
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
                            "board",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="matching.board",
                                verbose_name="middag",
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
                        "verbose_name": "historical ronde",
                        "verbose_name_plural": "historical rondes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWeights",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                        ),
                        ("language", models.PositiveSmallIntegerField(default=300, verbose_name="dezelfde taal")),
                        (
                            "postcode",
                            models.PositiveSmallIntegerField(default=200, verbose_name="dicht bij elkaar wonen"),
                        ),
                        (
                            "dayparts",
                            models.PositiveSmallIntegerField(default=200, verbose_name="op dezelfde tijd kunnen"),
                        ),
                        (
                            "interests",
                            models.PositiveSmallIntegerField(default=200, verbose_name="van hetzelfde houden"),
                        ),
                        ("age", models.PositiveSmallIntegerField(default=50, verbose_name="ongeveer even oud zijn")),
                        (
                            "children",
                            models.PositiveSmallIntegerField(
                                default=50, verbose_name="allebei kinderen of allebei niet"
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
                        "verbose_name": "historical gewichten",
                        "verbose_name_plural": "historical gewichten",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="NotTogether",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kept_apart_first",
                                to="participants.participant",
                                verbose_name="de een",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kept_apart_second",
                                to="participants.participant",
                                verbose_name="de ander",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "niet samen",
                        "verbose_name_plural": "niet samen",
                        "ordering": ["first", "second"],
                    },
                ),
                migrations.CreateModel(
                    name="Outing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(verbose_name="datum")),
                        ("hours", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="uren")),
                        ("what", models.CharField(blank=True, max_length=200, verbose_name="wat")),
                        (
                            "couple",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outings",
                                to="matching.couple",
                                verbose_name="koppel",
                            ),
                        ),
                        (
                            "logged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
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
                        "verbose_name": "ontmoeting",
                        "verbose_name_plural": "ontmoetingen",
                        "ordering": ["-day", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Pause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="vanaf")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        (
                            "reason",
                            models.CharField(
                                help_text="Schrijf niets op over gezondheid, geloof of verblijfsstatus.",
                                max_length=300,
                                verbose_name="waarom",
                            ),
                        ),
                        ("moves_end", models.BooleanField(default=True, verbose_name="de einddatum schuift mee")),
                        (
                            "couple",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pauses",
                                to="matching.couple",
                                verbose_name="koppel",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pauze",
                        "verbose_name_plural": "pauzes",
                        "ordering": ["-since", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Presence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                        ("late", models.BooleanField(default=False, verbose_name="komt later")),
                        ("from_round", models.PositiveSmallIntegerField(default=1, verbose_name="vanaf ronde")),
                        (
                            "until_round",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tot en met ronde"),
                        ),
                        ("chose_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar met kiezen")),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presences",
                                to="matching.board",
                                verbose_name="middag",
                            ),
                        ),
                        (
                            "chose_with",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ingevuld door",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presences",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plaats in de middag",
                        "verbose_name_plural": "plaatsen in de middag",
                        "ordering": ["board", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="ronde")),
                        ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="begonnen")),
                        ("paused_at", models.DateTimeField(blank=True, null=True, verbose_name="stilgezet")),
                        ("paused_seconds", models.PositiveIntegerField(default=0, verbose_name="seconden stil")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="afgelopen")),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="all_rounds",
                                to="matching.board",
                                verbose_name="middag",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ronde",
                        "verbose_name_plural": "rondes",
                        "ordering": ["board", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.PositiveSmallIntegerField(verbose_name="tafel")),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="matching.round",
                                verbose_name="ronde",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plaats aan tafel",
                        "verbose_name_plural": "plaatsen aan tafel",
                        "ordering": ["round", "table", "participant"],
                    },
                ),
                migrations.CreateModel(
                    name="Slip",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("turn", models.PositiveSmallIntegerField(verbose_name="keer")),
                        ("answers", models.JSONField(default=dict, verbose_name="antwoorden")),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="slips",
                                to="matching.board",
                                verbose_name="middag",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="slips",
                                to="participants.participant",
                                verbose_name="deelnemer",
                            ),
                        ),
                        (
                            "typed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keuzebriefje",
                        "verbose_name_plural": "keuzebriefjes",
                        "ordering": ["board", "participant", "turn"],
                    },
                ),
                migrations.CreateModel(
                    name="Weights",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.PositiveSmallIntegerField(default=300, verbose_name="dezelfde taal")),
                        (
                            "postcode",
                            models.PositiveSmallIntegerField(default=200, verbose_name="dicht bij elkaar wonen"),
                        ),
                        (
                            "dayparts",
                            models.PositiveSmallIntegerField(default=200, verbose_name="op dezelfde tijd kunnen"),
                        ),
                        (
                            "interests",
                            models.PositiveSmallIntegerField(default=200, verbose_name="van hetzelfde houden"),
                        ),
                        ("age", models.PositiveSmallIntegerField(default=50, verbose_name="ongeveer even oud zijn")),
                        (
                            "children",
                            models.PositiveSmallIntegerField(
                                default=50, verbose_name="allebei kinderen of allebei niet"
                            ),
                        ),
                        (
                            "project",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="matching_weights",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gewichten",
                        "verbose_name_plural": "gewichten",
                    },
                ),
                migrations.AddConstraint(
                    model_name="board",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("tables__gte", 1), ("tables__lte", 60)),
                        name="matching_board_tables",
                        violation_error_message="Vul het aantal tafels in: 1 tot en met 60.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="board",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("rounds__gte", 1), ("rounds__lte", 20)),
                        name="matching_board_rounds",
                        violation_error_message="Vul het aantal rondes in: 1 tot en met 20.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="board",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 60)),
                        name="matching_board_minutes",
                        violation_error_message="Vul het aantal minuten in: 1 tot en met 60.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="calllist",
                    constraint=models.UniqueConstraint(
                        fields=("project", "ambassador", "day"),
                        name="matching_calllist_once_a_day",
                        violation_error_message="Deze bellijst bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="choice",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "chooser", "chosen"),
                        name="matching_choice_once",
                        violation_error_message="Deze keuze is al gemaakt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="choice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("chooser", models.F("chosen")), _negated=True),
                        name="matching_choice_not_oneself",
                        violation_error_message="Niemand kiest zichzelf.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couple",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("end_reason", "")),
                            models.Q(("ended_on__isnull", False), models.Q(("end_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="matching_couple_ended_with_reason",
                        violation_error_message="Bij een gestopt koppel hoort een reden.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couple",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True), ("ended_on__gte", models.F("formed_on")), _connector="OR"
                        ),
                        name="matching_couple_ends_after_start",
                        violation_error_message="Een koppel kan niet stoppen voordat het begint.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couple",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("planned_end__gt", models.F("formed_on"))),
                        name="matching_couple_planned_end_after_start",
                        violation_error_message="De einddatum moet na de begindatum liggen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couplemember",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("left_on__isnull", True)),
                        fields=("participant",),
                        name="matching_member_in_one_active_couple",
                        violation_error_message="Deze deelnemer zit al in een koppel.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couplemember",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("left_on__isnull", True)),
                        fields=("couple", "slot"),
                        name="matching_member_one_per_slot",
                        violation_error_message="Deze plaats in het koppel is al bezet.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couplemember",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slot__gte", 0), ("slot__lte", 3)),
                        name="matching_member_at_most_three_new",
                        violation_error_message="Een koppel heeft ten hoogste drie 'nieuwe' Amsterdammers.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="couplemember",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("left_on__isnull", True), ("left_on__gte", models.F("joined_on")), _connector="OR"
                        ),
                        name="matching_member_leaves_after_joining",
                        violation_error_message="De laatste dag kan niet voor de eerste dag liggen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="checkin",
                    constraint=models.UniqueConstraint(
                        fields=("member", "kind"),
                        name="matching_checkin_once_per_kind",
                        violation_error_message="Dit telefoontje bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="draft",
                    constraint=models.UniqueConstraint(
                        fields=("board", "number"),
                        name="matching_draft_once",
                        violation_error_message="Deze versie bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="nottogether",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second"),
                        name="matching_nottogether_once",
                        violation_error_message="Dit is al afgesproken.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="nottogether",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="matching_nottogether_in_order",
                        violation_error_message="Kies twee verschillende mensen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="outing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0), ("hours__lte", 24)),
                        name="matching_outing_hours_of_a_day",
                        violation_error_message="Vul een aantal uren in tussen 0,25 en 24.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pause",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("couple",),
                        name="matching_pause_one_open",
                        violation_error_message="Dit koppel heeft al pauze.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pause",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="matching_pause_ends_after_start",
                        violation_error_message="De laatste dag kan niet voor de eerste dag liggen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="presence",
                    constraint=models.UniqueConstraint(
                        fields=("board", "participant"),
                        name="matching_presence_once",
                        violation_error_message="Deze deelnemer heeft al een nummer.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="presence",
                    constraint=models.UniqueConstraint(
                        fields=("board", "number"),
                        name="matching_presence_number_once",
                        violation_error_message="Dit nummer is al van iemand anders.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="presence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("from_round__gte", 1)),
                        name="matching_presence_from_first_round",
                        violation_error_message="De eerste ronde is ronde 1.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="round",
                    constraint=models.UniqueConstraint(
                        fields=("board", "number"),
                        name="matching_round_once",
                        violation_error_message="Deze ronde bestaat al.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="round",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("started_at__isnull", False)),
                        fields=("board",),
                        name="matching_round_one_running",
                        violation_error_message="Er loopt al een ronde.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="round",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("started_at__isnull", False), _connector="OR"),
                        name="matching_round_ends_after_start",
                        violation_error_message="Een ronde begint eerst en eindigt dan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="seat",
                    constraint=models.UniqueConstraint(
                        fields=("round", "participant"),
                        name="matching_seat_one_per_round",
                        violation_error_message="Niemand zit aan twee tafels tegelijk.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="seat",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("table__gte", 1)),
                        name="matching_seat_table_from_one",
                        violation_error_message="Tafels tellen vanaf 1.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="slip",
                    constraint=models.UniqueConstraint(
                        fields=("board", "participant", "turn"),
                        name="matching_slip_once_a_turn",
                        violation_error_message="Dit briefje is al ingevoerd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="slip",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("turn__gte", 1), ("turn__lte", 2)),
                        name="matching_slip_two_turns",
                        violation_error_message="Een briefje wordt twee keer ingevoerd.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="weights",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("age__lte", 1000),
                            ("children__lte", 1000),
                            ("dayparts__lte", 1000),
                            ("interests__lte", 1000),
                            ("language__lte", 1000),
                            ("postcode__lte", 1000),
                        ),
                        name="matching_weights_up_to_1000",
                        violation_error_message="Vul een getal in van 0 tot en met 1000.",
                    ),
                ),
            ]
        ),
    ]
