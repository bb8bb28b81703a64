"""Everything that is kept of one person, to hand over: readable, for a computer, and the files themselves."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_countries import countries

from mixen.accounts.audit import history_of
from mixen.accounts.models import AuditEvent, User
from mixen.templatetags.display import day, moment
from participants.forgetting import numbers_of
from participants.held import Held, holdings
from participants.models import NotTheSame, Participant, Person, Signature
from participants.trail.lines import name_of_kind
from participants.trail.rows import events_about
from projects.models import Project

SECRETS = frozenset({"nonce"})
"""What opens somebody's page is handed over to nobody, not on paper either."""
FOR_COMPUTERS = frozenset(
    {"id", "registration_key", "registration_digest", "claimed_at", "failures", "forgotten_on", "strokes", "key"}
    | {"digest", "number", "history", "width", "height"}
)
"""Left out of the page that is read; in the file for computers they stand."""

VERSIONS = {"+": "toegevoegd", "~": "veranderd", "-": "verwijderd"}


@dataclass
class Line:
    """One field of one row: its name, what it is called, and its value as kept and as read."""

    name: str
    label: str
    value: Any
    shown: str


@dataclass
class Row:
    """One row, with the file that belongs to it and the drawing of a signature."""

    lines: list[Line]
    path: str = ""
    file: str = ""

    @property
    def read(self) -> list[Line]:
        return [line for line in self.lines if line.name not in FOR_COMPUTERS and line.shown]


@dataclass
class Table:
    """All rows of one kind about somebody, and earlier versions of them."""

    label: str
    title: str
    rows: list[Row]
    versions: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class PersonalFile:
    """Everything of one person."""

    person: Row
    made_at: datetime
    parts: list[tuple[Project, list[Table]]]
    versions: list[dict[str, Any]]
    events: list[dict[str, Any]]
    quiet: int
    files: dict[str, bytes] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """For a computer; what JSON can hold."""
        return {
            "gemaakt_op": self.made_at.isoformat(),
            "persoon": _values(self.person),
            "persoon_eerder": self.versions,
            "deelnames": [
                {
                    "project": project.name,
                    "tabellen": {
                        table.label: {"regels": [_values(row) for row in table.rows], "eerder": table.versions}
                        for table in tables
                    },
                }
                for project, tables in self.parts
            ],
            "logboek": self.events,
            "weggelaten_zorgmeldingen": self.quiet,
            "bestanden": sorted(self.files),
        }


def _values(row: Row) -> dict[str, Any]:
    return {line.name: line.value for line in row.lines}


def zip_of(person: Person, *, with_quiet: bool) -> bytes:
    """One file with all that is kept of ``person``; in Dutch, as the rows are.

    ``with_quiet`` adds what others reported about them, which may say something of those others.
    """
    with override("nl"):
        made = everything_of(person, with_quiet=with_quiet)
        target = BytesIO()
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            archive.writestr("gegevens.html", render_to_string("participants/personal_file.html", {"made": made}))
            text = json.dumps(made.as_data(), ensure_ascii=False, indent=2, default=str)
            archive.writestr("gegevens.json", text)
            for name, content in made.files.items():
                archive.writestr(f"bestanden/{name}", content)
    return target.getvalue()


def everything_of(person: Person, *, with_quiet: bool) -> PersonalFile:
    """All that is kept of ``person``, project by project."""
    parts = list(person.participations.select_related("project").order_by("registered_on", "pk"))
    numbers = numbers_of(parts)
    made = PersonalFile(
        person=_row(person, person.pk),
        made_at=timezone.localtime(),
        parts=[],
        versions=_versions(Person, {person.pk}),
        events=_events(person, numbers, with_quiet=with_quiet),
        quiet=0,
    )
    for part in parts:
        tables = []
        for held in holdings:
            if held.quiet and not with_quiet:
                made.quiet += held.told_rows([part.pk]).count()
                continue
            if table := _table(held, part, person, made.files):
                tables.append(table)
        made.parts.append((part.project, tables))
    decisions = NotTheSame.objects.filter(first=person) | NotTheSame.objects.filter(second=person)
    if decisions.exists():
        made.person.lines.append(
            Line("not_the_same", str(NotTheSame._meta.verbose_name), decisions.count(), str(decisions.count()))
        )
    return made


