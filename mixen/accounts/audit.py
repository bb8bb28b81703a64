"""Who did what: every action writes history rows under its own name and its actor; reads and refusals write an event.

``by=None`` is the system itself, as in a nightly task.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

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


# Records that were written within ``one_row_each``, by model and number, and whether they are new.
Waiting = dict[tuple["History", Any], tuple[models.Model, str]]
_waiting: ContextVar[Waiting | None] = ContextVar("waiting", default=None)


@contextmanager
def one_row_each() -> Iterator[None]:
    """Within it a record that is written several times gets one row of history, with what it is at the end.

    Put it inside the transaction or savepoint that it belongs to: what is undone leaves no history.
    """
    outer = _waiting.get()
    mine: Waiting = {}
    token = _waiting.set(mine)
    try:
        yield
    finally:
        _waiting.reset(token)
    if outer is None:
        _write(mine)
    else:
        for (history, _number), (instance, kind) in mine.items():
            history.create_historical_record(instance, kind)  # which waits on


def write_history_so_far(*, but: models.Model) -> None:
    """Write what waits within ``one_row_each``, except of ``but``, which is still going to change.

    For who is about to take a lock that others wait for: what can be written before should be.
    """
    waiting = _waiting.get() or {}
    ready = {place: found for place, found in waiting.items() if found[0] is not but}
    _write(ready)
    for place in ready:
        del waiting[place]


def _write(waiting: Waiting) -> None:
    """Write the history that waited, all records of one model at once."""
    together: dict[tuple[History, str], list[models.Model]] = {}
    for (history, _number), (instance, kind) in waiting.items():
        together.setdefault((history, kind), []).append(instance)
    for (history, kind), instances in together.items():
        history.write(instances, kind)


class History(HistoricalRecords):
    """The history of a model: django-simple-history, told by the running action who acts and why."""

    def create_history_model(self, model: type[models.Model], inherited: bool) -> Any:
        self.model = super().create_history_model(model, inherited)  # the manager makes a new class at each look
        return self.model

    def create_historical_record(self, instance: models.Model, history_type: str, using: str | None = None) -> None:
        waiting = _waiting.get()
        if waiting is None:
            self.write([instance], history_type)
        else:
            first = waiting.get((self, instance.pk))
            waiting[self, instance.pk] = instance, first[1] if first else history_type

    def write(self, instances: Sequence[models.Model], kind: str) -> None:
        """A row for each of ``instances``, in one query for all, and in two for each of their sets.

        The library would ask for each set with everybody and everything in it, once for every instance.
        """
        rows = self.model.objects.bulk_create([self._row(instance, kind) for instance in instances])
        for field in self.model._history_m2m_fields:
            self._write_set(field, {instance.pk: row for instance, row in zip(instances, rows, strict=True)})

    def _row(self, instance: models.Model, kind: str) -> models.Model:
        row: models.Model = self.model(
            history_date=timezone.now(),
            history_type=kind,
            history_user=self.get_history_user(instance),
            history_change_reason=self.get_change_reason_for_object(instance, kind, ""),
            **{field.attname: getattr(instance, field.attname) for field in self.fields_included(instance)},
        )
        return row

    def _write_set(self, field: models.ManyToManyField, rows: dict[Any, models.Model]) -> None:
        """Keep with each of ``rows``, by the number of its instance, what the instance has in the set ``field``."""
        model, owner = self.m2m_models[field], f"{field.m2m_field_name()}_id"
        members = field.remote_field.through.objects.filter(**{f"{owner}__in": list(rows)}).values()
        model.objects.bulk_create([model(history=rows[member[owner]], **member) for member in members])

    def get_history_user(self, instance: models.Model) -> Any:
        act = _current.get()
        return act.by if act else super().get_history_user(instance)

    def get_change_reason_for_object(self, instance: models.Model, history_type: str, using: str) -> str | None:
        act = _current.get()
        return act.name if act else super().get_change_reason_for_object(instance, history_type, using)


def record(
    *, by: Any, kind: AuditEvent.Kind, about: models.Model | None = None, fields: Iterable[str] = (), detail: str = ""
) -> AuditEvent:
    """Write one event. ``about`` is kept as its kind and number only, never as its text."""
    return AuditEvent.objects.create(
        by=by if isinstance(by, User) else None,
        kind=kind,
        object_type=about._meta.label if about is not None else "",
        object_id=str(about.pk) if about is not None else "",
        fields=sorted(fields),
        detail=detail[:200],
    )
