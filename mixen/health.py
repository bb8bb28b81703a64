"""Whether each part is there that the site needs; says nothing about anybody, and no secret."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from celery import current_app
from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from mixen.models import Heartbeat

logger = logging.getLogger(__name__)
HEART_STOPPED = timedelta(minutes=5)
"""After how long without a sign of life beat or all workers are gone; they give one every minute."""
LOOKED_AT = 10.0
"""Seconds for which an answer holds, so that somebody who asks a hundred times a second costs nothing."""


class NotWell(Exception):
    """A part is not as it should be; the text says in what way."""


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    """Newer ones than this code knows are fine: during an update they come first (ADR 0031)."""
    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotWell(f"{len(waiting)} not applied")


def queue() -> None:
    """The broker takes messages."""
    if settings.CELERY_BROKER_URL.startswith("filesystem"):
        _writable(settings.QUEUE_DIR / "messages")
        return
    with current_app.connection_for_write(connect_timeout=2) as broker:
        broker.ensure_connection(max_retries=1, interval_start=0, timeout=3)


def brakes() -> None:
    """What counts tries on public pages, for all processes together."""
    mark = uuid4().hex
    cache.set("mixen-health", mark, 60)
    if cache.get("mixen-health") is None:
        raise NotWell("keeps nothing")


def beat() -> None:
    age = Heartbeat.age(Heartbeat.QUEUE)
    if age is None or age > HEART_STOPPED:
        raise NotWell("no sign of life of beat and a worker for five minutes")


def files() -> None:
    """A file can be written, read and removed."""
    name = default_storage.save(f"health/{uuid4().hex}", ContentFile(b"ok"))
    try:
        with default_storage.open(name) as file:
            if file.read() != b"ok":
                raise NotWell("reads back otherwise")
    finally:
        default_storage.delete(name)


def _writable(folder: Path) -> None:
    probe = folder / f".{uuid4().hex}"
    probe.touch()
    probe.unlink()


WEB: dict[str, Callable[[], None]] = {"database": database, "migrations": migrations}
"""What a web process cannot do without: a proxy sends it nothing while one of these is missing."""
ALL: dict[str, Callable[[], None]] = {**WEB, "queue": queue, "brakes": brakes, "beat": beat, "files": files}


def look(parts: dict[str, Callable[[], None]] = ALL) -> dict[str, str]:
    """What each of ``parts`` is: ``ok``, or in what way it is not."""
    return {name: _look_at(name, check) for name, check in parts.items()}


def _look_at(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except NotWell as said:
        return str(said)
    except Exception as error:  # whatever is wrong, the others are still looked at; its text may hold an address
        logger.warning("%s is not well: %s", name, type(error).__name__)
        return type(error).__name__
    return "ok"


class Remembered:
    """The answer of a moment ago, one of this process."""

    def __init__(self, parts: dict[str, Callable[[], None]]) -> None:
        self._parts, self._lock = parts, threading.Lock()
        self._answer: dict[str, str] = {}
        self._until = 0.0

    def look(self) -> dict[str, str]:
        """What ``look`` says, or said within the last ten seconds."""
        with self._lock:
            if time.monotonic() >= self._until:
                self._answer = look(self._parts)
                self._until = time.monotonic() + LOOKED_AT
            return self._answer

    def forget(self) -> None:
        """Look anew the next time."""
        self._until = 0.0


web, everything = Remembered(WEB), Remembered(ALL)
