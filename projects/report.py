"""The figures of the end report: one function a figure, with its definition in the docstring, shown to the reader.

Each app adds its own in its ``report.py``. A figure's value is made of what JSON can hold, so that a draft and a
frozen report are shown by the same page, PDF and workbook. Docstrings of figures are in Dutch: they are on screen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from inspect import cleandoc
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from projects.budget import settlement_of
from projects.models import Organisation, Project
from projects.registry import Registry

SECTIONS: dict[str, Any] = {
    "background": _("Achtergrond en doel"),
    "preparation": _("Voorbereiding"),
    "organisations": _("Contacten en organisaties"),
    "people": _("Ambassadeurs en deelnemers"),
    "course": _("Verloop"),
    "results": _("Resultaten"),
    "lessons": _("Evaluatie en lessen"),
    "finance": _("Financiën"),
    "thanks": _("Dank"),
}

FigureFunction = Callable[[Project], Any]


@dataclass(frozen=True)
class FigureSpec:
    """A registered figure: where it stands, what it is called and how it is worked out.

    ``kind`` tells how a value is written: count, money (EUR), hours, list, or table (``{"columns": [..], "rows":
    [[..]]}``). A function that answers None has nothing to say about a project, and the figure is left out. A figure
    with a ``target`` is a headline: it opens the report and the official's page.
    """

    section: str
    key: str
    label: Any
    kind: str
    function: FigureFunction
    target: Callable[[Project], int] | None = None

    @property
    def definition(self) -> str:
        return " ".join(cleandoc(self.function.__doc__ or "").split())


figures: Registry[FigureSpec] = Registry("report")


def figure(
    section: str, order: int, label: Any, kind: str = "count", target: Callable[[Project], int] | None = None
) -> Callable[[FigureFunction], FigureFunction]:
    """Register the decorated function as a figure of ``section``."""

    def keep(function: FigureFunction) -> FigureFunction:
        key = f"{function.__module__.partition('.')[0]}.{function.__name__}"
        figures.add(order, FigureSpec(section, key, label, kind, function, target))
        return function

    return keep


def compute(project: Project) -> list[dict[str, Any]]:
    """Every figure of ``project`` as it is now: section, key, label, kind, value, definition and target."""
    found = []
    for spec in figures:
        value = spec.function(project)
        if value is not None:
            found.append(
                {
                    "section": spec.section,
                    "key": spec.key,
                    "label": str(spec.label),
                    "kind": spec.kind,
                    "value": _plain(value),
                    "definition": spec.definition,
                    "target": spec.target(project) if spec.target else None,
                }
            )
    return found


def headlines(computed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures with a target."""
    return [item for item in computed if item.get("target") is not None]


def by_section(computed: list[dict[str, Any]], texts: dict[str, str]) -> list[dict[str, Any]]:
    """The sections in order, each with its title, text and figures."""
    return [
        {
            "key": key,
            "title": title,
            "text": texts.get(key, ""),
            "figures": [item for item in computed if item["section"] == key],
        }
        for key, title in SECTIONS.items()
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, int) else str(value)


@figure("course", 10, _("Bijeenkomsten"), kind="table")
def meetings(project: Project) -> dict[str, Any]:
    """De bijeenkomsten van het project, met datum en plaats."""
    rows = [
        [meeting.get_kind_display(), date_format(meeting.day, "j F Y"), meeting.where]
        for meeting in project.meetings.select_related("venue")
    ]
    return {"columns": [_("Bijeenkomst"), _("Datum"), _("Plaats")], "rows": rows}


def _organisations(project: Project, **conditions: Any) -> list[str]:
    return list(
        Organisation.objects.filter(partnerships__project=project, **conditions).values_list("name", flat=True)
    )


@figure("organisations", 10, _("Organisaties in het stadsdeel"), kind="list")
def organisations_in_district(project: Project) -> list[str] | None:
    """Partners van het project die in het stadsdeel van het project zitten, zonder de taalaanbieders."""
    found = Organisation.objects.filter(partnerships__project=project, district=project.district)
    return list(found.exclude(kind=Organisation.Kind.LANGUAGE_PROVIDER).values_list("name", flat=True)) or None


@figure("organisations", 20, _("Organisaties buiten het stadsdeel"), kind="list")
def organisations_elsewhere(project: Project) -> list[str] | None:
    """Partners van het project die voor de hele stad of in een ander stadsdeel werken, zonder de taalaanbieders."""
    found = Organisation.objects.filter(partnerships__project=project).exclude(district=project.district)
    return list(found.exclude(kind=Organisation.Kind.LANGUAGE_PROVIDER).values_list("name", flat=True)) or None


@figure("organisations", 30, _("Taalaanbieders"), kind="list")
def language_providers(project: Project) -> list[str] | None:
    """Scholen waar 'nieuwe' Amsterdammers Nederlands leren, en die aan het project meewerkten."""
    return _organisations(project, kind=Organisation.Kind.LANGUAGE_PROVIDER) or None


@figure("people", 10, _("Ambassadeurs"))
def ambassadors(project: Project) -> int:
    """Vrijwilligers die als ambassadeur in het team van het project zaten."""
    return project.memberships.filter(role="ambassador").count()


@figure("finance", 10, _("Begroting en uitgaven"), kind="table")
def budget_table(project: Project) -> dict[str, Any] | None:
    """Per regel: aantal keer prijs, wat er met het stadsdeel is afgesproken en wat er is uitgegeven, in euro's."""
    budget = settlement_of(project).budget
    if not budget.groups:
        return None
    rows: list[list[Any]] = []
    for group in budget.groups:
        rows.append([str(group.group), group.derived, group.agreed, group.spent])
        rows += [
            [str(line.line), line.derived, "" if line.agreed is None else line.agreed, line.spent]
            for line in group.lines
        ]
    rows.append([_("Totaal"), budget.derived, budget.agreed, budget.spent])
    return {"columns": [_("Post"), _("Aantal × prijs"), _("Afgesproken"), _("Uitgegeven")], "rows": rows}


@figure("finance", 20, _("Waar de afspraak afwijkt van aantal × prijs"), kind="table")
def budget_differences(project: Project) -> dict[str, Any] | None:
    """De groepen en regels waar het afgesproken bedrag niet gelijk is aan aantal keer prijs."""
    places = settlement_of(project).budget.differences
    if not places:
        return None
    rows = [[place.where, place.agreed, place.derived, place.amount] for place in places]
    return {"columns": [_("Post"), _("Afgesproken"), _("Aantal × prijs"), _("Verschil")], "rows": rows}


@figure("finance", 30, _("Afrekening"), kind="table")
def settlement(project: Project) -> dict[str, Any] | None:
    """Afgesproken bijdrage, uitgaven per soort, en wat er overblijft (of tekortkomt), in euro's.

    Het onverklaarde verschil hoort 0 te zijn: dan heeft elke euro een regel en een reden.
    """
    sums = settlement_of(project)
    if not sums.budget.groups:
        return None
    rows: list[list[Any]] = [[_("Afgesproken met het stadsdeel"), sums.budget.agreed]]
    rows += [[_("Uitgaven"), sums.spent_by_kind["booked"]]]
    rows += [[_("Betaalde declaraties van deelnemers"), sums.spent_by_kind["claim"]]]
    rows += [[_("Vergoedingen van vrijwilligers"), sums.spent_by_kind["allowance"]]]
    rows += [
        [_("Samen uitgegeven"), sums.spent],
        [_("Over"), sums.left],
        [_("Onverklaard verschil"), sums.unexplained],
    ]
    return {"columns": [_("Onderdeel"), _("Bedrag")], "rows": rows}
