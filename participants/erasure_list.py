"""The erasure list as a file beside the database: a backup that is put back must not bring anybody back.

A line a key, in the order in which they were erased. Lines are added and never changed, so that a copy made at any
moment is right for all that stands in it.
"""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from mixen.backup.lists import add_lines
from participants.models import ErasedRegistration


class Entry(NamedTuple):
    """Somebody was erased: the key of the registration, why (``ErasedRegistration.Why``), and on which day."""

    key: UUID
    why: str
    on: date


def known() -> list[Entry]:
    """What the database knows to be erased, the first first; not the doubles that were merged: somebody lives on."""
    rows = ErasedRegistration.objects.exclude(why=ErasedRegistration.Why.MERGED).order_by("pk")
    return [Entry(*row) for row in rows.values_list("key", "why", "erased_on")]


def read(path: Path | str | None = None) -> list[Entry]:
    """What the file holds; nothing when it is not there.

    A last line that was cut off is passed over: it is written again. Raises ValueError for any other wrong line.
    """
    place = Path(path or settings.ERASURE_LIST)
    if not place.exists():
        return []
    found, rest = _lines_of(place)
    if rest.strip():
        with suppress(ValueError):
            found.append(_entry(len(found) + 1, rest))
    return found


def _lines_of(place: Path) -> tuple[list[Entry], str]:
    """What stands in whole lines, and what comes after the last of them."""
    *lines, rest = place.read_text(encoding="utf-8").split("\n")
    return [_entry(number, line) for number, line in enumerate(lines, 1) if line.strip()], rest


def save(path: Path | str | None = None) -> int:
    """Add to the file what the database knows and the file does not; the number of lines added."""
    place = Path(path or settings.ERASURE_LIST)
    # A last line without its end is cut off when lines are added, so it does not count here.
    there = {entry.key for entry in _lines_of(place)[0]} if place.exists() else set()
    new = [entry for entry in known() if entry.key not in there]
    if new:
        add_lines(place, map(_line, new))
    return len(new)


def _line(entry: Entry) -> str:
    return json.dumps({"key": str(entry.key), "why": entry.why, "on": entry.on.isoformat()})


def _entry(number: int, line: str) -> Entry:
    try:
        told = json.loads(line)
        return Entry(UUID(told["key"]), str(told["why"])[:10], date.fromisoformat(told["on"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"line {number} of the erasure list cannot be read") from error
