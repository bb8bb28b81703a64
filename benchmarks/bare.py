"""The yardstick of registering: Django with nothing around it, that stores a plain row of what was typed.

Settings, addresses and view in one file, served by the same gunicorn with as many processes, on the same kind of
database. ``row/`` stores one row with every answer in a column of its own; ``rows/`` stores the rows a registration
is made of (person, participant, signature, consents, link) as they come, without history, checks, or anything sealed.
"""

import json

from mixen.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.bare_views"
MIDDLEWARE: list[str] = []
INSTALLED_APPS = ["benchmarks", *(app for app in INSTALLED_APPS if app != "allauth.account")]  # noqa: F405
FIELDS = (
    "page_language", "side", "is_adult", "name", "gender", "phone", "agrees", "copy_by", "strokes", "signed_as",
    "birth_year", "postcode", "street", "dutch_level", "hopes", "photos_ok", "channel",
)  # fmt: skip
LISTS = ("dayparts", "languages", "interests")


def columns_of(body: bytes) -> dict[str, object]:
    """What was typed, a column for each."""
    told = json.loads(body)
    return {"key": told["key"]} | {
        name: told[name] if name in LISTS else told[name][-1] for name in (*FIELDS, *LISTS) if name in told
    }
