"""A project's timeline: where its meetings and today lie between begin and end, in percent of the width."""

from dataclasses import dataclass
from datetime import date

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
class Timeline:
    """``today`` is None when it lies outside the project."""

    begin: date
    end: date
    marks: list[Mark]
    today: str | None
    done: str
    first: str
    last: str


def timeline_of(project: Project, today: date) -> Timeline:
    """The timeline of ``project`` on ``today``."""
    span = max(1, (project.ends_on - project.starts_on).days)

    def x(day: date) -> float:
        share = (day - project.starts_on).days / span
        return MARGIN + (100 - 2 * MARGIN) * min(1.0, max(0.0, share))

    marks: list[Mark] = []
    row_ends = [-LABEL_WIDTH, -LABEL_WIDTH]
    for meeting in sorted(project.meetings.all(), key=lambda meeting: meeting.starts_at):
        place = x(meeting.day)
        row = 0 if place - row_ends[0] >= LABEL_WIDTH else 1
        room = place - row_ends[row] >= LABEL_WIDTH
        row_ends[row] = place if room else row_ends[row]
        label = SHORT_NAMES[Meeting.Kind(meeting.kind)] if room else ""
        marks.append(Mark(f"{place:.1f}%", label, row, meeting.day, meeting.get_kind_display(), meeting.day < today))
    inside = project.starts_on <= today <= project.ends_on
    return Timeline(
        begin=project.starts_on,
        end=project.ends_on,
        marks=marks,
        today=f"{x(today):.1f}%" if inside else None,
        done=f"{x(today):.1f}%",
        first=f"{MARGIN}%",
        last=f"{100 - MARGIN}%",
    )
