"""The list of erasures goes along in every copy, and is played back after every restore (ADR 0029, 0031)."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from mixen.backup import lists
from participants import erasure_list
from participants.actions.erasing import replay
from participants.erasure_list import Entry


class Erasures:
    """The file ``ERASURE_LIST``, which only grows."""

    name = "erasures.jsonl"

    def read(self) -> bytes:
        """What it holds on this machine."""
        place = Path(settings.ERASURE_LIST)
        return place.read_bytes() if place.exists() else b""

    def replay(self, texts: Sequence[bytes]) -> str:
        """Erase again who stands in one of ``texts``; the list of this machine knows of all of them afterwards."""
        entries = {entry.key: entry for text in texts for entry in _entries(text)}
        done = replay(entries=entries.values(), by=None)
        erasure_list.save()
        return f"{done.erased} people erased again; {done.known + done.unknown} others of the list stay erased."


def _entries(text: bytes) -> list[Entry]:
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(text)
        file.flush()
        return erasure_list.read(file.name)


lists.register(Erasures())
