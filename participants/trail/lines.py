"""The rows of the trail as people read them: a sentence each, and what is one deed on one line."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mixen.accounts.models import AccessNotice, AuditEvent, User
from participants.models import Participant, Person
from participants.trail.rows import CHANGED
from projects.models import Project
from projects.trail import words_of_deeds

Kind = AuditEvent.Kind
# What one deed writes within this time stands on one line.
TOGETHER = timedelta(seconds=3)
FIELDS = {
    "answers": gettext_lazy("wat op een tablet is ingevuld"),
    "buffet": gettext_lazy("de lijst van het buffet"),
    "call_note": gettext_lazy("wat in een gesprek is genoteerd"),
    "concern": gettext_lazy("een zorg"),
    "consents": gettext_lazy("toestemmingen"),
    "contact_card": gettext_lazy("het contactkaartje"),
    "country": gettext_lazy("land van herkomst"),
    "email": gettext_lazy("e-mail"),
    "form": gettext_lazy("het formulier"),
    "iban": gettext_lazy("rekeningnummer"),
    "month_card": gettext_lazy("de maandkaart"),
    "mood": gettext_lazy("hoe het gaat"),
    "notes": gettext_lazy("notities"),
    "personal_link": gettext_lazy("de eigen link"),
    "phone": gettext_lazy("telefoon"),
    "reach": gettext_lazy("hoe iemand te bereiken is"),
    "record": gettext_lazy("alle gegevens in Beheer"),
    "street": gettext_lazy("adres"),
    "trail": gettext_lazy("dit overzicht"),
}
DETAILS = {
    "cards": gettext_lazy("(kaarten)"),
    "list": gettext_lazy("(lijst om te tekenen)"),
    "pain.001": gettext_lazy("(bestand voor de bank)"),
    "papers": gettext_lazy("(alles op papier)"),
    "settlement": gettext_lazy("(afrekening)"),
    "sign-in list": gettext_lazy("(lijst om te tekenen)"),
}
ACCESS = {
    **{what.value: what.label for what in AccessNotice.What},
    "made": gettext_lazy("account gemaakt"),
    "switched_off": gettext_lazy("account uitgezet"),
    "factors_resealed": gettext_lazy("de tweede stappen opnieuw verzegeld"),
    "unlocked": gettext_lazy("account van het slot gehaald"),
    "sessions_ended": gettext_lazy("overal uitgelogd"),
    "erased": gettext_lazy("account gewist"),
    "session_ended": gettext_lazy("een apparaat uitgelogd"),
}
CHANGES = {
    "+": gettext_lazy("%(who)s heeft dit toegevoegd: %(what)s."),
    "~": gettext_lazy("%(who)s heeft dit gewijzigd: %(what)s."),
    "-": gettext_lazy("%(who)s heeft dit weggehaald: %(what)s."),
}


class Row(NamedTuple):
    """One row, as ``participants.trail.rows`` gives it."""

    at: datetime
    who: int | None
    kind: str
    what: str | None
    label: str
    number: str
    person: int | None
    project: int | None
    fields: str


@dataclass(frozen=True)
class Line:
    """One line: when, a sentence, whom and which project it is about, and what was written in that deed."""

    at: datetime
    sentence: str
    person: "Person | None"
    participant: "Participant | None"
    project: "Project | None"
    written: str


def lines_of(found: Iterable[tuple[Any, ...]]) -> list[Line]:
    """The lines of ``found``, in three queries for the names of people, projects and accounts."""
    rows = [Row(*values) for values in found]
    names = _Names(rows)
    return [names.line(list(group)) for _key, group in groupby(rows, key=_Deeds())]


class _Deeds:
    """Gives rows of one deed the same key: same doer, words and person, right after each other."""

    def __init__(self) -> None:
        self.last: Row | None = None
        self.number = 0

    def __call__(self, row: Row) -> int:
        if self.last is None or not _one_deed(self.last, row):
            self.number += 1
        self.last = row
        return self.number


def _one_deed(one: Row, next_one: Row) -> bool:
    same = (one.who, one.kind, one.what, one.person) == (next_one.who, next_one.kind, next_one.what, next_one.person)
    return same and one.kind == CHANGED and bool(one.what) and one.at - next_one.at < TOGETHER


class _Names:
    """Who and what the numbers in ``rows`` stand for; what is gone has no name."""

    def __init__(self, rows: list[Row]) -> None:
        people = {row.person for row in rows if row.person}
        parts = Participant.objects.filter(person__in=people).select_related("person", "project")
        self.parts: dict[tuple[int, int | None], Participant] = {}
        for part in parts.order_by("-project__starts_on"):
            self.parts[part.person_id, part.project_id] = part
            self.parts.setdefault((part.person_id, None), part)
        self.projects = Project.objects.in_bulk({row.project for row in rows if row.project})
        accounts = {row.who for row in rows if row.who}
        accounts |= {int(row.number) for row in rows if row.label == User._meta.label and row.number.isdecimal()}
        self.accounts = User.objects.in_bulk(accounts)

    def line(self, rows: list[Row]) -> Line:
        first = rows[0]
        part = self._part(first)
        kinds = sorted({name_of_kind(row.label) for row in rows if row.label}, key=str.casefold)
        return Line(
            at=first.at,
            sentence=self._sentence(first),
            person=part.person if part else None,
            participant=part,
            project=self.projects.get(first.project) if first.project else None,
            written=", ".join(kinds) if first.kind == CHANGED else "",
        )

    def _part(self, row: Row) -> Participant | None:
        if row.person is None:
            return None
        return self.parts.get((row.person, row.project)) or self.parts.get((row.person, None))

    def _sentence(self, row: Row) -> str:
        said = {"who": self._who(row), "what": name_of_kind(row.label)}
        if row.kind == CHANGED:
            return self._change(row, said)
        about = self._account(row.number) if row.label == User._meta.label else ""
        said["fields"] = _fields(row.fields)
        said["account"] = about
        said["access"] = str(ACCESS.get(row.what or "", row.what or ""))
        texts = {
            Kind.LOGIN: _("%(who)s logde in."),
            Kind.LOGIN_FAILED: _("Inloggen mislukte: %(account)s."),
            Kind.REFUSED: _("%(who)s wilde iets openen wat niet mag (%(detail)s)."),
            Kind.EXPORT: _("%(who)s haalde een lijst of papier op: %(what)s %(detail)s"),
            Kind.DOWNLOAD: _("%(who)s haalde een bestand op: %(what)s. %(fields)s"),
            Kind.READ: _("%(who)s las: %(fields)s (%(what)s)."),
            Kind.ACCESS: _("%(who)s: %(access)s. Account: %(account)s."),
        }
        detail = str(DETAILS.get(row.what or "", row.what or ""))
        return (texts[Kind(row.kind)] % {**said, "detail": detail}).strip()

    def _change(self, row: Row, said: dict[str, str]) -> str:
        deed = words_of_deeds().get(row.what or "")
        if deed:
            return _("%(who)s heeft %(deed)s.") % {**said, "deed": deed}
        return str(CHANGES[row.fields]) % said

    def _who(self, row: Row) -> str:
        if row.who is None:
            return _("Het systeem of een deelnemer zelf")
        account = self.accounts.get(row.who)
        return account.name if account else _("Een account dat er niet meer is")

    def _account(self, number: str) -> str:
        account = self.accounts.get(int(number)) if number.isdecimal() else None
        return account.name if account else _("een onbekend adres")


def name_of_kind(label: str) -> str:
    """What a model is called on screen."""
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return ""


def _fields(kept: str) -> str:
    try:
        found = json.loads(kept)
    except ValueError:
        return ""
    return ", ".join(str(FIELDS.get(name, name)) for name in found) or _("gegevens")
