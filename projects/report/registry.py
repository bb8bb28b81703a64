"""What the apps contribute to the end report: figures, proposals for its texts, and photos.

Each app adds its own in its ``report.py``. A figure is one function with its definition in the docstring, shown to the
reader: those docstrings are in Dutch. A value is made of what JSON can hold, so that a draft and a frozen report are
shown by the same page, PDF and workbook.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from projects.models import Project
from projects.permissions import Permission
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


class Row(NamedTuple):
    """One thing that a figure counted, and the page on which it stands, where there is one."""

    text: str
    url: str | None = None


@dataclass(frozen=True)
class FigureSpec:
    """A registered figure: where it stands, what it is called and how it is worked out.

    ``kind`` tells how a value is written: count, percent (a whole number of them), money (EUR), hours, list, or table
    (``{"columns": [..], "rows": [[..]]}``). A function that answers None has nothing to say about a project, and the
    figure is left out. A figure with a ``target`` is a headline: it opens the report and the official's page.
    ``chart`` says how a table is drawn (``projects.report.charts``). ``behind`` gives the rows that were counted, to
    who has ``behind_for``.
    """

    section: str
    key: str
    label: Any
    kind: str
    function: FigureFunction
    target: Callable[[Project], int] | None = None
    chart: dict[str, Any] | None = None
    behind: Callable[[Project], list[Row]] | None = None
    behind_for: Permission = Permission.VIEW_PARTICIPANTS

    @property
    def definition(self) -> str:
        return " ".join(cleandoc(self.function.__doc__ or "").split())


figures: Registry[FigureSpec] = Registry("report")


def figure(
    section: str, order: int, label: Any, kind: str = "count", **more: Any
) -> Callable[[FigureFunction], FigureFunction]:
    """Register the decorated function as a figure of ``section``; ``more`` are further fields of ``FigureSpec``."""

    def keep(function: FigureFunction) -> FigureFunction:
        key = f"{function.__module__.partition('.')[0]}.{function.__name__}"
        figures.add(order, FigureSpec(section, key, label, kind, function, **more))
        return function

    return keep


ProposalFunction = Callable[[Project], str | None]


class Proposal(NamedTuple):
    """A paragraph for ``section``, written from an app's own rows; None while there is nothing to tell."""

    section: str
    function: ProposalFunction


proposals: Registry[Proposal] = Registry("report")


def proposal(section: str, order: int) -> Callable[[ProposalFunction], ProposalFunction]:
    """Register the decorated function as a paragraph of the text that is proposed for ``section``."""

    def keep(function: ProposalFunction) -> ProposalFunction:
        proposals.add(order, Proposal(section, function))
        return function

    return keep


class ReportPhoto(NamedTuple):
    """A photo that may be shown: ``url`` for who is logged in, ``read`` gives a JPEG for on paper."""

    url: str
    read: Callable[[], bytes]
    caption: str
    alt: str


class Photos(NamedTuple):
    """The photos chosen for a report, and how many were chosen that may no longer be shown."""

    shown: list[ReportPhoto]
    blocked: int


photo_albums: Registry[Callable[[Project], Photos]] = Registry("report")


def photos_of(project: Project) -> Photos:
    """What all apps have of ``project``."""
    albums = [album(project) for album in photo_albums]
    return Photos([photo for album in albums for photo in album.shown], sum(album.blocked for album in albums))
