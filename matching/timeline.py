"""What happened to a couple, in words: read from its rows and from their histories, which no deed takes away."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import CheckIn, Couple, EndReason, GoingOn, Outing, Pause
from mixen.templatetags.display import day as written
from mixen.templatetags.display import decimal, moment


class Happening(NamedTuple):
    """One line: the day it was about, what happened, who noted it and when. ``who`` is empty for the system."""

    day: date
    what: str
    who: str = ""
    noted_at: datetime | None = None


def timeline_of(couple: Couple, outings: Iterable[Outing], *, private: bool) -> list[Happening]:
    """Everything that happened, in order, in six queries; ``couple`` has its members and ``outings`` are all of them.

    ``private`` says that the reader may see how calls went, and why a couple ended in somebody's own words. What was
    noted of a call is in no case told here.
    """
    names = {member.pk: member.participant.person.goes_by for member in couple.members.all()}
    found = [
        *_of_the_couple(couple, private),
        *_of_members(couple, names),
        *_of_pauses(couple),
        *_of_wishes(names),
        *_of_outings(outings),
        *_of_outings_taken_back(couple),
        *_of_calls(names, private),
    ]
    begin = timezone.make_aware(datetime(1970, 1, 1))
    return sorted(found, key=lambda one: (one.day, one.noted_at or begin))


def _noted(row: Any, what: str, on: date | None = None) -> Happening:
    who = row.history_user.name if row.history_user else ""
    return Happening(on or timezone.localdate(row.history_date), what, who, row.history_date)


def _in_order(history: Any, *also: str) -> Any:
    return history.select_related("history_user", *also).order_by("history_date", "history_id")


def _of_the_couple(couple: Couple, private: bool) -> Iterator[Happening]:
    rows = list(_in_order(couple.history, "ambassador"))
    if rows:
        origin = Couple.Origin(rows[0].origin).label
        yield _noted(rows[0], _("Het koppel begint: %(how)s.") % {"how": origin}, couple.formed_on)
    for before, after in pairwise(rows):
        for what, on in _changes(before, after, private):
            yield _noted(after, what, on)


def _changes(before: Any, after: Any, private: bool) -> Iterator[tuple[str, date | None]]:
    """What is different in two rows of a couple's history behind each other."""
    for field, first, moved in (
        (
            "first_appointment",
            _("Eerste afspraak: %(when)s, %(where)s."),
            _("Eerste afspraak anders: %(when)s, %(where)s."),
        ),
        ("next_appointment", _("Nieuwe afspraak: %(when)s, %(where)s."), _("Nieuwe afspraak: %(when)s, %(where)s.")),
    ):
        old, new = ((getattr(row, f"{field}_at"), getattr(row, f"{field}_place")) for row in (before, after))
        if new != old and new[0]:
            text = moved if old[0] else first
            yield text % {"when": moment(new[0]), "where": new[1] or _("plaats nog niet bekend")}, None
    if after.planned_end != before.planned_end:
        longer = (after.history_change_reason or "").endswith("extend_couple")
        text = _("Verlengd tot en met %(day)s.") if longer else _("De laatste dag wordt %(day)s.")
        yield text % {"day": written(after.planned_end)}, None
    if after.ambassador_id != before.ambassador_id and after.ambassador:
        yield _("Ambassadeur: %(name)s.") % {"name": after.ambassador.name}, None
    if after.ended_on and not before.ended_on:
        text = _("Gestopt: %(why)s.") % {"why": EndReason(after.end_reason).label}
        yield f"{text} {after.end_note}".strip() if private else text, after.ended_on


def _of_members(couple: Couple, names: dict[int, str]) -> Iterator[Happening]:
    history = couple.members.model.history.filter(couple_id=couple.pk, history_type="+")
    for row in _in_order(history):
        if row.slot and row.joined_on > couple.formed_on:
            yield _noted(row, _("%(name)s komt erbij.") % {"name": names.get(row.id, _("Iemand"))}, row.joined_on)


def _of_pauses(couple: Couple) -> Iterator[Happening]:
    rows = sorted(_in_order(Pause.history.filter(couple_id=couple.pk)), key=lambda row: row.id)
    for _number, group in groupby(rows, key=lambda row: row.id):
        first, *others = group
        text = _("Pauze tot en met %(until)s: %(why)s") if first.until else _("Pauze: %(why)s")
        until = written(first.until) if first.until else ""
        yield _noted(first, text % {"until": until, "why": first.reason}, first.since)
        for row in others:
            if row.history_type == "-":
                yield _noted(row, _("De pauze vanaf %(day)s gaat niet door.") % {"day": written(row.since)})
            elif row.until:
                yield _noted(row, _("De pauze duurde tot en met %(day)s.") % {"day": written(row.until)}, row.until)


def _of_wishes(names: dict[int, str]) -> Iterator[Happening]:
    for row in _in_order(GoingOn.history.filter(member_id__in=names).exclude(history_type="-"), "noted_by"):
        text = _("%(name)s wil door.") if row.wants else _("%(name)s wil niet door.")
        yield _noted(row, text % {"name": names[row.member_id]}, timezone.localdate(row.said_at))


def _of_outings(outings: Iterable[Outing]) -> Iterator[Happening]:
    """A line a month, on the day of its last meeting."""
    rows = sorted(outings, key=lambda outing: outing.day)
    for _month, group in groupby(rows, key=lambda outing: (outing.day.year, outing.day.month)):
        mine = list(group)
        text = ngettext(
            "In %(month)s zagen ze elkaar %(count)s keer, %(hours)s uur.",
            "In %(month)s zagen ze elkaar %(count)s keer, samen %(hours)s uur.",
            len(mine),
        )
        month, hours = date_format(mine[-1].day, "F Y"), decimal(sum(outing.hours for outing in mine))
        yield Happening(mine[-1].day, text % {"month": month, "count": len(mine), "hours": hours})


def _of_outings_taken_back(couple: Couple) -> Iterator[Happening]:
    for row in _in_order(Outing.history.filter(couple_id=couple.pk, history_type="-")):
        yield _noted(row, _("De ontmoeting van %(day)s is weggehaald.") % {"day": written(row.day)})


def _of_calls(names: dict[int, str], private: bool) -> Iterator[Happening]:
    rows = sorted(_in_order(CheckIn.history.filter(member_id__in=names)), key=lambda row: row.id)
    for _number, group in groupby(rows, key=lambda row: row.id):
        for before, after in pairwise(group):
            if after.attempts > before.attempts:
                text = (
                    _("Gebeld met %(name)s (%(kind)s): %(how)s.") if private else _("Gebeld met %(name)s (%(kind)s).")
                )
                what = text % {
                    "name": names[after.member_id],
                    "kind": CheckIn.Kind(after.kind).label,
                    "how": CheckIn.Outcome(after.outcome).label,
                }
                yield _noted(after, what, after.called_on)
