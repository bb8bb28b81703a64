"""What an answer has to leave behind: a refusal its event, and a file that leaves the house too."""

from collections.abc import Callable
from typing import Any

from mixen.accounts.models import AuditEvent

Kind = AuditEvent.Kind
# It is the machine that is refused, whoever stands behind it: no tablet in registration mode.
REFUSED_MACHINES = frozenset({"participants:tablet", "participants:tablet_questions"})


class Traces:
    """Looks after every request whether it wrote what it owes; ``missing`` names where it did not."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        self.refused = 0

    def of(self, user: Any, asked: str, name: str) -> Callable[[Any], None]:
        """What is to look at the answer to ``asked``, a request of ``user`` to the address called ``name``."""

        def look(response: Any) -> None:
            if user is not None and response.status_code == 403 and name not in REFUSED_MACHINES:
                self.refused += 1
                self._owes(user, asked, {Kind.REFUSED})

        return look

    def _owes(self, user: Any, asked: str, kinds: set[Kind]) -> None:
        if not AuditEvent.objects.filter(by=user, kind__in=kinds).exists():
            self.missing.append(f"{asked}: no event ({', '.join(sorted(kinds))})")
