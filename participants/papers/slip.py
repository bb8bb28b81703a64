"""A slip on which a participant asks money back: two on a sheet, in Dutch and beside it in another language."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from mixen import pdf
from mixen.languages import READING_LANGUAGES, SOURCE
from participants.forms.claims import OwnClaimForm
from projects.models import ClaimKind, PayBy, Project

BOXES: dict[str, Any] = {"kind": ClaimKind, "pay_by": PayBy}
ORDER = ("kind", "amount", "spent_on", "description", "pay_by", "iban", "account_holder")


def claim_slip(project: Project, language: str) -> bytes:
    """The slip for one project as PDF; with ``nl`` in Dutch alone."""
    with override(language):
        own = _asked()
    with override(SOURCE):
        dutch = _asked()
        context = {
            "project": project,
            "reading": READING_LANGUAGES[language],
            "is_dutch": language == SOURCE,
            "title": dutch["title"],
            "own_title": own["title"],
            "questions": list(zip(dutch["questions"], own["questions"], strict=True)),
        }
        return pdf.render("pdf/claim_slip.html", context)


def _asked() -> dict[str, Any]:
    """What is asked, in the language of the moment."""
    fields = OwnClaimForm.base_fields  # type: ignore[attr-defined]
    questions = [{"label": _("Naam"), "boxes": []}]
    questions += [
        {
            "label": str(fields[name].label),
            "boxes": [str(label) for label in BOXES[name].labels] if name in BOXES else [],
        }
        for name in ORDER
    ]
    questions.append({"label": _("Handtekening"), "boxes": []})
    return {"title": _("Geld terugvragen"), "questions": questions}
