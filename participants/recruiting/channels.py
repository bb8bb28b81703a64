"""What recruiting works: per way in which people heard of the project, and per organisation, how far they came."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from mixen.sheets import Sheet
from participants.models import Participant, Told
from participants.recruiting.expecting import percent
from participants.recruiting.funnel import STEPS, counted_steps
from projects.models import Project

NAMES = dict(Participant.Channel.choices)


@dataclass(frozen=True)
class ChannelRow:
    """One channel at one organisation. ``told`` is 0 where nobody noted how many people heard of it."""

    channel: str = ""
    organisation: str = ""
    told: int = 0
    steps: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return str(NAMES[Participant.Channel(self.channel)]) if self.channel else _("niet gevraagd")

    @property
    def values(self) -> list[int]:
        """Registered, signed up, came, coupled, completed."""
        return [self.steps.get(step, 0) for step in STEPS]

    @property
    def signed_up(self) -> int:
        return self.steps.get("signed_up", 0)

    @property
    def share(self) -> Fraction | None:
        """Who signed up of who were told; None where nothing was noted."""
        return Fraction(self.signed_up, self.told) if self.told else None

    @property
    def percent(self) -> int | None:
        return None if self.share is None else percent(self.share)


def channel_rows(project: Project) -> list[ChannelRow]:
    """What brought the most sign-ups first, in two queries; each person of ``project`` is in exactly one row."""
    return channel_rows_of([project])


def channel_rows_of(projects: Iterable[Project]) -> list[ChannelRow]:
    """The same over several projects together, in two queries too."""
    projects = list(projects)
    notes = Told.objects.filter(project__in=projects).order_by()
    told = notes.values_list("channel", "organisation__name").annotate(people=Sum("people"))
    heard = {(channel, name or ""): people for channel, name, people in told}
    keys = ("channel", "heard_from__name")
    people = Participant.objects.filter(project__in=projects).order_by().values(*keys).annotate(**counted_steps())
    came: dict[tuple[str, str], dict[str, Any]] = {(row[keys[0]], row[keys[1]] or ""): dict(row) for row in people}
    rows = [
        ChannelRow(*key, told=heard.get(key, 0), steps={step: came.get(key, {}).get(step, 0) for step in STEPS})
        for key in {*heard, *came}
    ]
    return sorted(rows, key=_what_works)


def by_channel(rows: Iterable[ChannelRow]) -> list[ChannelRow]:
    """``rows`` of all organisations together, per channel; what works best first."""
    found = _gathered(rows, lambda row: row.channel)
    return sorted((replace(total(mine), channel=channel) for channel, mine in found.items()), key=_what_works)


def by_organisation(rows: Iterable[ChannelRow]) -> list[ChannelRow]:
    """``rows`` of all channels together, per organisation that was named; what works best first."""
    found = _gathered((row for row in rows if row.organisation), lambda row: row.organisation)
    return sorted((replace(total(mine), organisation=name) for name, mine in found.items()), key=_what_works)


def _gathered(rows: Iterable[ChannelRow], key: Callable[[ChannelRow], str]) -> dict[str, list[ChannelRow]]:
    found: dict[str, list[ChannelRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _what_works(row: ChannelRow) -> tuple[Any, ...]:
    return (-row.signed_up, -(row.share or 0), -row.steps["registered"], -row.told, row.name, row.organisation)


def total(rows: Iterable[ChannelRow]) -> ChannelRow:
    """All rows together. Its share is told apart (``share_of_told``): not everybody was noted as told."""
    rows = list(rows)
    steps = {step: sum(row.steps[step] for row in rows) for step in STEPS}
    return ChannelRow(told=sum(row.told for row in rows), steps=steps)


def share_of_told(rows: Iterable[ChannelRow]) -> int | None:
    """Over the rows in which somebody was told: who signed up of them, in per cent."""
    counted = [row for row in rows if row.told]
    return total(counted).percent


def channel_sheet(rows: list[ChannelRow]) -> Sheet:
    """The table as a sheet, with its total in the last row."""
    header = [
        _("Hoe gehoord"), _("Organisatie"), _("Verteld"), _("Aangemeld"), _("Ingeschreven"),
        _("Was bij mixbijeenkomst"), _("Gekoppeld"), _("Afgerond"), _("Ingeschreven van verteld, %"),
    ]  # fmt: skip
    lines = [[row.name, row.organisation, row.told, *row.values, row.percent] for row in rows]
    whole = total(rows)
    lines.append([_("Samen"), "", whole.told, *whole.values, share_of_told(rows)])
    return Sheet(_("Werving"), header, lines)
