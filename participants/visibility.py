"""Which fields of a person somebody may see, beside the permission to see the page."""

from typing import Any

from participants.models import Participant
from projects.permissions import Permission, may


def sees_contact(user: Any, participant: Participant) -> bool:
    """Phone and e-mail: the coordinator and project leader of all, an ambassador of who is assigned to them."""
    return sees_private(user, participant) or participant.ambassador_id == user.pk


def sees_private(user: Any, participant: Participant) -> bool:
    """Street, country, gender and the like, notes and consents: the coordinator and the project leader."""
    return may(user, Permission.VIEW_PRIVATE, participant.project)
