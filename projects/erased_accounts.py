"""Which accounts were erased, as a file beside the database: a copy that is put back must not bring anybody back.

A line holds the number of an account and the moment it was made, by which no later account with that number is meant.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from mixen.accounts.models import User
from mixen.backup.lists import add_lines


class Entry(NamedTuple):
    """An account that was erased."""

    number: int
    made_at: datetime


def place() -> Path:
    """The file, beside the list of the people who were erased."""
    return Path(settings.ERASURE_LIST).with_name("erased-accounts.jsonl")


def read(text: str) -> list[Entry]:
    """What the whole lines of ``text`` say. Raises ValueError for one that cannot be read."""
    found = []
    for line in text[: text.rfind("\n") + 1].splitlines():
        try:
            told = json.loads(line)
            found.append(Entry(int(told["account"]), datetime.fromisoformat(told["made"])))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError("a line of the list of erased accounts cannot be read") from error
    return found


def save() -> int:
    """Add to the file what the database knows and the file does not; the number of lines added."""
    there = set(read(place().read_text(encoding="utf-8"))) if place().exists() else set()
    rows = User.objects.filter(erased_on__isnull=False).order_by("pk").values_list("pk", "date_joined")
    new = [entry for entry in (Entry(*row) for row in rows) if entry not in there]
    if new:
        add_lines(place(), map(_line, new))
    return len(new)


def _line(entry: Entry) -> str:
    return json.dumps({"account": entry.number, "made": entry.made_at.isoformat()})


def standing(entries: Iterable[Entry]) -> list[User]:
    """Those of ``entries`` who are back, with their name."""
    wanted = set(entries)
    rows = User.objects.filter(pk__in={one.number for one in wanted}, erased_on__isnull=True).order_by("pk")
    return [user for user in rows if Entry(user.pk, user.date_joined) in wanted]
