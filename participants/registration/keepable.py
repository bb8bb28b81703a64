"""What was typed, as every database can hold it and every page can show it."""

import re
from typing import Any

# NUL, and halves of a character that was cut in two: PostgreSQL takes neither, and no page can be made of the latter.
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
INSTEAD = "\ufffd"


def keepable(value: Any) -> Any:
    """``value`` (text, or lists and dicts of it) with a mark in the place of each letter that cannot be kept."""
    if isinstance(value, dict):
        return {keepable(name): keepable(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [keepable(inner) for inner in value]
    return UNKEEPABLE.sub(INSTEAD, value)
