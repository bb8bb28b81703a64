"""Which fields of a person somebody may see, beside the permission to see the page."""

from typing import Any

from participants.models import Participant, Status
from projects.permissions import Permission, may

# Who is still to sit at tables and to be given a buddy.
SEEKING = frozenset({Status.INTERESTED, Status.WAITING, Status.SIGNED_UP})


def sees_contact(user: Any, participant: Participant) -> bool:
    """Phone and e-mail: the coordinator and project leader of all, an ambassador of who is assigned to them."""
    return sees_private(user, participant) or participant.ambassador_id == user.pk


def sees_private(user: Any, participant: Participant) -> bool:
    """Street, country, gender and the like, notes and consents: the coordinator and the project leader."""
    return may(user, Permission.VIEW_PRIVATE, participant.project)


def sees_women_only(user: Any, participant: Participant) -> bool:
    """That she goes out with women only: who leads, and her own ambassador while a buddy is still to be found.

    At the mix meeting itself the reasons of the rounds and the proposal say it, on tap.
    """
    own = participant.ambassador_id == user.pk and participant.status in SEEKING
    return sees_private(user, participant) or own
