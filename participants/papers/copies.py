"""A copy of the own form: what somebody told, what they agreed to, and how they signed."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import override

from mixen import pdf
from mixen.languages import READING_LANGUAGES
from participants.models import Participant
from participants.registration.read_back import read_back


def copy_of(people: Iterable[Participant]) -> bytes:
    """One PDF with a sheet for each of ``people``, each in the language they read."""
    found = list(people)
    sets = ("person__languages", "interests", "signatures", "personal_link", "project", "heard_from")
    prefetch_related_objects(found, *sets)
    documents = []
    for participant in found:
        with override(participant.person.language):
            documents.append(pdf.layout("pdf/copy.html", _sheet(participant)))
    return pdf.join(documents)


def _sheet(participant: Participant) -> dict[str, Any]:
    return {
        "participant": participant,
        "reading": READING_LANGUAGES[participant.person.language],
        "told": read_back(participant),
        "consents": participant.consents.standing().in_reading_order(),
        "signature": next(iter(participant.signatures.all()), None),
        "link": settings.SITE_URL + reverse("participants:personal", args=[participant.personal_link.token]),
    }
