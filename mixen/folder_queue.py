"""Kombu's queue in a folder, with messages that appear whole.

Kombu creates a message under its final name and writes it after that. A worker that looks between the two reads
nothing, takes that for a broken message and ends; so does who looks up an exchange that was only just created.
"""

import logging
import os
import uuid
from contextlib import suppress
from json import JSONDecodeError
from pathlib import Path
from queue import Empty
from tempfile import NamedTemporaryFile
from time import monotonic
from typing import Any

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.json import dumps

logger = logging.getLogger(__name__)


class Channel(filesystem.Channel):  # type: ignore[misc]  # Kombu has no types
    """As Kombu's; a message or an exchange is there with its contents or it is not there."""

    def _queue_bind(self, exchange: str, routing_key: str | None, pattern: str | None, queue: str | None) -> None:
        file: Path = self._exchange_file(exchange)  # type: ignore[attr-defined]  # younger than the types
        if not file.exists():
            with suppress(FileExistsError):  # somebody else was first
                _appear(file, "[]")
        super()._queue_bind(exchange, routing_key, pattern, queue)  # type: ignore[arg-type]

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]
        file = Path(self.data_folder_out) / f"{round(monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        try:
            _appear(file, dumps(payload))
        except OSError as error:
            raise ChannelError(f"Cannot add {file} to the queue") from error

    def _get(self, queue: str) -> Any:  # type: ignore[override]
        try:
            return super()._get(queue)
        except JSONDecodeError:  # written when the power went off; a sweep finds the row it was about
            logger.warning("a message in the queue was not whole and is left out")
            raise Empty from None


class Transport(filesystem.Transport):  # type: ignore[misc]
    """For the setting ``CELERY_BROKER_TRANSPORT``."""

    Channel = Channel


def _appear(file: Path, contents: str) -> None:
    """Write a file that others see only once it is whole; FileExistsError when it is there already."""
    with NamedTemporaryFile("w", dir=file.parent, prefix=".", encoding="utf-8") as aside:
        aside.write(contents)
        aside.flush()
        os.link(aside.name, file)
