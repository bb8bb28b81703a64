"""What the end report tells about people. Figures by a personal attribute are never broken down here."""

from collections import Counter
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries import countries

import participants.report_attributes
import participants.report_evaluation  # noqa: F401  (both register figures too)
from participants.models import Attendance, Certificate, Consent, ConsentText, Participant, Side, Status
from participants.recruiting.funnel import funnels
from participants.report_photos import album
from participants.report_texts import course, lessons, people, preparation, results
from projects.models import Project
from projects.report import Row, figure, photo_albums, proposal
from projects.report.charts import bars

SMALLEST_COUNT = 5

photo_albums.add(10, album)
proposal("preparation", 20)(preparation)
proposal("people", 20)(people)
proposal("course", 10)(course)
proposal("results", 20)(results)
proposal("lessons", 10)(lessons)


def _people_rows(project: Project, *, with_status: bool = False, **conditions: Any) -> list[Row]:
    """Who meets ``conditions``, by name, each with their own page."""
    found = project.participants.filter(**conditions).select_related("person").in_order_of_name()
    return [
        Row(
            f"{one.person.name} · {one.get_side_display()} · {one.get_status_display()}"
            if with_status
            else one.person.name,
            reverse("participants:detail", args=[project.slug, one.pk]),
        )
        for one in found
    ]


def _attendance_behind(project: Project) -> list[Row]:
    found = Attendance.objects.filter(meeting__project=project, present=True)
    found = found.select_related("meeting", "participant__person").order_by(
        "meeting__starts_at", "participant__person__name"
    )
    return [
        Row(
            f"{one.meeting} · {one.participant.person.name}",
            reverse("participants:detail", args=[project.slug, one.participant_id]),
        )
        for one in found
    ]


@figure(
    "people",
    20,
    _("Van aanmelden tot afronden"),
    kind="table",
    chart=bars(1, 2, 3, 4),
    behind=lambda project: _people_rows(project, with_status=True),
)
def registered(project: Project) -> dict[str, Any]:
    """Hoeveel mensen zich aanmeldden, zich inschreven, een mixmaatje kregen en het project afrondden, per kant.

    Wie verder kwam, telt bij elke stap ervoor mee; wie stopte of op de wachtlijst staat, telt alleen bij
    'aangemeld'.
    """
    rows = [
        [str(side.side.label), side.registered, side.signed_up, side.coupled, side.completed]
        for side in funnels([project])[project.pk]
    ]
    columns = [_("Kant"), _("Aangemeld"), _("Ingeschreven"), _("Gekoppeld"), _("Afgerond")]
    return {"columns": columns, "rows": rows}


@figure("people", 40, _("Landen van herkomst"), kind="list")
def countries_of_newcomers(project: Project) -> list[str] | None:
    """Landen waar 'nieuwe' Amsterdammers die het project afrondden vandaan komen, zonder aantallen.

    Alleen van wie daar toestemming voor gaf. Landen van minder dan 5 mensen staan er alleen bij als de coördinator
    dat besloot.
    """
    agreed = Consent.objects.standing().filter(kind=ConsentText.Kind.COUNTRY).values("participant")
    codes = Participant.objects.filter(project=project, side=Side.NEW, status=Status.COMPLETED, pk__in=agreed).exclude(
        person__country=""
    )
    counted = Counter(codes.values_list("person__country", flat=True))
    draft_or_final = project.end_reports.order_by("-version").first()
    name_all = bool(draft_or_final and draft_or_final.name_countries)
    names = [str(countries.name(code)) for code, count in counted.items() if name_all or count >= SMALLEST_COUNT]
    return sorted(names) or None


@figure("course", 20, _("Aanwezig bij de bijeenkomsten"), kind="table", chart=bars(1, 2), behind=_attendance_behind)
def attendance(project: Project) -> dict[str, Any] | None:
    """Per bijeenkomst: hoeveel deelnemers er waren, 'oud' en 'nieuw'.

    Wie zich inschreef maar niet kwam, telt niet mee.
    """
    counted = Counter(
        Attendance.objects.filter(meeting__project=project, present=True).values_list("meeting", "participant__side")
    )
    rows = []
    for meeting in project.meetings.all():
        old, new = counted[meeting.pk, Side.OLD], counted[meeting.pk, Side.NEW]
        if old or new:
            rows.append([str(meeting), old, new, old + new])
    if not rows:
        return None
    return {"columns": [_("Bijeenkomst"), _("Oud"), _("Nieuw"), _("Samen")], "rows": rows}


@figure(
    "results",
    30,
    _("'Oude' Amsterdammers die het project afrondden"),
    target=lambda project: project.target_old,
    behind=lambda project: _people_rows(project, side=Side.OLD, status=Status.COMPLETED),
)
def completed_old(project: Project) -> int:
    """'Oude' Amsterdammers met de status 'afgerond'."""
    return project.participants.filter(side=Side.OLD, status=Status.COMPLETED).count()


@figure(
    "results",
    31,
    _("'Nieuwe' Amsterdammers die het project afrondden"),
    target=lambda project: project.target_new,
    behind=lambda project: _people_rows(project, side=Side.NEW, status=Status.COMPLETED),
)
def completed_new(project: Project) -> int:
    """'Nieuwe' Amsterdammers met de status 'afgerond'."""
    return project.participants.filter(side=Side.NEW, status=Status.COMPLETED).count()


@figure(
    "results",
    40,
    _("Certificaten"),
    behind=lambda project: _people_rows(project, certificate__isnull=False),
)
def certificates(project: Project) -> int:
    """Uitgereikte certificaten: voor deelnemers van wie het koppel niet vóór de slotbijeenkomst stopte, of na een
    besluit van de coördinator, met een reden.
    """
    return Certificate.objects.of_project(project).valid().count()
