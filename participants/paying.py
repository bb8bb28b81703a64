"""Claims of participants are paid like everything that is paid back (see ``projects.paying``)."""

from participants.models import Claim
from projects.paying import payables

payables.add(10, Claim)
