"""Certificates on paper: one by itself, tagged; all of a project for the printer."""

import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from mixen import pdf
from mixen.errors import DomainError
from participants.models import Certificate
from projects.models import Project

STYLE = "css/print.css"
AT_ONCE = 40  # laid out together: enough to share what is read once, few enough to keep memory flat
LONG_UNDER_A_LINE = 60  # letters of a name or function from which all under the lines is printed smaller
# How wide a name may be, in ems of bold type, to be printed in each step of ``certificate-fit`` in the stylesheet.
STEPS = (14, 18, 42, 80)


def fit(name: str) -> int:
    """The step in which ``name`` is printed, 1 for the largest; the longest names take the last and wrap."""
    width = sum(_width(letter) for letter in name)
    return 1 + sum(width > step for step in STEPS)


def _width(letter: str) -> float:
    """About how many ems a letter takes; those of Ethiopic are wide, and a mark on a letter takes none."""
    if unicodedata.combining(letter):
        return 0.0
    if "\u1200" <= letter <= "\u139f" or unicodedata.east_asian_width(letter) in "WF":
        return 0.95
    return 0.72 if letter.isupper() else 0.55


def _of_project(project: Project) -> dict[str, Any]:
    """What stands on every certificate of a project."""
    days = list(project.meetings.order_by("starts_at"))
    closing = project.meetings.closing()
    signatories = list(project.signatories.all())
    return {
        "project": project,
        "first_day": days[0].day if days else project.starts_on,
        "last_day": closing.day if closing else project.ends_on,
        "signatories": signatories,
        "dense": any(len(text) > LONG_UNDER_A_LINE for one in signatories for text in (one.name, one.role)),
    }


def _of_one(certificate: Certificate) -> dict[str, Any]:
    participant = certificate.participant
    person = participant.person
    return {
        "certificate": certificate,
        "participant": participant,
        "person": person,
        "name_step": fit(person.name),
        "script_step": fit(person.own_script_name),
        "address": settings.SITE_URL + reverse("participants:certificate_check", args=[certificate.number]),
    }


def certificate_pdf(certificate: Certificate) -> bytes:
    """One certificate, tagged."""
    return pdf.render("pdf/certificate.html", certificate_context(certificate))


def certificate_context(certificate: Certificate) -> dict[str, Any]:
    """What the template of one certificate is filled with."""
    return {**_of_project(certificate.participant.project), **_of_one(certificate)}


def certificates_pdf(project: Project, progress: Callable[[int], None]) -> bytes:
    """All certificates of ``project`` for the printer, in the order of the programme and not tagged.

    ``progress`` is told how many are laid out. They are laid out in parts, each written to a temporary file, so that
    memory does not grow with their number. Raises DomainError when there are none, and when Pango is missing.
    """
    press, shared, done = pdf.Press(STYLE), _of_project(project), 0
    with tempfile.TemporaryDirectory(prefix="certificates-") as folder:
        parts: list[Path] = []
        for some in _in_parts(project):
            document = press.lay_out("pdf/certificates.html", {**shared, "pages": [_of_one(one) for one in some]})
            done += len(some)
            progress(done)
            parts.append(Path(folder) / f"{len(parts)}.pdf")
            document.write_pdf(parts[-1])
        if not parts:
            raise DomainError(_("Er zijn geen certificaten meer om af te drukken."))
        return pdf.join_files(parts, _("Certificaten %(name)s") % {"name": project.name})


def _in_parts(project: Project) -> Iterator[list[Certificate]]:
    """The valid certificates in the order of the programme, so many at a time; who is in is settled at the start."""
    rows = Certificate.objects.of_project(project).valid()
    order = list(rows.values_list("pk", flat=True))
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        found = Certificate.objects.select_related("participant__person").in_bulk(some)
        yield [found[pk] for pk in some if pk in found]
