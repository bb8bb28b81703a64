"""What must outlive a restore, and so is kept outside the database too: the list of who was erased.

An app registers such a list in a module ``restoring.py``. A copy takes along what the list says at that time; a
restore plays back what the copy holds and what this machine holds: each may know of an erasure the other does not.
"""

import fcntl
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
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


def add_lines(place: Path, lines: Iterable[str]) -> None:
    """Add whole lines to a file, after what was cut off is gone, and be sure that they are on the disk."""
    text = "".join(f"{line}\n" for line in lines)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        whole = file.read().rfind(b"\n") + 1
        file.truncate(whole)
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
