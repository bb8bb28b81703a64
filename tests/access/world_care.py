"""The part of the world that is about care and about couples over time: concerns, steps, pauses, wishes."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from matching.actions import pause_couple, say_going_on
from participants.actions import note_step, report_concern

if TYPE_CHECKING:
    from tests.access.world import Filled


def fill_care(filled: "Filled", ambassador: Any, by: Any) -> None:
    """A concern about the couple, reported by its ambassador, with what was done; and a pause that was."""
    mark, rows, today = filled.mark, filled.rows, timezone.localdate()
    rows["concern"] = report_concern(
        project=filled.project,
        words=f"{mark} zorg",
        where="couple",
        about=[rows["old_1"], rows["new_1"]],
        by=ambassador,
    )
    rows["concern_step"] = note_step(concern=rows["concern"], what=f"{mark} stap gezet", by=by)
    rows["couple_member"] = rows["couple"].members.get(slot=1)
    say_going_on(member=rows["couple_member"], wants=True, by=ambassador)
    rows["pause"] = pause_couple(
        couple=rows["couple"],
        since=today + timedelta(days=20),
        until=today + timedelta(days=30),
        reason=f"{mark} vakantie",
        by=by,
    )
