"""Figures of the end report about who took part, by something personal: never a cell of 1 to 4, whoever reads it.

The group is everybody with a buddy, whose number is public. Wishes such as women-only, children and Stadspas are
broken down nowhere.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from participants.models import Participant, Person, Side
from participants.models.participant import ParticipantQuerySet
from participants.recruiting.funnel import COUPLED
from projects.models import Project
from projects.report import figure
from projects.small_numbers import FEWEST, mask, protect, published_before

UNKNOWN = ""
GENDERS: dict[str, Any] = {
    Person.Gender.WOMAN: Person.Gender.WOMAN.label,
    Person.Gender.MAN: Person.Gender.MAN.label,
    Person.Gender.OTHER: Person.Gender.OTHER.label,
    UNKNOWN: _("onbekend of niet gezegd"),
}
# From which age on a band begins; the last that somebody reached is theirs.
AGES: dict[Any, Any] = {
    0: _("jonger dan 30"),
    30: _("30 tot en met 44"),
    45: _("45 tot en met 59"),
    60: _("60 tot en met 74"),
    75: _("75 en ouder"),
}
LEVELS: dict[str, Any] = {**{level.value: level.label for level in Participant.DutchLevel}, UNKNOWN: _("onbekend")}


def _with_a_buddy(project: Project) -> ParticipantQuerySet:
    """Everybody who came into a couple that was not broken off: the step 'gekoppeld' of the funnel."""
    return Participant.objects.filter(project=project, status__in=COUPLED).order_by("pk")


def _divided(project: Project, key: str, title: Any, cells: dict[Any, Any], found: Iterable[Any]) -> Any:
    """The table of ``found`` over ``cells`` (what is in none counts as unknown), or the one that was published."""
    if (before := published_before(project, key)) is not None:
        return before
    counted = Counter(one if one in cells else UNKNOWN for one in found)
    if not counted.total():
        return None
    shown = protect([counted[cell] for cell in cells])
    rows: list[list[Any]] = [[_("te weinig mensen om te verdelen"), ""]]
    if shown is not None:
        rows = [[label, cell] for label, cell in zip(cells.values(), shown, strict=True)]
    return {"columns": [title, _("Deelnemers")], "rows": [*rows, [_("Samen"), counted.total()]]}


@figure("people", 50, _("Geslacht"), kind="table")
def by_gender(project: Project) -> dict[str, Any] | None:
    """Deelnemers met een mixmaatje, naar geslacht.

    Een aantal van 1 tot en met 4 staat er als '<5'. Een streepje is een aantal van 5 of meer dat we verbergen, omdat
    je anders een '<5' kunt uitrekenen. Zijn er te weinig mensen, dan laten we de verdeling weg. De verdeling van het
    eerste vastgestelde verslag verandert niet meer.
    """
    return _divided(
        project,
        "participants.by_gender",
        _("Geslacht"),
        GENDERS,
        _with_a_buddy(project).values_list("person__gender", flat=True),
    )


@figure("people", 51, _("Leeftijd"), kind="table")
def by_age(project: Project) -> dict[str, Any] | None:
    """Deelnemers met een mixmaatje, naar leeftijd: het jaar waarin het project begon, min het geboortejaar.

    Een aantal van 1 tot en met 4 staat er als '<5'. Een streepje is een aantal van 5 of meer dat we verbergen, omdat
    je anders een '<5' kunt uitrekenen. Zijn er te weinig mensen, dan laten we de verdeling weg. De verdeling van het
    eerste vastgestelde verslag verandert niet meer.
    """
    born = _with_a_buddy(project).values_list("person__birth_year", flat=True)
    cells = {**AGES, UNKNOWN: _("onbekend")}
    return _divided(project, "participants.by_age", _("Leeftijd"), cells, (_band(project, year) for year in born))


def _band(project: Project, birth_year: int | None) -> int | str:
    """The band of ``AGES`` somebody was in when the project began; unknown for who is not born yet too."""
    if birth_year is None or birth_year > project.starts_on.year:
        return UNKNOWN
    return max(age for age in AGES if age <= project.starts_on.year - birth_year)


@figure("people", 52, _("Hoeveel Nederlands 'nieuwe' Amsterdammers spraken"), kind="table")
def by_dutch_level(project: Project) -> dict[str, Any] | None:
    """'Nieuwe' Amsterdammers met een mixmaatje, naar hoeveel Nederlands zij spraken toen zij zich inschreven.

    Een aantal van 1 tot en met 4 staat er als '<5'. Een streepje is een aantal van 5 of meer dat we verbergen, omdat
    je anders een '<5' kunt uitrekenen. Zijn er te weinig mensen, dan laten we de verdeling weg. De verdeling van het
    eerste vastgestelde verslag verandert niet meer.
    """
    levels = _with_a_buddy(project).on_side(Side.NEW).values_list("dutch_level", flat=True)
    return _divided(project, "participants.by_dutch_level", _("Nederlands"), LEVELS, levels)


@figure("people", 53, _("Talen naast Nederlands"), kind="table")
def by_language(project: Project) -> dict[str, Any] | None:
    """Talen die deelnemers met een mixmaatje naast Nederlands spreken. Wie meer talen spreekt, telt bij elke taal mee.

    Een aantal van 1 tot en met 4 staat er als '<5'. De verdeling van het eerste vastgestelde verslag verandert niet
    meer.
    """
    if (before := published_before(project, "participants.by_language")) is not None:
        return before
    people = _with_a_buddy(project)
    if people.count() < FEWEST:
        return None
    spoken = Counter(people.exclude(person__languages=None).values_list("person__languages__name", flat=True))
    rows = sorted(([name, mask(count)] for name, count in spoken.items()), key=lambda row: str(row[0]))
    return {"columns": [_("Taal"), _("Deelnemers")], "rows": rows} if rows else None
