"""In which district somebody lives, by the four digits of the postcode. The file says where it has them from."""

import json
import re
from functools import cache
from pathlib import Path

FOUR_DIGITS = re.compile(r"\s*([1-9][0-9]{3})(?:\s*[A-Za-z]{2})?\s*")


@cache
def _areas() -> dict[str, list[str]]:
    content = json.loads((Path(__file__).parent / "postcodes.json").read_text(encoding="utf-8"))
    areas: dict[str, list[str]] = content["areas"]
    return areas


def _area(postcode: str) -> str:
    found = FOUR_DIGITS.fullmatch(postcode)
    return found[1] if found else ""


def is_amsterdam(postcode: str) -> bool:
    """Whether people with ``postcode`` live in the municipality of Amsterdam, Weesp included.

    ``postcode`` is a postcode in any spelling, or its four digits alone.
    """
    return _area(postcode) in _areas()


def districts_of(postcode: str) -> list[str]:
    """The slugs of the districts that hold ``postcode``, the likeliest first.

    Most areas lie in one district, a few in two. Empty outside Amsterdam, and in the port area, which has no district.
    """
    return list(_areas().get(_area(postcode), []))
