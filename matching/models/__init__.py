"""The rows about couples, by subject."""

from matching.models.board import Board, Helper, NotTogether, Presence
from matching.models.checkin import CallList, CheckIn
from matching.models.choice import Choice, Slip
from matching.models.couple import Couple, CoupleMember, EndReason
from matching.models.draft import Draft
from matching.models.going_on import GoingOn, Pause
from matching.models.outing import Outing
from matching.models.round import Round, Seat
from matching.models.weights import Weights

__all__ = [
    "Board",
    "CallList",
    "CheckIn",
    "Choice",
    "Couple",
    "CoupleMember",
    "Draft",
    "EndReason",
    "GoingOn",
    "Helper",
    "NotTogether",
    "Outing",
    "Pause",
    "Presence",
    "Round",
    "Seat",
    "Slip",
    "Weights",
]
