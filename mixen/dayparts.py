"""When in the week people can: a morning, an afternoon or an evening of a day, as a code such as ``sat-1``."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = dict(
    zip(
        DAYS,
        (_("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"), _("zondag")),
        strict=True,
    )
)
PART_NAMES = {"1": _("ochtend"), "2": _("middag"), "3": _("avond")}
DAYPARTS = tuple(f"{day}-{part}" for day in DAYS for part in PART_NAMES)


def daypart_name(code: str) -> str:
    """``sat-1`` as people say it: zaterdagochtend."""
    day, _separator, part = code.partition("-")
    return f"{DAY_NAMES[day]}{PART_NAMES[part]}"


def validate_dayparts(value: Any) -> None:
    """A list of known dayparts, each once."""
    if not isinstance(value, list) or len(set(map(str, value))) != len(value) or not set(value) <= set(DAYPARTS):
        raise ValidationError(_("Kies dagdelen uit de lijst."))
