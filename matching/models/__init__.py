"""The rows about couples, by subject."""

from matching.models.checkin import CallList, CheckIn
from matching.models.choice import Choice
from matching.models.couple import Couple, CoupleMember, EndReason
from matching.models.outing import Outing

__all__ = ["CallList", "CheckIn", "Choice", "Couple", "CoupleMember", "EndReason", "Outing"]
