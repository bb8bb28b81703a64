import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("excursions", "0003_excursions_in_full"),
        ("matching", "0005_care_pauses_and_stopped"),
        ("participants", "0009_care_concern_mail"),
        ("projects", "0006_three_months_together"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalplace",
            name="by_appointment",
            field=models.BooleanField(default=False, verbose_name="op afspraak"),
        ),
        migrations.AddField(
            model_name="place",
            name="by_appointment",
            field=models.BooleanField(default=False, verbose_name="op afspraak"),
        ),
        migrations.CreateModel(
            name="HistoricalStripUse",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("used_on", models.DateField(verbose_name="gebruikt op")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            name="HistoricalVisit",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("wished", models.CharField(blank=True, max_length=300, verbose_name="wanneer kunnen ze")),
                ("asked_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="gevraagd op")),
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
                ("meeting_point", models.CharField(blank=True, max_length=200, verbose_name="waar verzamelen")),
                ("arranged_on", models.DateField(blank=True, null=True, verbose_name="geregeld op")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="waarom niet")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
            ],
            options={
                "verbose_name": "historical bezoek op afspraak",
                "verbose_name_plural": "historical bezoeken op afspraak",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="StripUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "couple"),
                        name="excursions_stripuse_once",
                        violation_error_message="Deze strip is al gebruikt.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wished", models.CharField(blank=True, max_length=300, verbose_name="wanneer kunnen ze")),
                ("asked_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="gevraagd op")),
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
                ("meeting_point", models.CharField(blank=True, max_length=200, verbose_name="waar verzamelen")),
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
                    models.ManyToManyField(related_name="visits", to="matching.couple", verbose_name="koppels"),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "off"]),
                            models.Q(("arranged_on__isnull", False), ("starts_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="excursions_visit_arranged_has_date",
                        violation_error_message="Een geregeld bezoek heeft een dag en een tijd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "off"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="excursions_visit_off_with_reason",
                        violation_error_message="Schrijf op waarom het bezoek niet doorgaat.",
                    ),
                ],
            },
        ),
    ]
