"""What fits where on a sheet of A4 that is cut into cards: two beside each other, or one over the whole width."""

import math
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Card = TypeVar("Card", bound=dict[str, Any])
SMALL, SMALLER = 24, 60  # so many letters and more are printed smaller, and smaller still
SCALES = {"normal": 1.0, "small": 0.85, "smaller": 0.7}  # as in print.css
POINT = 0.353  # millimetres


def width_of(text: str) -> float:
    """About how many Latin letters wide a text is."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    wide = unicodedata.east_asian_width(character) in "WF" or "\u1200" <= character <= "\u139f"
    return 1.7 if wide else 1.25 if character.isupper() else 1


def height_of(text: str, *, width: float, points: float) -> float:
    """About how many millimetres high a text is, set in ``points`` and ``width`` millimetres; nothing for no text."""
    letters = width / (points * POINT * 0.52)
    # Lines are not filled to the end: words are not broken where they need not be.
    return math.ceil(width_of(text) * 1.15 / letters) * points * POINT * 1.3


def size_of(*texts: str) -> str:
    """How large a name is printed: ``normal``, ``small`` or ``smaller``."""
    longest = max((width_of(text) for text in texts), default=0)
    return "smaller" if longest > SMALLER else "small" if longest > SMALL else "normal"


def strips(cards: Iterable[Card], is_wide: Callable[[Card], bool]) -> list[list[Card]]:
    """Half sheets, each with two narrow cards or a wide one, as near as can be to the order they came in."""
    found: list[list[Card]] = []
    waiting: list[Card] | None = None
    for card in cards:
        if is_wide(card):
            found.append([card])
        elif waiting is None:
            waiting = [card]
            found.append(waiting)
        else:
            waiting.append(card)
            waiting = None
    return found
