"""How what people told about themselves is written."""

from django import template

from participants.models.participant import daypart_name

register = template.Library()


@register.filter
def dayparts(codes: list[str]) -> str:
    """``zaterdagochtend, zondagmiddag``."""
    return ", ".join(daypart_name(code) for code in codes)
