"""What never stands in a log: the secret in an address, and who it is about.

A JSON object a line or a line for a person to read (``LOG_FORMAT``); in production neither names anybody. Of a request
only the pattern of its address is told, never what was typed in one; of an error its kind and where it was, never its
text, because databases and mail servers quote names and addresses in theirs; of a task its name and number, never what
it was given or gave back.
"""

import logging
import re
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from copy import copy
from typing import Any

from pythonjsonlogger.json import JsonFormatter

SECRET = re.compile(r"(/(?:mijn|afspraak|uitnodiging|certificaat|reset/key|confirm-email)/)[^/\s?\"']+")
MAIL = re.compile(r"[^\s@<>\"'(]+@[^\s@<>\"')]+\.\w+")
PHONE = re.compile(r"(?<![\w.:-])(?:\+|00|0)\d(?:[\s-]?\d){7,13}(?![\w-])")
NETWORK = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}", re.I
)
HIDDEN = "…"
FIELDS = ("asctime", "levelname", "name", "message", "request_id")
# What a line may say besides: of a request, and of an error. Whatever else somebody hands over, stays out.
MORE = ("route", "method", "status", "ms", "exc_info", "stack_info")
# What Celery may say of a task; the rest of what it knows is the text of an error, or what a task works with.
OF_TASKS = ("name", "id", "description", "runtime", "eta", "hostname")
KIND = re.compile(r"(\w+)\(")

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Which request this is about, so that its lines can be found together; empty outside one."""


def without_secrets(text: str) -> str:
    """``text`` without what follows the addresses that are a key."""
    return SECRET.sub(rf"\1{HIDDEN}", text)


def without_people(text: str) -> str:
    """``text`` without secrets, mail addresses, telephone numbers and addresses on the network."""
    text = MAIL.sub(HIDDEN, without_secrets(text))
    return NETWORK.sub(HIDDEN, PHONE.sub(HIDDEN, text))


class LineWithoutTokens(logging.Formatter):
    """A line with the tokens of personal pages left out, in the trace under it too: that may quote an address."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


class LineWithoutPeople(logging.Formatter):
    """A line for a person to read that says what happened and where, and not to whom."""

    def format(self, record: logging.LogRecord) -> str:
        return without_people(super().format(_told(record)))

    def formatException(self, ei: Any) -> str:  # noqa: N802  (logging's name)
        return trace_without_texts(ei[1])


class JsonWithoutPeople(JsonFormatter):
    """A JSON object a line that says what happened and where, and not to whom."""

    def __init__(self) -> None:
        super().__init__(
            " ".join(f"%({name})s" for name in FIELDS), rename_fields={"asctime": "at", "levelname": "level"}
        )

    def format(self, record: logging.LogRecord) -> str:
        return super().format(_told(record))

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Each text of the object once more without people; what is no text is a number of ours."""
        known = super().process_log_record(log_data)
        return {key: without_people(value) if isinstance(value, str) else value for key, value in known.items()}

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:
        super().add_fields(log_data, record, message_dict)
        known = {*map(self._get_rename, FIELDS), *MORE}
        for name in set(log_data) - known:
            del log_data[name]
        log_data["request_id"] = request_id.get()

    def formatException(self, ei: Any) -> str:  # noqa: N802  (logging's name)
        return trace_without_texts(ei[1])


def _told(record: logging.LogRecord) -> logging.LogRecord:
    """``record`` with the message that may be told, and without what another formatter made of its error."""
    told = copy(record)
    told.msg, told.args, told.exc_text = _message(record), None, None
    return told


def _message(record: logging.LogRecord) -> str:
    if hasattr(record, "request"):  # Django's own lines quote the path, and in a path stands whatever was typed
        return f"{getattr(record, 'status_code', '')} {pattern_of(record.request)}".strip()
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    try:
        return record.msg % _arguments(record) if record.args else record.msg
    except (TypeError, ValueError, KeyError):
        return record.msg  # arguments that do not fit: logging itself would print them


def _arguments(record: logging.LogRecord) -> Any:
    """What goes into the message: of errors the kind, of Celery's tasks what is ours."""
    if not isinstance(record.args, Mapping):
        return tuple(_kind(given) for given in record.args or ())
    if record.name.partition(".")[0] == "celery":
        return _OfTask(record)
    return {name: _kind(given) for name, given in record.args.items()}


def _kind(given: Any) -> Any:
    return type(given).__name__ if isinstance(given, BaseException) else given


class _OfTask(dict[str, Any]):
    """What Celery says of a task: its name, its number, and the kind of error; the rest is hidden."""

    def __init__(self, record: logging.LogRecord) -> None:
        given: Any = record.args
        error = record.exc_info[1] if record.exc_info else None
        named = KIND.match(str(given.get("exc", "")))  # Celery hands over what repr makes of it
        kind = type(error).__name__ if error else named[1] if named else HIDDEN
        super().__init__({name: given[name] for name in OF_TASKS if name in given}, exc=kind)

    def __missing__(self, name: str) -> str:
        return HIDDEN


def trace_without_texts(error: BaseException | None) -> str:
    """Kind and place of ``error`` and of what caused it, without their texts."""
    parts: list[str] = []
    while error is not None and len(parts) < 5:
        parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)
        error = error.__cause__ or error.__context__
    return "\ncaused by\n".join(parts)


def pattern_of(request: Any) -> str:
    """The pattern of the address asked for, such as ``projecten/<slug:slug>/``; not what stood in its place."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else "an address that is none"
