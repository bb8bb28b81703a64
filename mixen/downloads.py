"""Giving out a file that is kept in the store."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from mixen.sheets import download


def give_out(file: Any, filename: str, content_type: str, *, inline: bool = False) -> HttpResponse:
    """The kept ``file`` (of a file field) as a download. Raises Http404 when the store does not have it any more."""
    try:
        with file.open("rb") as stored:
            return download(stored.read(), filename, content_type, inline=inline)
    except FileNotFoundError as error:
        raise Http404(_("Dit bestand is er niet meer.")) from error
