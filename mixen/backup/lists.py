"""What must outlive a restore, and so is kept outside the database too: the list of who was erased.

An app registers such a list in a module ``restoring.py``. A copy takes along what the list says at that time; a
restore plays back what the copy holds and what this machine holds: each may know of an erasure the other does not.
"""

from collections.abc import Sequence
from typing import Protocol

from django.utils.module_loading import autodiscover_modules


class KeptOutside(Protocol):
    """A list with a name that can be a file's name."""

    name: str

    def read(self) -> bytes:
        """What the list says on this machine; empty when there is none."""

    def replay(self, texts: Sequence[bytes]) -> str:
        """Do again all that ``texts`` say, each as ``read`` gave it; a sentence that says what was done.

        What was done already is left as it is.
        """


_lists: list[KeptOutside] = []


def register(item: KeptOutside) -> None:
    """Have ``item`` taken along in every copy, and played back after every restore."""
    _lists.append(item)


def all_lists() -> list[KeptOutside]:
    """Every list of every app."""
    autodiscover_modules("restoring")
    return list(_lists)
