"""What ends when somebody leaves a project; a higher app gives back what it keeps for them."""

from collections.abc import Callable

from mixen.accounts.models import User
from participants.models import Participant
from projects.registry import Registry

Follower = Callable[[Participant, User | None], object]
followers: Registry[Follower] = Registry("leaving")


def left(participant: Participant, by: User | None) -> None:
    """Let everything end that was kept for ``participant``; called within the deed itself."""
    for follow in followers:
        follow(participant, by)
