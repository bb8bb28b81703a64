"""The end report of a project with 20 projects of history, beside the same project without them.

What is measured is working out all figures and laying out the PDF. The page of history that comes with it is part of
the difference.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import django

from benchmarks.timing import Row, side_by_side

EARLIER = 20
COUPLES, OUTINGS = 20, 12
GOAL = 1.5


def measure() -> Iterator[Row]:
    """One report beside the other, from rows to PDF."""
    django.setup()
    from django.core.management import call_command

    from projects.report import compute
    from projects.report_files import report_pdf

    call_command("migrate", verbosity=0)
    today = date.today()
    first, last = (_report(slug, today + timedelta(days=days)) for slug, days in (("eerste", 0), ("laatste", 400)))
    _history(today + timedelta(days=200))

    def make(report: Any) -> bytes:
        return report_pdf(report, compute(report.project), None)

    yield side_by_side(
        f"end report with {EARLIER} projects of history",
        lambda: make(last),
        lambda: make(first),
        "the same project without history",
        goal=GOAL,
        quality=f"{len(make(last)) // 1024} KiB, with history; {len(make(first)) // 1024} KiB without",
        runs=5,
    )


def _report(slug: str, begins: date) -> Any:
    """A draft of a project with couples that go out every week."""
    from matching.models import Couple, CoupleMember, Outing
    from participants.models import Participant, Person
    from projects.actions import start_report

    project = _project(slug, begins)
    people = Person.objects.bulk_create([Person(name=f"Proefpersoon {slug} {n}") for n in range(2 * COUPLES)])
    parts = Participant.objects.bulk_create(
        Participant(
            project=project,
            person=person,
            side="old" if number < COUPLES else "new",
            status="completed",
            signed_up_on=begins,
        )
        for number, person in enumerate(people)
    )
    end = begins + timedelta(days=90)
    couples = Couple.objects.bulk_create(
        Couple(project=project, formed_on=begins, planned_end=end, ended_on=end, end_reason="completed")
        for _number in range(COUPLES)
    )
    CoupleMember.objects.bulk_create(
        CoupleMember(couple=couple, participant=parts[number + slot * COUPLES], slot=slot, joined_on=begins)
        for number, couple in enumerate(couples)
        for slot in (0, 1)
    )
    Outing.objects.bulk_create(
        Outing(couple=couple, day=begins + timedelta(days=7 * week), hours=4)
        for couple in couples
        for week in range(OUTINGS)
    )
    return start_report(project=project, by=None)


def _history(begins: date) -> None:
    """Final reports of other projects, all between the two that are measured."""
    from django.utils import timezone

    from projects.models import EndReport

    keys = ("matching.couples", "participants.completed_old", "participants.completed_new")
    EndReport.objects.bulk_create(
        EndReport(
            project=_project(f"eerder-{number}", begins + timedelta(days=number)),
            version=1,
            status="final",
            figures=[{"key": key, "value": number} for key in keys],
            finalised_at=timezone.now(),
            pdf="geen.pdf",
            sha256="0" * 64,
        )
        for number in range(EARLIER)
    )


def _project(slug: str, begins: date) -> Any:
    from projects.models import District, Project

    return Project.objects.create(
        name=slug,
        slug=slug,
        district=District.objects.get(slug="oost"),
        starts_on=begins,
        ends_on=begins + timedelta(days=180),
    )
