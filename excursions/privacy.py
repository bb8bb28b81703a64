"""What ``excursions`` holds of people, for export, erasure and retention."""

from excursions.models import Signup, StripUse, Visit
from participants.held import Held, holdings

holdings.add(60, Held(Signup))
holdings.add(61, Held(StripUse, ways=("couple__members__participant", "told_by")))
holdings.add(
    62,
    Held(
        Visit,
        ways=("couples__members__participant", "told_by"),
        values={"wished": "", "meeting_point": ""},
        dashed=("reason",),
        notes=frozenset({"reason"}),
    ),
)
