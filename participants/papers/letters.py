"""Invitations by letter, and letters that tell of a meeting that was moved: a page each, in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE
from participants.inviting import last_heard
from participants.models import Invitation, PersonalLink
from projects.models import Meeting

CITY = "Amsterdam"


def letters_pdf(meeting: Meeting, invitations: Iterable[Invitation]) -> bytes:
    """All letters in one PDF, for a window envelope; a page that says so when there are none."""
    rows = list(invitations)
    heard = last_heard(rows)
    links = PersonalLink.objects.filter(participant__in=[row.participant_id for row in rows], revoked_at__isnull=True)
    tokens = {link.participant_id: link.token for link in links}
    letters = [
        _letter(meeting, row, tokens.get(row.participant_id, ""), heard[row.pk] not in (None, meeting.starts_at))
        for row in rows
    ]
    with override(SOURCE):
        return pdf.render("pdf/letters.html", {"meeting": meeting, "letters": letters, "today": timezone.localdate()})


def _letter(meeting: Meeting, row: Invitation, token: str, is_moved: bool) -> dict[str, Any]:
    return {
        "person": row.participant.person,
        "reading": READING_LANGUAGES[row.participant.person.language],
        "kind": meeting.kind,
        "city": CITY if row.participant.person.district_names else "",
        "address": settings.SITE_URL + reverse("participants:personal", args=[token]) if token else "",
        "is_moved": is_moved,
        "before": row.told_of,
        "ambassador": row.participant.ambassador,
    }
