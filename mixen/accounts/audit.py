"""Who did what: every action writes history rows under its own name and its actor; reads and refusals write an event.

``by=None`` is the system itself, as in a nightly task.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, NamedTuple, NoReturn, ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from simple_history.models import HistoricalRecords

from mixen.accounts.models import AuditEvent, User

P = ParamSpec("P")
R = TypeVar("R")


class Act(NamedTuple):
    """What is being done right now, and by whom."""

    name: str
    by: User | None


_current: ContextVar[Act | None] = ContextVar("act", default=None)
_within: ContextVar[int | None] = ContextVar("within", default=None)


@contextmanager
def within_project(number: int) -> Iterator[None]:
    """Events recorded within it tell that they happened in the project with this ``number``."""
    token = _within.set(number)
    try:
        yield
    finally:
        _within.reset(token)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make ``function`` an action: atomic, and every row it changes is recorded under its name and its ``by=``.

    An action inside another is part of it: it keeps the outer name, so that one deed of a person reads as one deed,
    and when it fails, all fails. Who wants to go on without it calls it within ``transaction.atomic()``.
    """
    name = f"{function.__module__.partition('.')[0]}.{function.__name__}"

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        if args or "by" not in kwargs:
            raise TypeError(f"{name} takes keyword arguments only, 'by' among them")
        by = kwargs["by"]
        outer = _current.get()
        token = _current.set(outer or Act(name, by if isinstance(by, User) else None))
        try:
            with transaction.atomic(savepoint=outer is None):
                return function(*args, **kwargs)
        finally:
            _current.reset(token)

    wrapped.is_action = True  # type: ignore[attr-defined]
    return wrapped


@dataclass
class Waiting:
    """What ``one_row_each`` is to write at its end."""

    # By model and number: the record, and whether it is new.
    records: dict[tuple["History", Any], tuple[models.Model, str]] = field(default_factory=dict)
    # By field and number of the record: what a new one was given by ``fill``.
    sets: dict[tuple[Any, Any], list[models.Model]] = field(default_factory=dict)

    def add(self, history: "History", instance: models.Model, kind: str) -> None:
        first = self.records.get((history, instance.pk))
        self.records[history, instance.pk] = instance, first[1] if first else kind

    def write(self, *, but: models.Model | None = None) -> None:
        """Write all that waits, except of ``but``; the records of one model together."""
        together: dict[tuple[History, str], list[models.Model]] = {}
        for (history, _number), (instance, kind) in self.records.items():
            if instance is not but:
                together.setdefault((history, kind), []).append(instance)
        for (history, kind), instances in together.items():
            history.write(instances, kind, self.sets)
        self.records = {place: found for place, found in self.records.items() if found[0] is but}


_waiting: ContextVar[Waiting | None] = ContextVar("waiting", default=None)


@contextmanager
def one_row_each() -> Iterator[None]:
    """Within it a record that is written several times gets one row of history, with what it is at the end.

    Put it inside the transaction or savepoint that it belongs to: what is undone leaves no history.
    """
    outer, mine = _waiting.get(), Waiting()
    token = _waiting.set(mine)
    try:
        yield
    finally:
        _waiting.reset(token)
    if outer is None:
        mine.write()
        return
    outer.sets |= mine.sets
    for (history, _number), (instance, kind) in mine.records.items():
        outer.add(history, instance, kind)


def write_history_so_far(*, but: models.Model) -> None:
    """Write what waits within ``one_row_each``, except of ``but``, which is still going to change.

    For who is about to take a lock that others wait for: what can be written before should be.
    """
    if waiting := _waiting.get():
        waiting.write(but=but)


def insert(rows: Sequence[models.Model]) -> None:
    """Insert ``rows``, new ones, all of one model, in one query; ``bulk_create`` alone would write no history."""
    if not rows:
        return
    model = type(rows[0])
    model._default_manager.bulk_create(rows)
    with one_row_each():
        for row in rows:
            _histories[model].create_historical_record(row, "+")


def fill(record: models.Model, name: str, members: Iterable[Any]) -> None:
    """Give a new ``record`` its set ``name``: ``members``, rows or their numbers.

    There is nothing yet to compare it with, and history that waits need not ask what is in it.
    """
    many: Any = record._meta.get_field(name)
    through = many.remote_field.through
    one, other = many.m2m_field_name(), f"{many.m2m_reverse_field_name()}_id"
    numbers = dict.fromkeys(getattr(member, "pk", member) for member in members)
    made = through.objects.bulk_create([through(**{one: record, other: number}) for number in numbers])
    if waiting := _waiting.get():
        waiting.sets[many, record.pk] = made


_histories: dict[type[models.Model], "History"] = {}


