"""What an answer has to leave behind: a refusal its event, and a file that leaves the house too."""

from collections.abc import Callable
from typing import Any

from mixen.accounts.models import AuditEvent

Kind = AuditEvent.Kind
# It is the machine that is refused, whoever stands behind it: no tablet in registration mode.
REFUSED_MACHINES = frozenset({"participants:tablet", "participants:tablet_questions"})
TAKEN_ALONG = {Kind.DOWNLOAD, Kind.EXPORT, Kind.READ}
# Files that owe nothing, and why.
UNWRITTEN = {
    "excursions:booklet_pdf": "places, printed for everybody",
    "excursions:place_picture": "a place, shown on its page",
    "matching:personal_calendar": "their own, behind their own link",
    "participants:claim_slip": "a blank form",
    "participants:class_list_example": "a blank sheet",
    "participants:evaluation_paper": "a blank form",
    "participants:inlay": "when and where, for everybody",
    "participants:paper_form": "a blank form",
    "participants:personal_copy": "their own, behind their own link",
    "participants:photo_file": "shown on the page of photos; a list writes nothing",
    "privacy_pdf": "the statement, for everybody",
    "projects:knowledge_book": "how a project is done",
    "projects:knowledge_pdf": "how a project is done",
    "projects:publicity_pdf": "a text for the world",
    "projects:publicity_pdf_in": "a poster for the world",
    "projects:publicity_text": "a text for the world",
}


class Traces:
    """Looks after every request whether it wrote what it owes; ``missing`` names where it did not."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        self.refused = 0
        self.files: set[str] = set()

    def of(self, user: Any, asked: str, name: str) -> Callable[[Any], None]:
        """What is to look at the answer to ``asked``, a request of ``user`` to the address called ``name``."""

        def look(response: Any) -> None:
            if user is not None and response.status_code == 403 and name not in REFUSED_MACHINES:
                self.refused += 1
                self._owes(user, asked, {Kind.REFUSED})
            if user is not None and _is_file(response):
                self.files.add(name)
                if name not in UNWRITTEN:
                    self._owes(user, asked, TAKEN_ALONG)

        return look

    def _owes(self, user: Any, asked: str, kinds: set[Kind]) -> None:
        if not AuditEvent.objects.filter(by=user, kind__in=kinds).exists():
            self.missing.append(f"{asked}: no event ({', '.join(sorted(kinds))})")


def _is_file(response: Any) -> bool:
    return response.status_code == 200 and "filename=" in response.headers.get("Content-Disposition", "")
