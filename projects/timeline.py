"""A project's timeline: where meetings, today and holidays lie between begin and end, in percent of the width."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from projects.calendar import Kind, Period, periods
from projects.models import Meeting, Project

MARGIN = 4.0
SHORT_NAMES = {
    Meeting.Kind.INFORMATION: "info",
    Meeting.Kind.MIX: "mix",
    Meeting.Kind.INTERIM: "tussentijds",
    Meeting.Kind.CLOSING: "slot",
}
# Labels closer together than this would run into each other.
LABEL_WIDTH = 11.0
# How wide a band must be for its name to fit under it.
BAND_NAME = 8.0
NARROWEST = 0.4
BAND_NAMES: dict[Kind, Any] = {Kind.SUMMER: _("zomervakantie"), Kind.RAMADAN: _("ramadan")}


@dataclass(frozen=True)
class Mark:
    """A meeting on the line; labels that would run into each other stand on a second row."""

    x: str
    label: str
    row: int
    day: date
    name: str
    past: bool


@dataclass(frozen=True)
class Band:
    """A period behind the line; ``label`` is empty where there is no room for it."""

    x: str
    width: str
    middle: str
    kind: Kind
    label: Any
    period: Period


@dataclass(frozen=True)
class Timeline:
    """``today`` is None when it lies outside the project."""

    begin: date
    end: date
    marks: list[Mark]
    today: str | None
    done: str
    first: str
    last: str
    bands: list[Band] = field(default_factory=list)

    @property
    def by_date(self) -> list[Band]:
        """The bands in the order of the calendar."""
        return sorted(self.bands, key=lambda band: band.period)


@dataclass(frozen=True)
class Point:
    """Something to mark: a day with its name, and a short one for the label."""

    day: date
    name: Any
    short: Any


def timeline_of(project: Project, today: date) -> Timeline:
    """The timeline of ``project`` on ``today``."""
    meetings = sorted(project.meetings.all(), key=lambda meeting: meeting.starts_at)
    points = [
        Point(meeting.day, meeting.get_kind_display(), SHORT_NAMES[Meeting.Kind(meeting.kind)]) for meeting in meetings
    ]
    return draw(project.starts_on, project.ends_on, points, today)


def draw(begin: date, end: date, points: Iterable[Point], today: date) -> Timeline:
    """The timeline from ``begin`` to ``end`` with ``points``, which are in order."""
    span = max(1, (end - begin).days)

    def x(day: date) -> float:
        share = (day - begin).days / span
        return MARGIN + (100 - 2 * MARGIN) * min(1.0, max(0.0, share))

    marks: list[Mark] = []
    row_ends = [-LABEL_WIDTH, -LABEL_WIDTH]
    for point in points:
        place = x(point.day)
        row = 0 if place - row_ends[0] >= LABEL_WIDTH else 1
        room = place - row_ends[row] >= LABEL_WIDTH
        row_ends[row] = place if room else row_ends[row]
        marks.append(Mark(f"{place:.1f}%", point.short if room else "", row, point.day, point.name, point.day < today))
    bands = [_band(period, x(period.first), x(period.last)) for period in _behind(begin, end)]
    return Timeline(
        begin=begin,
        end=end,
        marks=marks,
        today=f"{x(today):.1f}%" if begin <= today <= end else None,
        done=f"{x(today):.1f}%",
        first=f"{MARGIN}%",
        last=f"{100 - MARGIN}%",
        bands=bands,
    )


def _behind(begin: date, end: date) -> list[Period]:
    """The widest first, so that a day off within a holiday is seen."""
    return sorted(periods(begin, end), key=lambda period: period.first - period.last)


def _band(period: Period, left: float, right: float) -> Band:
    width = max(NARROWEST, right - left)
    label = BAND_NAMES.get(period.kind, "") if width >= BAND_NAME else ""
    return Band(f"{left:.1f}%", f"{width:.1f}%", f"{left + width / 2:.1f}%", period.kind, label, period)
