"""A city of 200 projects and 10,000 participants beside one with 100 participants, through gunicorn and PostgreSQL.

Each page is asked in turn in the small city and in the large one, and a bare Django view in between, so that a busy
machine slows all. What is shown is the 95th percentile; the goal is at most twice that of the small city. The number
of queries is counted in this process, on the same databases.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.registering import _running
from benchmarks.timing import Row
from mixen.management.commands.start import web_command
from tests.participants.registration.loading import Stack
from tests.servers import Postgres, postgres_folder

SMALL, LARGE = (2, 100), (200, 10_000)  # projects, participants
RUNS = int(os.environ.get("BENCH_RUNS", "60"))
SHORT_RUNS = min(RUNS, 5)
GOAL = 2.0
MINE = "/projecten/project-0/"
PAGES = {
    "Vandaag, the coordinator's first page": "/",
    "Vandaag, a project leader": "leader /",
    "view of the city": "/stad/",
    "projects": "/projecten/",
    "participants of one project": f"{MINE}deelnemers/",
    "participants, searched": f"{MINE}deelnemers/?q=persoon+1",
    "couples of one project": f"{MINE}koppels/",
    "couples out of sight": f"{MINE}koppels/?state=unseen",
    "calls of one project": f"{MINE}belronde/",
    "possible doubles": f"{MINE}deelnemers/dubbel/",
    "recruitment": f"{MINE}werving/",
    "organisations": "/organisaties/",
    "what everybody may read": "/in-de-buurt/",
}

# What has more to show in a large city, so that it has no goal: why.
LARGER = {
    "the city, all years": ("/stad/alle-jaren/", "adds up 200 projects in 8 districts and 12 years beside 2 in one"),
    "a district": ("/stadsdelen/centrum/", "5 projects fill its page, and the small city has 1 there"),
    "organisations, possible doubles": ("/organisaties/dubbel/", "compares 400 names with each other beside 25"),
    "what goes by itself": ("/bewaren/", "of 198 projects that are over, nobody was let go of yet"),
}


class City(Stack):
    """The web servers on one city; ``made`` holds the log-ins."""

    healthy = "/healthz/"

    def __init__(self, folder: Path, database: str, size: tuple[int, int]) -> None:
        self.size = size
        super().__init__(folder, database, tablets=1)
        self.made = json.loads(self.run("-m", "benchmarks.city_rows", *map(str, size)).splitlines()[-1])

    def command(self) -> list[str]:
        return web_command("127.0.0.1", self.port)

    def ask(self, page: str) -> float:
        """The seconds one page takes; every one has to be there."""
        who, path = page.split(" ") if " " in page else ("coordinator", page)
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": f"sessionid={self.made[who]}"})
        response = connection.getresponse()
        response.read()
        taken = time.perf_counter() - began
        connection.close()
        if response.status != 200:
            raise RuntimeError(f"{page}: {response.status}")
        return taken

    def queries(self) -> dict[str, int]:
        """How many questions each page asks the database."""
        pages = [*PAGES.values(), *(page for page, _why in LARGER.values())]
        return dict(json.loads(self.run("-m", "benchmarks.city_rows", "queries", *pages).splitlines()[-1]))


def measure() -> Iterator[Row]:
    """Only where PostgreSQL is installed."""
    programs = postgres_folder()
    if programs is None:
        return
    with _cities(programs) as (small, large):
        few, many = small.queries(), large.queries()
        for what, page in PAGES.items():
            asked = f"{few[page]} queries in the small city, {many[page]} in the large"
            yield _row(what, page, small, large, asked, RUNS, GOAL)
        for what, (page, why) in LARGER.items():
            asked = f"{few[page]} queries in the small city, {many[page]} in the large; {why}"
            yield _row(what, page, small, large, asked, SHORT_RUNS, None)


def _row(what: str, page: str, small: City, large: City, quality: str, runs: int, goal: float | None) -> Row:
    times: dict[str, list[float]] = {"small": [], "large": [], "bare": []}
    for number in range(runs + 3):
        for name, city, path in (("small", small, page), ("large", large, page), ("bare", large, "/healthz/")):
            taken = city.ask(path)
            if number >= 3:
                times[name].append(taken)
    high = {name: statistics.quantiles(found, n=20)[-1] for name, found in times.items()}
    middle = statistics.median(times["large"]) / statistics.median(times["bare"])
    projects, people = LARGE
    return Row(
        what,
        high["large"],
        high["small"],
        f"p95, {people:,} in {projects} projects beside {SMALL[1]} in {SMALL[0]}",
        goal,
        f"{quality}; median {middle:.0f} times a bare view",
    )


@contextmanager
def _cities(programs: Path) -> Iterator[tuple[City, City]]:
    server = Postgres(programs)
    server.start()
    try:
        command = [programs / "createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "mixen", "large"]
        subprocess.run(command, check=True, capture_output=True)
        other = server.url.removesuffix("mixen") + "large"
        with (
            tempfile.TemporaryDirectory(prefix="mixen-bench-") as first,
            tempfile.TemporaryDirectory(prefix="mixen-bench-") as second,
            _running(City(Path(first), server.url, SMALL)) as small,
            _running(City(Path(second), other, LARGE)) as large,
        ):
            yield small, large
    finally:
        server.stop()
