"""The list of dishes for the buffet of a meeting."""

from mixen import pdf
from projects.models import Meeting

OPEN_LINES = 4
"""Lines for what somebody brings without having said so."""


def buffet_list(meeting: Meeting) -> bytes:
    """A4: what there is and who brings it, by dish, with a box to tick. No phone numbers."""
    dishes = meeting.dishes.select_related("participant__person")
    return pdf.render("pdf/buffet.html", {"meeting": meeting, "dishes": dishes, "open_lines": range(OPEN_LINES)})
