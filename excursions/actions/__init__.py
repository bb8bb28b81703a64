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

__all__ = [
    "CUSTOMARY_NUMBER",
    "add_place",
    "book_costs",
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
    "pay_the_price",
    "plan_excursion",
    "put_in_order",
    "sign_up",
]
