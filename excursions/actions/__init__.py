"""What people do around booklet and excursions: each deed is atomic, says who did it, and refuses in plain Dutch."""

from excursions.actions.booklets import (
    change_booklet,
    make_booklet,
    mark_booklet_printed,
    move_strip,
    put_in_order,
)
from excursions.actions.costs import book_costs, note_paid, pay_the_price
from excursions.actions.excursions import (
    CUSTOMARY_NUMBER,
    cancel_excursion,
    cancel_signup,
    change_excursion,
    note_attendance,
    note_rest_absent,
    plan_excursion,
    sign_up,
)
from excursions.actions.places import add_place, change_place
from excursions.actions.strips import take_back_strip, use_strip
from excursions.actions.visits import arrange_visit, ask_visit, call_off_visit, note_visit_done, note_visit_told

__all__ = [
    "CUSTOMARY_NUMBER",
    "add_place",
    "arrange_visit",
    "ask_visit",
    "book_costs",
    "call_off_visit",
    "cancel_excursion",
    "cancel_signup",
    "change_booklet",
    "change_excursion",
    "change_place",
    "make_booklet",
    "mark_booklet_printed",
    "move_strip",
    "note_attendance",
    "note_paid",
    "note_rest_absent",
    "note_visit_done",
    "note_visit_told",
    "pay_the_price",
    "plan_excursion",
    "put_in_order",
    "sign_up",
    "take_back_strip",
    "use_strip",
]
