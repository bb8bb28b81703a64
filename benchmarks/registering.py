"""A hall of 40 tablets with 25 registrations each, a fifth sent twice, beside a bare Django view that stores a row.

Both are served by gunicorn as ``manage.py start`` runs it, and asked by the same threads. What is measured is the time
per registration; beside it stands whether all of them are stored once. The goal is 0.3 of the throughput of the bare
view, that is at most 3.33 times its time.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from benchmarks.timing import Row
from mixen.management.commands.start import web_command
from tests.participants.registration.loading import Sent, Stack, plain, sealed, send_all
from tests.servers import Postgres, postgres_folder

TABLETS, EACH = int(os.environ.get("BENCH_TABLETS", "40")), 25
WARM = 2  # of each tablet, not counted: the first request of a process loads half of the application
GOAL = 1 / 0.3
RECEIVE = "/tablet/ontvangen/"
MAKE_TABLE = (
    "import django; django.setup(); from django.db import connection as c; from benchmarks.bare_views import Row\n"
    "with c.schema_editor() as e: e.create_model(Row)"
)


class Ours(Stack):
    """The application, without the worker and the clock: those take the processor while they start."""

    def command(self) -> list[str]:
        return web_command("127.0.0.1", self.port)


class Bare(Ours):
    """The yardstick, on a database of its own."""

    healthy = "/niets/"

    def start(self) -> None:
        self.environment["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare"
        self.run("-c", MAKE_TABLE)
        super().start()

    def bodies(self, each: int) -> list[list[bytes]]:
        """As many records as the tablets send, a fifth twice, nothing sealed."""
        found = []
        for number in range(TABLETS):
            records = [
                json.dumps({"key": str(uuid4()), **plain(f"Noor Nieuw {number} {item}")}).encode()
                for item in range(each)
            ]
            found.append(records + records[: each // 5])
        return found


def measure() -> Iterator[Row]:
    """SQLite, and PostgreSQL where it is installed."""
    yield from _on("SQLite", "", "")
    programs = postgres_folder()
    if programs:
        with _postgres(programs) as (first, second):
            yield from _on("PostgreSQL", first, second)


@contextmanager
def _postgres(programs: Path) -> Iterator[tuple[str, str]]:
    server = Postgres(programs)
    server.start()
    try:
        command = [programs / "createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "mixen", "bare"]
        subprocess.run(command, check=True, capture_output=True)
        yield server.url, server.url.removesuffix("mixen") + "bare"
    finally:
        server.stop()


def _on(name: str, database: str, other_database: str) -> Iterator[Row]:
    with (
        tempfile.TemporaryDirectory(prefix="mixen-bench-") as ours,
        tempfile.TemporaryDirectory(prefix="mixen-bench-") as theirs,
        _running(Ours(Path(ours), database, TABLETS)) as stack,
        _running(Bare(Path(theirs), other_database, TABLETS)) as bare,
    ):
        warm = send_all(stack, RECEIVE, sealed(stack.made, WARM))
        sent = send_all(stack, RECEIVE, sealed(stack.made, EACH))
        for address in ("/row/", "/rows/"):
            send_all(bare, address, bare.bodies(WARM))
        row, rows = (send_all(bare, address, bare.bodies(EACH)) for address in ("/row/", "/rows/"))
        quality = _quality(stack, warm.registrations, sent, (row, rows))
        yield _row(f"registering on {name}, {TABLETS} x {EACH}", sent, row, "a bare view, one plain row", quality)
        yield _row(f"registering on {name}, {TABLETS} x {EACH}", sent, rows, "a bare view, the same rows", "")


def _row(what: str, ours: Sent, theirs: Sent, against: str, quality: str) -> Row:
    each, other = ours.seconds / ours.registrations, theirs.seconds / theirs.registrations
    return Row(what, each, other, f"{against}: throughput {other / each:.2f} of it", GOAL, quality)


def _quality(stack: Stack, warm: int, sent: Sent, others: tuple[Sent, Sent]) -> str:
    rows, wanted = stack.count(), warm + sent.registrations
    once = all(rows[name] == wanted for name in ("keys", "Participant", "Person", "Signature", "PersonalLink"))
    said = "all stored once, none lost" if once and not rows["Parked"] else f"NOT all stored once: {rows}"
    answers = ", ".join(str(dict(sorted(one.statuses.items()))) for one in (sent, *others))
    return f"{wanted} registrations: {said}; answers {answers}"


@contextmanager
def _running(stack: Stack) -> Iterator[Stack]:
    try:
        yield stack
    finally:
        stack.stop()
