"""How a proposed text writes lists and days."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mixen.templatetags.display import decimal


def listed(names: Sequence[str]) -> str:
    """``a``, ``a en b`` or ``a, b en c``; nothing for nobody."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def told_day(day: date) -> str:
    """``29 juni 2010``."""
    return date_format(day, "j F Y")


def told_number(value: Decimal | int) -> str:
    """``60`` or ``14,5``."""
    return decimal(value)


def told(*sentences: Any) -> str | None:
    """The sentences that have something to tell, behind each other; None when none has."""
    return " ".join(str(one) for one in sentences if one) or None
