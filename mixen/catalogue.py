"""The catalogues with the words of everything a participant reads, and which version of them was read through."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings


def catalogue(language: str) -> Path:
    """The compiled catalogue of ``language``."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.mo"


@cache
def fingerprint(language: str) -> str:
    """A mark of every word in ``language``; it changes when one of them does. Empty for the source."""
    path = catalogue(language)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
