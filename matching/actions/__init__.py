"""What people do with couples: each deed is atomic, says who did it, and refuses in plain Dutch."""

from matching.actions.appointments import note_next_appointment
from matching.actions.board import (
    add_helper,
    keep_apart,
    lift_apart,
    mark_away,
    mark_gone,
    mark_here,
    mark_late,
    remove_helper,
    set_up_board,
    welcome_walk_in,
)
from matching.actions.calls import handle_check_in, make_due_check_ins, move_calls, record_call
from matching.actions.choices import choose, choose_again, finish_choosing, type_slip
from matching.actions.couples import (
    end_couple,
    form_couple,
    join_couple,
    note_first_appointment,
)
from matching.actions.drafts import (
    confirm_couples,
    lock_pair,
    loosen_pair,
    propose_couples,
    undo_draft,
    veto_pair,
)
from matching.actions.going_on import extend_couple, pause_couple, resume_couple, say_going_on
from matching.actions.handing_over import hand_over_calls
from matching.actions.outings import log_outing, log_outings, note_met_as_always, remove_outing
from matching.actions.rounds import (
    end_round,
    pause_round,
    plan_the_rounds,
    resume_round,
    start_next_round,
    take_back_round,
)
from matching.actions.separating import separate_couple
from matching.actions.telling import hand_couple_to, note_booklet, note_told, offer_place
from matching.actions.weights import set_weights

__all__ = [
    "add_helper",
    "choose",
    "choose_again",
    "confirm_couples",
    "end_couple",
    "end_round",
    "extend_couple",
    "finish_choosing",
    "form_couple",
    "hand_couple_to",
    "hand_over_calls",
    "handle_check_in",
    "join_couple",
    "keep_apart",
    "lift_apart",
    "lock_pair",
    "log_outing",
    "log_outings",
    "loosen_pair",
    "make_due_check_ins",
    "mark_away",
    "mark_gone",
    "mark_here",
    "mark_late",
    "move_calls",
    "note_booklet",
    "note_first_appointment",
    "note_met_as_always",
    "note_next_appointment",
    "note_told",
    "offer_place",
    "pause_couple",
    "pause_round",
    "plan_the_rounds",
    "propose_couples",
    "record_call",
    "remove_helper",
    "remove_outing",
    "resume_couple",
    "resume_round",
    "say_going_on",
    "separate_couple",
    "set_up_board",
    "set_weights",
    "start_next_round",
    "take_back_round",
    "type_slip",
    "undo_draft",
    "veto_pair",
    "welcome_walk_in",
]
