"""What deeds are called in the trail of who did what; each app contributes its own (``deeds.py``)."""

from functools import cache
from typing import Any

from projects.registry import Registry

# By the name of the action, as history keeps it: what comes after "Anna heeft ".
deeds: Registry[dict[str, Any]] = Registry("deeds")


@cache
def words_of_deeds() -> dict[str, Any]:
    """All of them together."""
    return {name: words for found in deeds for name, words in found.items()}
