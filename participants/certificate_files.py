"""Certificates on paper."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse

from mixen import pdf
from participants.models import Certificate
from projects.models import Project


def _context(certificate: Certificate) -> dict[str, object]:
    participant = certificate.participant
    address = settings.SITE_URL + reverse("participants:certificate_check", args=[certificate.number])
    return {
        "certificate": certificate,
        "participant": participant,
        "person": participant.person,
        "project": participant.project,
        "address": address,
    }


def certificate_pdf(certificate: Certificate) -> bytes:
    """One certificate, tagged."""
    return pdf.render("pdf/certificate.html", _context(certificate))


def certificates_pdf(project: Project, progress: Callable[[int], None]) -> bytes:
    """All certificates of ``project`` in order of name; ``progress`` is told how many are laid out."""
    documents = []
    certificates = Certificate.objects.filter(participant__project=project).select_related(
        "participant__person", "participant__project__district"
    )
    for number, certificate in enumerate(certificates, start=1):
        documents.append(pdf.layout("pdf/certificate.html", _context(certificate)))
        progress(number)
    return pdf.join(documents, f"Certificaten {project.name}")
