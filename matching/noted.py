"""What follows when a couple's meeting is noted at a place, or taken back; a higher app keeps what it knows of it."""

from typing import Protocol

from matching.models import Outing
from projects.registry import Registry


class Follower(Protocol):
    """Both are called within the deed itself, so that they happen together or not at all."""

    def noted(self, outing: Outing, place: str) -> None:
        """A meeting was noted; ``place`` is the key of one of ``matching.places``."""

    def removed(self, outing: Outing) -> None:
        """A meeting is about to be taken back."""


followers: Registry[Follower] = Registry("noted")
