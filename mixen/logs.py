"""What never stands in a log: the secret in an address, and who it is about.

A line for a person to read (development), or a JSON object a line (production, ``LOG_FORMAT``). Of a request only the
pattern of its address is told, never what was typed in one; of an error its kind and where it was, never its text,
because databases and mail servers quote names and addresses in theirs.
"""

import logging
import re
import traceback
from contextvars import ContextVar
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


class JsonWithoutPeople(JsonFormatter):
    """A JSON object a line that says what happened and where, and not to whom."""

    def __init__(self) -> None:
        super().__init__(
            " ".join(f"%({name})s" for name in FIELDS), rename_fields={"asctime": "at", "levelname": "level"}
        )

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Each text of the object once more without people; what is no text is a number of ours."""
        known = super().process_log_record(log_data)
        return {key: without_people(value) if isinstance(value, str) else value for key, value in known.items()}

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:
        super().add_fields(log_data, record, message_dict)
        log_data.pop("request", None)
        log_data["request_id"] = request_id.get()
        if hasattr(record, "request"):  # Django's own lines quote the path, and in a path stands whatever was typed
            log_data["message"] = f"{getattr(record, 'status_code', '')} {pattern_of(record.request)}".strip()

    def formatException(self, ei: Any) -> str:  # noqa: N802  (logging's name)
        return trace_without_texts(ei[1])


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
