"""What people do with couples: each deed is atomic, says who did it, and refuses in plain Dutch."""

from matching.actions.calls import handle_check_in, make_due_check_ins, record_call
from matching.actions.couples import (
    end_couple,
    extend_couple,
    form_couple,
    join_couple,
    note_first_appointment,
)
from matching.actions.outings import log_outing, remove_outing

__all__ = [
    "end_couple",
    "extend_couple",
    "form_couple",
    "handle_check_in",
    "join_couple",
    "log_outing",
    "make_due_check_ins",
    "note_first_appointment",
    "record_call",
    "remove_outing",
]
