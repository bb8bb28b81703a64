"""All certificates of a project for the printer, beside plain WeasyPrint: one by one, same template and stylesheet.

The goal is 2.5 times as fast. A page of 1,000 may take no more than 1.15 times as long as one of 40; both are made in
processes of their own, warm, which also tell how much memory they took at most.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import django

from benchmarks.timing import Row, seconds, side_by_side

FEW, MANY = 40, 1000
GOAL, FLAT = 1 / 2.5, 1.15
SCRIPTS = ("", "سميرة العمراني", "ተስፋይ ገብረመድህን", "Оксана Коваленко", "सीता शर्मा")


def measure() -> Iterator[Row]:
    """Forty beside one by one, then a thousand beside forty."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for size in (FEW, MANY):
        _project(size)
    yield side_by_side(
        f"{FEW} certificates in one PDF",
        lambda: _batch(FEW),
        lambda: _one_by_one(FEW),
        "one by one",
        goal=GOAL,
        runs=3,
    )
    few, many = [], []
    for _turn in range(2):  # in turn, so that a busy machine slows both
        few.append(_apart(FEW))
        many.append(_apart(MANY))
    few.append(_apart(FEW))
    memory = ", ".join(
        f"{size:,}: {max(peak for _each, peak in found)} MB" for size, found in ((FEW, few), (MANY, many))
    )
    yield Row(
        f"one page of {MANY:,} certificates",
        statistics.median(each for each, _peak in many),
        statistics.median(each for each, _peak in few),
        f"one page of {FEW}",
        FLAT,
        f"most memory, of {memory}",
    )


def _project(size: int) -> None:
    """A project with ``size`` certificates, of names in five scripts."""
    from participants.models import Certificate, Participant, Person
    from projects.models import District, Project

    today = date.today()
    project = Project.objects.create(
        name=f"Certificaten {size}",
        slug=_slug(size),
        district=District.objects.get(slug="oost"),
        starts_on=today,
        ends_on=today + timedelta(days=180),
    )
    people = Person.objects.bulk_create(
        Person(name=f"Proefpersoon van Oosterhuis {number}", own_script_name=SCRIPTS[number % len(SCRIPTS)])
        for number in range(size)
    )
    participants = Participant.objects.bulk_create(
        Participant(
            project=project, person=person, side="old" if number % 2 else "new", status="completed", signed_up_on=today
        )
        for number, person in enumerate(people)
    )
    Certificate.objects.bulk_create(
        Certificate(participant=participant, position=place, issued_on=today)
        for place, participant in enumerate(participants, start=1)
    )


def _slug(size: int) -> str:
    return f"certificaten-{size}"


def _batch(size: int) -> None:
    from participants.certificate_files import certificates_pdf
    from projects.models import Project

    certificates_pdf(Project.objects.get(slug=_slug(size)), lambda _done: None)


def _one_by_one(size: int) -> None:
    from django.conf import settings
    from django.template.loader import render_to_string
    from weasyprint import HTML

    from participants.certificate_files import certificate_context
    from participants.models import Certificate

    rows = Certificate.objects.filter(participant__project__slug=_slug(size))
    for certificate in rows.select_related("participant__person", "participant__project__district"):
        page = render_to_string("pdf/certificate.html", certificate_context(certificate))
        HTML(string=page, base_url=f"{settings.BASE_DIR / 'static'}/").write_pdf()


def _apart(size: int) -> tuple[float, int]:
    """Seconds per page and most memory in MB of a process that makes ``size``, after one batch that is not counted."""
    command = [sys.executable, "-m", "benchmarks.certificates", str(size)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
    each, peak = json.loads(answer.stdout)
    return each, peak


def _alone(size: int) -> None:
    """What ``_apart`` asks for, on standard output."""
    django.setup()
    _batch(FEW)
    took = seconds(lambda: _batch(size))
    print(json.dumps([took / size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024]))


if __name__ == "__main__":
    _alone(int(sys.argv[1]))
