"""The texts on paper: letters on A4, the folder with its inlay, the poster."""

from typing import Any

from django.utils.translation import override

from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE
from projects.models import Project, PublicityText
from projects.publicity.facts import contact_of, days_of
from projects.publicity.proposing import words_of
from projects.publicity.signing_up import sign_up_address
from projects.publicity.words import story

Kind = PublicityText.Kind
INLAYS = 2
MOST_DAYS = 5
MANY_DAYS = 3


def letter(project: Project, kind: str) -> bytes:
    """A text as a page to send or hang up. Raises DomainError when Pango is missing."""
    context = {"project": project, "words": words_of(project, kind), "kind": Kind(kind).label}
    return pdf.render("pdf/publicity_letter.html", context)


def folder(project: Project, language: str = SOURCE) -> bytes:
    """A4 folded once: front and back, the inside, and two inlays to cut. In a language of participants."""
    return _laid_out("pdf/publicity_folder.html", project, Kind.FOLDER, language)


def poster(project: Project, language: str = SOURCE) -> bytes:
    """A3, in a language of participants."""
    return _laid_out("pdf/publicity_poster.html", project, Kind.POSTER, language)


def _laid_out(template: str, project: Project, kind: str, language: str) -> bytes:
    with override(language):
        return pdf.render(template, _context(project, kind, language))


def _context(project: Project, kind: str, language: str) -> dict[str, Any]:
    """Dutch says what the team wrote; the other languages say what was translated."""
    told, days = story(), days_of(project)
    if language == SOURCE:
        words = words_of(project, kind)
        told = told._replace(title=words.title, text=words.text)
    return {
        "project": project,
        "story": told,
        "days": days[:MOST_DAYS],
        "days_are_many": len(days) > MANY_DAYS,
        "contact": contact_of(project),
        "reading": READING_LANGUAGES[language],
        "languages": READING_LANGUAGES.values(),
        "address": sign_up_address(project),
        "inlays": range(INLAYS),
    }
