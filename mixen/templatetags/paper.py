"""What only paper needs: QR codes, and plain text broken into paragraphs and lists."""

import re
import unicodedata
from io import BytesIO
from typing import Any

import segno
from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def qr_code(address: str, title: str = "") -> SafeString:
    """``address`` as an SVG drawing with ``title`` as its text alternative."""
    target = BytesIO()
    segno.make(address, error="m").save(
        target,
        kind="svg",
        xmldecl=False,
        svgns=True,
        border=1,
        scale=2,
        title=title or _("QR-code naar de controle van het nummer"),
    )
    drawing = target.getvalue().decode()
    # A view box lets a style sheet say how large it is.
    drawing = re.sub(r'width="(\d+)" height="(\d+)"', r'\g<0> viewBox="0 0 \1 \2"', drawing, count=1)
    # 2026-11-28: drawn by the library, from a quoted address
    return mark_safe(drawing)  # noqa: S308  # nosec B308 B703


@register.filter
def blocks(text: str) -> list[dict[str, Any]]:
    """Paragraphs of ``text``; one whose lines all begin with a dash is a list of ``points``."""
    found = []
    for paragraph in (part.strip() for part in text.split("\n\n")):
        lines = paragraph.split("\n")
        if paragraph and all(line.startswith("- ") for line in lines):
            found.append({"text": "", "points": [line.removeprefix("- ") for line in lines]})
        elif paragraph:
            found.append({"text": paragraph, "points": []})
    return found


@register.filter
def has_numbers(figures: list[dict[str, Any]]) -> bool:
    """Whether any of the figures is a single number."""
    return any(figure["kind"] not in {"table", "list"} for figure in figures)


@register.filter
def direction(text: str) -> str:
    """``rtl`` when the first letter with a direction goes to the left, else ``ltr``; paper knows no ``auto``."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return "rtl" if next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"
