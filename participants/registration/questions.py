"""What is asked of everybody who signs up: the groups, their order, their numbers, and what is asked only of some.

The tablet, one's own phone, the paper form and quick entry all read this one table, so question 12 is question 12
everywhere.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from participants.models import Person, Side


@dataclass(frozen=True)
class Group:
    """One screen of questions."""

    key: str
    title: Any
    fields: tuple[str, ...]
    lead: Any = ""


GROUPS = (
    Group("who", _("Wie ben je?"), ("side", "is_adult")),
    Group("name", _("Hoe heet je?"), ("name", "call_name", "own_script_name", "pronunciation")),
    Group("about", _("Over jou"), ("gender", "women_only", "birth_year")),
    Group(
        "contact",
        _("Hoe kunnen we je bereiken?"),
        ("phone", "email", "reach", "whatsapp_ok"),
        _("Eén manier is genoeg. Je hebt geen telefoon en geen e-mail nodig."),
    ),
    Group("home", _("Waar woon je?"), ("postcode", "street")),
    Group("languages", _("Welke talen spreek je?"), ("dutch_level", "languages")),
    Group("times", _("Wanneer kun je?"), ("dayparts",)),
    Group("likes", _("Wat doe je graag?"), ("interests", "max_new", "brings", "hopes")),
    Group("more", _("Nog een paar dingen"), ("has_children", "has_stadspas")),
    Group("heard", _("Hoe ken je ons?"), ("channel", "heard_from", "teacher")),
)
AGREE = Group(
    "agree",
    _("Doe je mee?"),
    ("agrees", "country_ok", "country", "photos_ok", "copy_by", "strokes", "signed_as"),
)
# Asked only when another answer makes it matter; otherwise what stands there does not count.
ASKED_WHEN: dict[str, tuple[str, str]] = {
    "women_only": ("gender", Person.Gender.WOMAN),
    "dutch_level": ("side", Side.NEW),
    "teacher": ("side", Side.NEW),
    "max_new": ("side", Side.OLD),
    "country": ("country_ok", "on"),
}
# What the page itself looks at before somebody goes on; the form looks at everything again.
CHECKED_AS = {
    "name": "letters",
    "phone": "phone",
    "email": "email",
    "reach": "reach",
    "postcode": "postcode",
    "birth_year": "year",
}
SHORT_CHOICES = frozenset({"languages", "interests", "dayparts", "gender", "max_new", "has_children", "copy_by"})
NOT_NUMBERED = frozenset({"strokes"})


def numbers() -> dict[str, int]:
    """The number of each question, as on paper."""
    asked = [name for group in (*GROUPS, AGREE) for name in group.fields if name not in NOT_NUMBERED]
    return {name: number for number, name in enumerate(asked, start=1)}
