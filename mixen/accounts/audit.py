"""Who did what: every action writes history rows under its own name and its actor; reads and refusals write an event.

``by=None`` is the system itself, as in a nightly task.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

from django.db import models, transaction
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

    An action inside another keeps the outer name, so that one deed of a person reads as one deed.
    """
    name = f"{function.__module__.partition('.')[0]}.{function.__name__}"

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        if args or "by" not in kwargs:
            raise TypeError(f"{name} takes keyword arguments only, 'by' among them")
        by = kwargs["by"]
        token = _current.set(_current.get() or Act(name, by if isinstance(by, User) else None))
        try:
            with transaction.atomic():
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
    mine: Waiting = {}
    token = _waiting.set(mine)
    try:
        yield
    finally:
        _waiting.reset(token)
    for (history, _number), (instance, kind) in mine.items():
        history.create_historical_record(instance, kind)  # which waits on, where there is an outer one


class History(HistoricalRecords):
    """The history of a model: django-simple-history, told by the running action who acts and why."""

    def create_historical_record(self, instance: models.Model, history_type: str, using: str | None = None) -> None:
        waiting = _waiting.get()
        if waiting is None:
            super().create_historical_record(instance, history_type, using)
        else:
            first = waiting.get((self, instance.pk))
            waiting[self, instance.pk] = instance, first[1] if first else history_type

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
