"""A town of processes as production has it: PostgreSQL, Redis, two web servers, workers and a beat, all of its own.

Every process hangs on a leash (``mixen/leash.py``) or ends with its parent, so that nothing stays behind when a test
is interrupted. Killing is ``kill -9`` of processes this town started, by their number.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import psycopg

from mixen.management.commands.start import BEAT_COMMAND, LEASH, web_command, worker_command
from tests.participants.registration.loading import ask
from tests.queue.house import ROOT, House
from tests.servers import Postgres, Redis, free_port

STARTS_WITHIN = 90
LONG_AGO = "2026-01-01 12:00:00+00"


class Town(House):
    """``folder`` holds files and what the processes say; database and queue are servers."""

    def __init__(self, folder: Path, postgres: Postgres, database: str, redis: Redis, mail_port: int = 1) -> None:
        self.postgres, self.redis = postgres, redis
        self.url = postgres.url.rpartition("/")[0] + f"/{database}"
        super().__init__(
            folder,
            DATABASE_URL=self.url,
            REDIS_URL=redis.url,
            DJANGO_SETTINGS_MODULE="tests.faults.settings",
            MAIL_PORT=str(mail_port),
            PYTHONWARNINGS="ignore",
        )
        self.ports = {"web 1": free_port(), "web 2": free_port()}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.holder, self.kept = os.pipe()
        self.kills: dict[str, int] = {}

    # Starting and killing -------------------------------------------------------------------------------------------
    def start(self, *names: str) -> None:
        """Start ``web 1``, ``web 2``, ``worker``, ``worker 2`` or ``beat``; web servers are waited for."""
        for name in names:
            kind = name.partition(" ")[0]
            command = {"web": self._web, "worker": lambda _name: worker_command(), "beat": lambda _name: BEAT_COMMAND}
            with (self.folder / "worker.log").open("ab") as log:
                self.running[name] = subprocess.Popen(
                    [
                        sys.executable,
                        "-I",
                        "-S",
                        str(LEASH),
                        str(self.holder),
                        "--",
                        sys.executable,
                        *command[kind](name),
                    ],
                    cwd=ROOT,
                    env=self.environment,
                    pass_fds=[self.holder],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
        for name in names:
            if name in self.ports:
                self.wait_until(lambda name=name: self.get(name, "/healthz/") == 200, STARTS_WITHIN)

    def _web(self, name: str) -> list[str]:
        return web_command("127.0.0.1", self.ports[name])

    def kill(self, name: str) -> None:
        """``kill -9`` of a process of this town and all it started; PostgreSQL and Redis are started again at once."""
        kind = name.partition(" ")[0]
        self.kills[kind] = self.kills.get(kind, 0) + 1
        if name == "PostgreSQL":
            self.postgres.kill()
            self.postgres.run()
        elif name == "Redis":
            self.redis.kill()
            self.redis.start()
        else:
            process = self.running.pop(name)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)

    def again(self, name: str) -> None:
        """Kill it, and start it again as whatever watches over it would."""
        self.kill(name)
        if name not in {"PostgreSQL", "Redis"}:
            self.start(name)

    def end_all(self) -> None:
        for process in self.running.values():
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)
        self.running.clear()
        super().end_all()
        os.close(self.holder)
        os.close(self.kept)

    def rows(self, *arguments: object) -> Any:
        """What ``tests/participants/registration/rows.py`` makes or counts in this database."""
        command = [sys.executable, "-m", "tests.participants.registration.rows", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def begin(self, deed: str, *arguments: object) -> "subprocess.Popen[bytes]":
        """Begin a deed of ``stage.py`` in a process of its own, and do not wait for it."""
        command = [sys.executable, "-m", "tests.queue.stage", deed, *map(str, arguments)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.processes.append(process)
        return process

    def kill_process(self, process: "subprocess.Popen[bytes]") -> None:
        process.kill()
        process.wait(timeout=10)

    def at_once(self, deed: str, times: int) -> None:
        """The same deed in so many processes at the same moment."""
        for process in [self.begin(deed) for _time in range(times)]:
            assert process.wait(timeout=120) == 0

    # Looking --------------------------------------------------------------------------------------------------------
    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database answers; asked again for as long as it is not there."""
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                with psycopg.connect(self.url, autocommit=True, connect_timeout=5) as connection:
                    cursor = connection.execute(statement.replace("?", "%s"), values)
                    return cursor.fetchall() if cursor.description else []
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def number(self, statement: str) -> int:
        return int(self.sql(statement)[0][0])

    def connect(self, name: str = "web 1") -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.ports[name], timeout=20)

    def get(self, name: str, path: str) -> int | None:
        """The status of a page; None when nobody answers."""
        connection = self.connect(name)
        try:
            return ask(connection, "GET", path)
        finally:
            connection.close()

    def forget_claims(self) -> None:
        """As if the ten minutes were over after which a killed worker's work is free again."""
        self.sql("UPDATE participants_message SET claimed_at = ? WHERE sent_at IS NULL AND failures = 0", LONG_AGO)
        self.sql("UPDATE participants_message SET claimed_at = ? WHERE sent_at IS NULL AND failures > 0", LONG_AGO)

    def wait_patiently(self, true: Callable[[], bool], seconds: float = 60) -> None:
        """Until it is true, with claims of killed workers set free meanwhile."""
        last = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < last, f"not after {seconds} seconds:\n{self.log()[-3000:]}"
            time.sleep(0.3)


def database(postgres: Postgres, name: str, template: str = "mixen") -> str:
    """A new database as ``template`` is."""
    admin = postgres.url.rpartition("/")[0] + "/postgres"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def migrated(postgres: Postgres, folder: Path) -> None:
    """Every table, in the database that the others are copied from."""
    shutil.rmtree(folder, ignore_errors=True)
    environment = {**os.environ, "DATABASE_URL": postgres.url, "VAR_DIR": str(folder)}
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=240, capture_output=True)
