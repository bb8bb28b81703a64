"""What people do around booklet and excursions: each deed is atomic, says who did it, and refuses in plain Dutch."""

from excursions.actions.booklets import (
    change_booklet,
    make_booklet,
    mark_booklet_printed,
    move_strip,
    put_in_order,
)
from excursions.actions.excursions import CUSTOMARY_NUMBER, cancel_signup, note_attendance, plan_excursion, sign_up
from excursions.actions.places import add_place, change_place

__all__ = [
    "CUSTOMARY_NUMBER",
    "add_place",
    "cancel_signup",
    "change_booklet",
    "change_place",
    "make_booklet",
    "mark_booklet_printed",
    "move_strip",
    "note_attendance",
    "plan_excursion",
    "put_in_order",
    "sign_up",
]
