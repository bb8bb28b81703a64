"""How dates, money, people and figures are written on every page and in every PDF."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.dates import format_skeleton
from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mixen.dayparts import daypart_name
from mixen.fields import readable_phone
from mixen.languages import READING_LANGUAGES, SOURCE

register = template.Library()
SIDES = {"old": ("O", _("oud")), "new": ("N", _("nieuw"))}
SWAP = str.maketrans(",.", ".,")


@register.filter
def euro(amount: Any) -> str:
    """``5975`` as ``€ 5.975,00``; nothing for None."""
    if amount is None or amount == "":
        return ""
    value = Decimal(amount)
    sign = "-" if value < 0 else ""
    return f"{sign}€\u00a0{abs(value):,.2f}".translate(SWAP)


@register.filter
def decimal(value: Any) -> str:
    """A number as people write it: ``60`` or ``14,5``."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    text = f"{number:,.2f}".translate(SWAP)
    return text.rstrip("0").rstrip(",")


@register.filter
def day(value: Any) -> str:
    """``di 8 juni 2027``."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return date_format(value, "D j F Y").lower()


@register.filter
def spoken_moment(value: datetime | None) -> str:
    """``dinsdag 8 juni 2027, 14:00`` in the language of the reader, who need not be at home in Dutch."""
    if not value:
        return ""
    here = timezone.localtime(value)
    return f"{format_skeleton('yMMMMEEEEd', here, locale=get_language() or 'nl')}, {here:%H:%M}"


@register.filter
def spoken_day(value: date | None) -> str:
    """``dinsdag 8 juni 2027`` in the language of the reader."""
    return format_skeleton("yMMMMEEEEd", value, locale=get_language() or "nl") if value else ""


@register.filter
def brief_moment(value: datetime | None) -> str:
    """``di 8 jun, 14:00`` in the language of the reader, for where every letter counts."""
    if not value:
        return ""
    here = timezone.localtime(value)
    return f"{format_skeleton('MMMEd', here, locale=get_language() or 'nl')}, {here:%H:%M}"


@register.filter
def isolated(value: Any) -> str:
    """Words in plain text that are read in the other direction than the text around them, kept apart from it.

    What is read in the same direction stays as it is: the marks would make an SMS twice as long.
    """
    text = str(value)
    directions = [unicodedata.bidirectional(letter) for letter in text]
    first = next((one for one in directions if one in {"L", "R", "AL"}), "")
    if not first or (first == "L") != READING_LANGUAGES[get_language() or SOURCE].right_to_left:
        return text
    return f"\u2068{text}\u2069"


@register.filter
def moment(value: datetime | None) -> str:
    """``di 8 juni 2027, 14.00 uur``."""
    if not value:
        return ""
    return _("%(day)s, %(time)s uur") % {"day": day(value), "time": timezone.localtime(value).strftime("%H.%M")}


@register.filter
def short_day(value: date | None) -> str:
    """``8 jun 2027``."""
    return date_format(value, "j M Y").lower() if value else ""


@register.filter
def name(value: Any) -> SafeString:
    """Somebody's name, isolated so that a right-to-left one does not turn the line around it."""
    return format_html("<bdi>{}</bdi>", value)


@register.filter
def phone(value: str) -> str:
    """A number as people write it."""
    return readable_phone(value) if value else ""


@register.filter
def dayparts(codes: list[str]) -> str:
    """``zaterdagochtend, zondagmiddag``."""
    return ", ".join(daypart_name(code) for code in codes)


@register.filter
def written(value: Any, kind: str) -> str:
    """A report's figure by its kind."""
    if kind == "money":
        return euro(value)
    if kind == "list":
        return ", ".join(value)
    return f"{value} %" if kind == "percent" else decimal(value)


@register.filter
def cell(value: Any) -> str:
    """A cell of a report's table: amounts with a comma, all else as it is."""
    text = str(value)
    whole, point, cents = text.removeprefix("-").partition(".")
    if isinstance(value, str) and point and len(cents) == 2 and (whole + cents).isdigit():
        return euro(Decimal(text))
    return text


# What stands in a column of numbers where there is no plain one: a small or a hidden count, a share.
LIKE_A_NUMBER = re.compile(r"<\d+|–|\d+ %")


@register.filter
def is_number(value: Any) -> bool:
    """Whether a table cell is to be aligned to the right."""
    text = str(value)
    return isinstance(value, int | Decimal) or cell(value) != text or LIKE_A_NUMBER.fullmatch(text) is not None


@register.simple_tag
def icon(key: str, classes: str = "") -> SafeString:
    """One of the icons in our sprite; always beside a word."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        static("vendor/bootstrap-icons/icons.svg"),
        key,
    )


@register.simple_tag
def side_badge(side: str, word: bool = True, large: bool = False) -> SafeString:
    """The badge of a side: letter, shape and word, never colour alone."""
    letter, label = SIDES[str(side)]
    return format_html(
        '<span class="side-badge side-badge--{}{}" aria-hidden="true">{}</span>{}',
        side,
        " side-badge--lg" if large else "",
        letter,
        format_html(' <span class="{}">{}</span>', "" if word else "visually-hidden", _(label)),
    )


@register.simple_tag
def bar(value: Any, total: Any, kind: str = "") -> SafeString:
    """A horizontal bar of ``value`` against ``total``, filled to 100 at most; red when it is over."""
    whole = float(total or 0)
    share = float(value) / whole * 100 if whole else 0.0
    over = share > 100
    classes = f"bar bar--{kind}" if kind else "bar"
    return format_html(
        '<svg class="{}{}" aria-hidden="true" width="100%" height="12">'
        '<rect class="bar-fill" width="{}%" height="100%"></rect></svg>',
        classes,
        " bar--over" if over and kind == "money" else "",
        f"{min(100.0, max(0.0, share)):.1f}",
    )


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changes: Any) -> str:
    """The present query string with ``changes``; None takes a key out."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}" if query else "?"