def _table(held: Held, part: Participant, person: Person, files: dict[str, bytes]) -> Table | None:
    found = list(held.told_rows([part.pk]))
    numbers = numbers_of([part])
    ids = held.numbers(numbers) if held.told is None else {row.pk for row in found}
    versions = _versions(held.model, ids)
    if not found and not versions:
        return None
    rows = [_row(row, person.pk) for row in found]
    for row, shown in zip(found, rows, strict=True):
        _add_files(row, shown, files)
    return Table(held.model._meta.label, str(held.model._meta.verbose_name_plural), rows, versions)


def _row(row: models.Model, person: int) -> Row:
    return Row(list(_lines(row, person)))


def _lines(row: models.Model, person: int) -> Iterator[Line]:
    for column in row._meta.concrete_fields:
        if column.name in SECRETS:
            continue
        value = getattr(row, column.attname)
        if column.is_relation:
            other = getattr(row, column.name)
            if isinstance(other, Participant) and other.person_id == person:
                continue
            if isinstance(other, Person) and other.pk == person:
                continue
            shown = "" if other is None else _name_of(other)
            yield Line(column.name, str(column.verbose_name), shown, shown)
        else:
            yield Line(column.name, str(column.verbose_name), _plain(value), _shown(row, column, value))
    for many in row._meta.many_to_many:
        names = [_name_of(one) for one in getattr(row, many.name).all() if getattr(one, "person_id", 0) != person]
        yield Line(many.name, str(many.verbose_name), names, ", ".join(names))


def _name_of(other: models.Model) -> str:
    """Somebody else by the name they go by, and nothing more of them."""
    if isinstance(other, Participant):
        return other.person.goes_by
    return other.name if isinstance(other, User) else str(other)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return value if isinstance(value, bool | int | float | list | dict | type(None)) else str(value)


def _shown(row: models.Model, column: Any, value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    if column.flatchoices:
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if column.name == "country":
        return str(countries.name(value))
    return str(value)


def _add_files(row: models.Model, shown: Row, files: dict[str, bytes]) -> None:
    """The files of a row, and a signature as a drawing, each under a name that says what it is."""
    kind = str(row._meta.verbose_name).replace(" ", "-")
    if isinstance(row, Signature) and row.strokes:
        shown.path = row.path
        files[f"{kind}-{row.pk}.svg"] = render_to_string("participants/signature.svg", {"path": row.path}).encode()
    for column in row._meta.concrete_fields:
        if not isinstance(column, models.FileField) or not getattr(row, column.name):
            continue
        stored = getattr(row, column.name)
        name = f"{kind}-{row.pk}{PurePosixPath(stored.name).suffix}"
        try:
            with stored.open("rb") as source:
                files[name] = source.read()
            shown.file = name
        except FileNotFoundError:
            continue  # it is being removed at this moment


def _versions(model: type[models.Model], numbers: set[int]) -> list[dict[str, Any]]:
    """What stood there before: every version that is kept, the first first."""
    past = history_of(model)
    if past is None:
        return []
    names = [one.attname for one in past._meta.concrete_fields if one.name not in SECRETS]
    kept = [name for name in names if not name.startswith("history_")]
    rows = past._default_manager.filter(id__in=numbers).order_by("history_date", "history_id")
    return [
        {
            "wanneer": row.history_date.isoformat(),
            "wat": VERSIONS[row.history_type],
            "velden": {name: _plain(getattr(row, name)) for name in kept},
        }
        for row in rows
    ]


def _events(person: Person, numbers: set[int], *, with_quiet: bool) -> list[dict[str, Any]]:
    """Who of the team read or took along something of them, and when: the trail of them, and of their doubles."""
    about = events_about([person.pk])
    about |= models.Q(object_type=Participant._meta.label, object_id__in=[str(pk) for pk in numbers])
    rows = AuditEvent.objects.filter(about).select_related("by").order_by("at", "pk")
    if not with_quiet:
        rows = rows.exclude(object_type__in=[held.model._meta.label for held in holdings if held.quiet])
    return [
        {
            "wanneer": moment(row.at),
            "wat": str(row.get_kind_display()),
            "waarover": name_of_kind(row.object_type),
            "wie": row.by.name if row.by else _("het systeem"),
            "velden": row.fields,
        }
        for row in rows
    ]