class History(HistoricalRecords):
    """The history of a model: django-simple-history, told by the running action who acts and why."""

    def create_history_model(self, model: type[models.Model], inherited: bool) -> Any:
        self.model = super().create_history_model(model, inherited)  # the manager makes a new class at each look
        _histories[model] = self
        return self.model

    def create_historical_record(self, instance: models.Model, history_type: str, using: str | None = None) -> None:
        if waiting := _waiting.get():
            waiting.add(self, instance, history_type)
        else:
            self.write([instance], history_type, {})

    def m2m_changed(self, instance: models.Model, action: str, attr: str, **more: Any) -> None:
        if waiting := _waiting.get():
            waiting.sets.pop((instance._meta.get_field(attr), instance.pk), None)
        super().m2m_changed(instance=instance, action=action, attr=attr, **more)

    def write(self, instances: Sequence[models.Model], kind: str, sets: dict[Any, list[models.Model]]) -> None:
        """A row for each of ``instances``, all in one query, and one more for each kind of set they have.

        What is in a set that is not in ``sets`` is asked. The library would ask it for every instance, and with it
        everything about everybody in it.
        """
        rows = self.model.objects.bulk_create([self._row(instance, kind) for instance in instances])
        for many in self.model._history_m2m_fields:
            owners = {instance.pk: row for instance, row in zip(instances, rows, strict=True)}
            self._write_set(many, owners, sets)

    def _row(self, instance: models.Model, kind: str) -> models.Model:
        row: models.Model = self.model(
            history_date=timezone.now(),
            history_type=kind,
            history_user=self.get_history_user(instance),
            history_change_reason=self.get_change_reason_for_object(instance, kind, ""),
            **{column.attname: getattr(instance, column.attname) for column in self.fields_included(instance)},
        )
        return row

    def _write_set(self, many: Any, rows: dict[Any, models.Model], sets: dict[Any, list[models.Model]]) -> None:
        """Keep what is in the set ``many`` of the records of ``rows``, which stand under their numbers."""
        through, owner = many.remote_field.through, f"{many.m2m_field_name()}_id"
        members = [member for number in rows for member in sets.get((many, number), ())]
        if unknown := [number for number in rows if (many, number) not in sets]:
            members += through.objects.filter(**{f"{owner}__in": unknown})
        names = [column.attname for column in through._meta.fields]
        self.m2m_models[many].objects.bulk_create(
            self.m2m_models[many](
                history=rows[getattr(member, owner)], **{name: getattr(member, name) for name in names}
            )
            for member in members
        )

    def get_history_user(self, instance: models.Model) -> Any:
        act = _current.get()
        return act.by if act else super().get_history_user(instance)

    def get_change_reason_for_object(self, instance: models.Model, history_type: str, using: str) -> str | None:
        act = _current.get()
        return act.name if act else super().get_change_reason_for_object(instance, history_type, using)


def history_of(model: type[models.Model], many: str = "") -> Any:
    """The model that keeps the history of ``model``, or of its set ``many``; None where none is kept."""
    kept = _histories.get(model)
    if kept is None or not many:
        return kept.model if kept else None
    return kept.m2m_models.get(model._meta.get_field(many))


def record(
    *, by: Any, kind: AuditEvent.Kind, about: models.Model | None = None, fields: Iterable[str] = (), detail: str = ""
) -> AuditEvent:
    """Write one event. ``about`` is kept as its kind and number only, never as its text."""
    event = _event(by, kind, about, fields, detail)
    event.save()
    return event


def refuse(*, by: Any, about: models.Model | None = None, detail: str = "") -> NoReturn:
    """Refuse ``by`` what they asked for, and write that down: the one way to a 403 about who somebody is.

    ``detail`` is what they lack. Call it outside a transaction: what raises takes back what was written within one.
    """
    record(by=by, kind=AuditEvent.Kind.REFUSED, about=about, detail=detail)
    raise PermissionDenied


def record_each(
    *, by: Any, kind: AuditEvent.Kind, about: Iterable[models.Model], fields: Iterable[str] = (), detail: str = ""
) -> None:
    """An event for each of ``about``, in one query: where several people are read or printed at once."""
    names = list(fields)
    AuditEvent.objects.bulk_create([_event(by, kind, one, names, detail) for one in about])


def _event(
    by: Any, kind: AuditEvent.Kind, about: models.Model | None, fields: Iterable[str], detail: str
) -> AuditEvent:
    return AuditEvent(
        by=by if isinstance(by, User) else None,
        kind=kind,
        object_type=about._meta.label if about is not None else "",
        object_id=str(about.pk) if about is not None else "",
        project_number=_within.get(),
        fields=sorted(fields),
        detail=detail[:200],
    )
