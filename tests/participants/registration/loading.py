"""Many tablets at once against the application as ``manage.py start`` runs it, on a port and a database of its own."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from tests.participants.registration.sealing import answers, body, seal
from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[3]
PYTHON = [sys.executable, "-W", "ignore"]
START_WITHIN = 60
MOST_TRIES = 20


class Sent(NamedTuple):
    """What was sent, how often each answer came, and in how many seconds."""

    registrations: int
    statuses: dict[int, int]
    seconds: float


class Stack:
    """The running application: web server, worker and clock, without the demo."""

    healthy = "/healthz/"

    def __init__(self, folder: Path, database: str = "", tablets: int = 8, **more: str) -> None:
        self.port = free_port()
        self.environment = {
            **os.environ,
            "VAR_DIR": str(folder / "var"),
            "MEDIA_ROOT": str(folder / "media"),
            "DATABASE_URL": database or f"sqlite:///{folder / 'drukte.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "mixen.settings",
            **more,
        }
        self.run("manage.py", "migrate", "-v0")
        self.made = json.loads(self.run("-m", "tests.participants.registration.rows", "make", str(tablets)))
        self.start()

    def run(self, *arguments: str) -> bytes:
        """What Python says with these arguments, on this database."""
        done = subprocess.run([*PYTHON, *arguments], cwd=ROOT, env=self.environment, capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.decode()[-2000:])
        return done.stdout

    def command(self) -> list[str]:
        """What Python is to run."""
        return ["manage.py", "start", "--port", str(self.port)]

    def start(self) -> None:
        """Start, and wait until it answers."""
        self.process = subprocess.Popen(
            [*PYTHON, *self.command()],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + START_WITHIN
        while time.monotonic() < until and self.process.poll() is None:
            connection = self.connect()
            answer = ask(connection, "GET", self.healthy)
            connection.close()
            if answer is not None:
                return
            time.sleep(0.2)
        self.stop()
        raise RuntimeError(f"the application ended, or did not answer within {START_WITHIN} s")

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def count(self) -> dict[str, int]:
        """How many rows there are of each kind."""
        return dict(json.loads(self.run("-m", "tests.participants.registration.rows", "count")))

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=40)


def ask(connection: HTTPConnection, method: str, path: str, content: bytes = b"", token: str = "") -> int | None:
    """The status of one request; None when there was no answer."""
    headers = {"Content-Type": "application/json", "X-Waiting": "1", "X-Sent": "1"}
    try:
        connection.request(method, path, content, headers | ({"Authorization": f"Tablet {token}"} if token else {}))
        response = connection.getresponse()
        response.read()
    except (OSError, HTTPException):
        connection.close()
        return None
    return response.status


def plain(name: str) -> dict[str, list[str]]:
    """Somebody as one meets them: two languages, three interests, a postcode, consent for the photos."""
    return answers(
        name=name, languages=[1, 2], interests=[1, 2, 3], birth_year=1990, postcode="1068 AB", street="Plein 1",
        dutch_level="A2", hopes="Oefenen", photos_ok="on", channel="school",
    )  # fmt: skip


def sealed(made: dict[str, Any], each: int) -> list[list[bytes]]:
    """For every tablet of ``made`` its ``each`` records, of which a fifth stands there twice, in any order."""
    chance = random.Random(2027)
    found = []
    for number in range(len(made["tokens"])):
        records = [body(seal(plain(f"Noor Nieuw {number} {item}"), made["key"], uuid4())) for item in range(each)]
        twice = records + records[: round(each / 5)]
        chance.shuffle(twice)
        found.append(twice)
    return found


def send_all(stack: Stack, path: str, loads: list[list[bytes]]) -> Sent:
    """Every tablet sends its records one at a time, all tablets at once; what is not answered is sent again."""
    statuses: dict[int, int] = {}
    lock, begin = threading.Lock(), threading.Barrier(len(loads) + 1)

    def one(records: list[bytes], token: str) -> None:
        connection = stack.connect()
        begin.wait()
        for record in records:
            for _try in range(MOST_TRIES):
                status = ask(connection, "POST", path, record, token)
                with lock:
                    statuses[status or 0] = statuses.get(status or 0, 0) + 1
                if status in (200, 201):
                    break
                time.sleep(0.2)
        connection.close()

    threads = [
        threading.Thread(target=one, args=pair, daemon=True) for pair in zip(loads, stack.made["tokens"], strict=True)
    ]
    for thread in threads:
        thread.start()
    begin.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    return Sent(sum(len(set(records)) for records in loads), statuses, time.perf_counter() - started)
