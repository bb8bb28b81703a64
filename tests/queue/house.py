"""Starts processes on a database and a queue of their own, and looks at what they left in the database.

The queue is one of files, unless ``variables`` name another.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
WORKER = ["-m", "celery", "-A", "mixen", "worker", "--pool=solo", "--without-gossip", "--without-mingle"]


class Batch(NamedTuple):
    """One row of the certificate batches."""

    state: str
    done: int
    total: int
    pdf: str


class House:
    """``folder`` holds everything: database, queue, files and what the processes say."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self.database = folder / "house.sqlite3"
        self.media = folder / "media"
        self.processes: list[subprocess.Popen[bytes]] = []
        kept = {key: value for key, value in os.environ.items() if key not in {"REDIS_URL", "CELERY_BROKER_URL"}}
        self.environment = {
            **kept,
            "MIXEN_ENV": "development",
            "DJANGO_SETTINGS_MODULE": "mixen.settings",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "VAR_DIR": str(folder / "var"),
            "MEDIA_ROOT": str(self.media),
            **variables,
        }

    def stage(self, deed: str, *arguments: object, seconds: int = 120) -> Any:
        """Do one deed of ``stage.py`` in a process of its own, within ``seconds``; what it prints."""
        command = [sys.executable, "-m", "tests.queue.stage", deed, *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=seconds)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def start_worker(self) -> subprocess.Popen[bytes]:
        with (self.folder / "worker.log").open("ab") as log:
            worker = subprocess.Popen(
                [sys.executable, *WORKER, "--loglevel=INFO"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        self.processes.append(worker)
        return worker

    def end_all(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=10)

    def log(self) -> str:
        file = self.folder / "worker.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database, timeout=20)) as connection, connection:
            return connection.execute(statement, values).fetchall()

    def batch(self, number: int) -> Batch:
        (row,) = self.sql("SELECT state, done, total, pdf FROM participants_certificatebatch WHERE id = ?", number)
        return Batch(*row)

    def wait_for(self, number: int, when: Callable[[Batch], bool], seconds: float = 30) -> Batch:
        """The batch once ``when`` is true of it."""
        last = time.monotonic() + seconds
        while not when(batch := self.batch(number)):
            assert time.monotonic() < last, f"{batch} after {seconds} seconds:\n{self.log()}"
            time.sleep(0.02)
        return batch

    def messages(self) -> list[Path]:
        """What waits in the queue."""
        return list((self.folder / "var" / "queue" / "messages").iterdir())

    def messages_left(self) -> int:
        """How many messages to participants were not sent."""
        ((left,),) = self.sql("SELECT count(*) FROM participants_message WHERE sent_at IS NULL")
        return int(left)

    def wait_until(self, true: Callable[[], bool], seconds: float = 30) -> None:
        last = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < last, f"not after {seconds} seconds:\n{self.log()}"
            time.sleep(0.05)

    def pdfs(self) -> list[Path]:
        return sorted((self.media / "certificates").glob("*.pdf"))
