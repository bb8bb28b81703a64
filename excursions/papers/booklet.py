"""The strippenboekje on paper: to fold and staple, to read on a screen, and in large print."""

from base64 import b64encode
from contextlib import suppress
from typing import Any

from django.utils.translation import gettext_lazy as _

from excursions.models import Booklet, BookletEntry, Section
from excursions.papers.imposing import FORMATS, impose
from mixen import pdf
from projects.models import ClaimKind, Role

ON_SCREEN, LARGE = "scherm", "groot"
PRINTED = tuple(FORMATS)
STYLE = "css/booklet.css"
ABOUT = {
    Section.HOME: _("Thuis bij de een of bij de ander."),
    Section.NEIGHBOURHOOD: _("Dichtbij, te voet of op de fiets."),
    Section.CULTURE: _("Verder de stad in."),
}


def booklet_pdf(booklet: Booklet, kind: str) -> bytes:
    """One edition as PDF. ``kind`` is one of PRINTED (folded, on A4), ON_SCREEN or LARGE (both tagged).

    Raises DomainError when Pango is missing.
    """
    context = _context(booklet)
    if kind in FORMATS:
        return impose(_pages(context, kind), kind)
    return pdf.render("pdf/booklet.html", {**context, "kind": kind, "style": STYLE})


def _pages(context: dict[str, Any], kind: str) -> bytes:
    """The pages in reading order; those that are left over before the back cover are for notes."""
    press = pdf.Press(STYLE)
    document = press.lay_out("pdf/booklet.html", {**context, "kind": kind})
    body, left = document.pages[:-1], -len(document.pages) % FORMATS[kind].multiple
    if left:
        # Only what comes at the end is laid out anew: the pages before it are the same, and take the time.
        end = {**context, "kind": kind, "notes": range(left), "first": len(body) + 1}
        document = document.copy([*body, *press.lay_out("pdf/booklet_notes.html", end).pages])
    return document.write_pdf() or b""


def _with_picture(entry: BookletEntry) -> dict[str, Any]:
    """A strip and its picture as an inline image; one that is gone from the store is left out."""
    place = entry.place
    found = {"number": entry.number, "place": place, "picture": ""}
    if place.picture:
        with suppress(OSError), place.picture.open("rb") as stored:
            found["picture"] = "data:image/jpeg;base64," + b64encode(stored.read()).decode()
    return found


def _context(booklet: Booklet) -> dict[str, Any]:
    project = booklet.project
    entries = [_with_picture(entry) for entry in booklet.entries.select_related("place__organisation")]
    team = project.memberships.filter(role=Role.AMBASSADOR).select_related("user").order_by("user__name")
    return {
        "booklet": booklet,
        "project": project,
        "sections": [
            {"key": section.value, "title": section.label, "about": ABOUT[section], "entries": mine}
            for section in Section
            if (mine := [entry for entry in entries if entry["place"].section == section])
        ],
        "meetings": list(project.meetings.select_related("venue").order_by("starts_at")),
        "caps": [
            (ClaimKind.EXPENSES.label, project.cap_expenses),
            (ClaimKind.PUBLIC_TRANSPORT.label, project.cap_transport),
        ],
        "ambassadors": [one.user for one in team if one.user.phone],
    }
