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


# Before somebody is forgotten: what still binds them to others ends, and the others are told.
partings: Registry[Follower] = Registry("leaving")


def part_from_others(participant: Participant, by: User | None) -> None:
    """Let end what ``participant`` still has together with others; called within the deed itself."""
    for part in partings:
        part(participant, by)
