"""The inlay for the folder: the dates and places of a project, and a code that opens its public page."""

from django.conf import settings
from django.urls import reverse

from mixen import pdf
from mixen.languages import READING_LANGUAGES
from projects.models import Project

ON_A_SHEET = 3


def inlay(project: Project) -> bytes:
    """A4 with three inlays to cut apart."""
    context = {
        "project": project,
        "meetings": project.meetings.select_related("venue"),
        "address": settings.SITE_URL + reverse("participants:join", args=[project.slug]),
        "languages": READING_LANGUAGES.values(),
        "strips": range(ON_A_SHEET),
    }
    return pdf.render("pdf/inlay.html", context)
